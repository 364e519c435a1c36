using Lightning;
using TorchSharp.Modules;

namespace TransferLearning.Training;

/// <summary>
/// Keeps the backbone as it is for the first epochs, so that the fresh head does not spoil it with its first, arbitrary gradients; then lets it
/// learn too. While it is frozen its batch norms keep their statistics as well.
/// </summary>
internal sealed class Unfreeze(int epoch) : Callback
{
    public override void on_fit_start(Trainer trainer, LightningModule pl_module) => Network(pl_module).freeze_backbone();

    public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module)
    {
        if (trainer.current_epoch < epoch)
        {
            pl_module.eval();
        }
        else if (trainer.current_epoch == epoch)
        {
            Network(pl_module).unfreeze_backbone();
            pl_module.train();
        }
    }

    private static ResNet Network(LightningModule module) => ((TransferModel)module).Network;
}
