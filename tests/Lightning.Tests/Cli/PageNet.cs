namespace Lightning.Tests.Cli;

/// <summary>The net of docs/command-line.md.</summary>
internal sealed class PageNet : LightningModule<Tensor>
{
    private readonly TorchSharp.Modules.Linear layer;
    private readonly double lr;

    public PageNet(int hidden = 2, double lr = 0.1)
    {
        (layer, this.lr) = (nn.Linear(8, hidden), lr);
        RegisterComponents();
    }

    public override Tensor training_step(Tensor batch, int batch_idx) => Loss("loss", batch);

    public override object? validation_step(Tensor batch, int batch_idx) => Loss("val_loss", batch);

    public override object? test_step(Tensor batch, int batch_idx) => Loss("test_loss", batch);

    public override OptimizerConfig configure_optimizers() => optim.SGD(parameters(), lr);

    private Tensor Loss(string name, Tensor batch)
    {
        var loss = layer.call(batch).pow(2).mean();
        log(name, loss);
        return loss;
    }
}
