namespace Lightning.Tests;

/// <summary>A callback that notes every hook as it is entered.</summary>
internal sealed class RecordingCallback(List<string> calls, string name = "C") : Callback
{
    private void Note(string hook) => calls.Add($"{name}.{hook}");

    public override Dictionary<string, object?> state_dict()
    {
        Note("state_dict");
        return new() { ["kept"] = 1L };
    }

    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict) => Note("load_state_dict");

    public override void setup(Trainer trainer, LightningModule pl_module, string stage) => Note($"setup({stage})");

    public override void teardown(Trainer trainer, LightningModule pl_module, string stage) => Note($"teardown({stage})");

    public override void on_before_zero_grad(Trainer trainer, LightningModule pl_module, torch.optim.Optimizer optimizer) => Note("on_before_zero_grad");

    public override void on_before_backward(Trainer trainer, LightningModule pl_module, Tensor loss) => Note("on_before_backward");

    public override void on_after_backward(Trainer trainer, LightningModule pl_module) => Note("on_after_backward");

    public override void on_before_optimizer_step(Trainer trainer, LightningModule pl_module, torch.optim.Optimizer optimizer) => Note("on_before_optimizer_step");

    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception) => Note("on_exception");

    public override void on_save_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint) => Note("on_save_checkpoint");

    public override void on_load_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint) => Note("on_load_checkpoint");

    public override void on_train_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx) => Note($"on_train_batch_start({batch_idx})");

    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) => Note($"on_train_batch_end({batch_idx})");

    public override void on_validation_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx) =>
        Note($"on_validation_batch_start({batch_idx},{dataloader_idx})");

    public override void on_validation_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) =>
        Note($"on_validation_batch_end({batch_idx},{dataloader_idx})");

    public override void on_test_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx) =>
        Note($"on_test_batch_start({batch_idx},{dataloader_idx})");

    public override void on_test_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) =>
        Note($"on_test_batch_end({batch_idx},{dataloader_idx})");

    public override void on_predict_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx) =>
        Note($"on_predict_batch_start({batch_idx},{dataloader_idx})");

    public override void on_predict_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) =>
        Note($"on_predict_batch_end({batch_idx},{dataloader_idx})");

    public override void on_fit_start(Trainer trainer, LightningModule pl_module) => Note("on_fit_start");

    public override void on_fit_end(Trainer trainer, LightningModule pl_module) => Note("on_fit_end");

    public override void on_train_start(Trainer trainer, LightningModule pl_module) => Note("on_train_start");

    public override void on_train_end(Trainer trainer, LightningModule pl_module) => Note("on_train_end");

    public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module) => Note("on_train_epoch_start");

    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => Note("on_train_epoch_end");

    public override void on_validation_start(Trainer trainer, LightningModule pl_module) => Note("on_validation_start");

    public override void on_validation_end(Trainer trainer, LightningModule pl_module) => Note("on_validation_end");

    public override void on_validation_epoch_start(Trainer trainer, LightningModule pl_module) => Note("on_validation_epoch_start");

    public override void on_validation_epoch_end(Trainer trainer, LightningModule pl_module) => Note("on_validation_epoch_end");

    public override void on_test_start(Trainer trainer, LightningModule pl_module) => Note("on_test_start");

    public override void on_test_end(Trainer trainer, LightningModule pl_module) => Note("on_test_end");

    public override void on_test_epoch_start(Trainer trainer, LightningModule pl_module) => Note("on_test_epoch_start");

    public override void on_test_epoch_end(Trainer trainer, LightningModule pl_module) => Note("on_test_epoch_end");

    public override void on_predict_start(Trainer trainer, LightningModule pl_module) => Note("on_predict_start");

    public override void on_predict_end(Trainer trainer, LightningModule pl_module) => Note("on_predict_end");

    public override void on_predict_epoch_start(Trainer trainer, LightningModule pl_module) => Note("on_predict_epoch_start");

    public override void on_predict_epoch_end(Trainer trainer, LightningModule pl_module) => Note("on_predict_epoch_end");

    public override void on_sanity_check_start(Trainer trainer, LightningModule pl_module) => Note("on_sanity_check_start");

    public override void on_sanity_check_end(Trainer trainer, LightningModule pl_module) => Note("on_sanity_check_end");
}
