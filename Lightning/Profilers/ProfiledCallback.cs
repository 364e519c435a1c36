namespace Lightning;

/// <summary>
/// A callback whose every hook is measured. It takes the callback's place in the table of hooks when there is a profiler, so that nothing is asked where
/// there is none.
/// </summary>
internal sealed class ProfiledCallback(Callback inner, Profiler profiler) : Callback
{
    private readonly string[] _actions = ProfiledActions.Of($"[Callback]{inner.GetType().Name}");

    public override int Order => inner.Order;

    public override bool AfterModuleOnTrainEpochEnd => inner.AfterModuleOnTrainEpochEnd;

    public override void setup(Trainer trainer, LightningModule pl_module, string stage)
    {
        using var span = Span(Hook.setup);
        inner.setup(trainer, pl_module, stage);
    }

    public override void teardown(Trainer trainer, LightningModule pl_module, string stage)
    {
        using var span = Span(Hook.teardown);
        inner.teardown(trainer, pl_module, stage);
    }

    public override void on_fit_start(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_fit_start);
        inner.on_fit_start(trainer, pl_module);
    }

    public override void on_fit_end(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_fit_end);
        inner.on_fit_end(trainer, pl_module);
    }

    public override void on_sanity_check_start(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_sanity_check_start);
        inner.on_sanity_check_start(trainer, pl_module);
    }

    public override void on_sanity_check_end(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_sanity_check_end);
        inner.on_sanity_check_end(trainer, pl_module);
    }

    public override void on_train_start(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_train_start);
        inner.on_train_start(trainer, pl_module);
    }

    public override void on_train_end(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_train_end);
        inner.on_train_end(trainer, pl_module);
    }

    public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_train_epoch_start);
        inner.on_train_epoch_start(trainer, pl_module);
    }

    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_train_epoch_end);
        inner.on_train_epoch_end(trainer, pl_module);
    }

    public override void on_validation_start(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_validation_start);
        inner.on_validation_start(trainer, pl_module);
    }

    public override void on_validation_end(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_validation_end);
        inner.on_validation_end(trainer, pl_module);
    }

    public override void on_validation_epoch_start(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_validation_epoch_start);
        inner.on_validation_epoch_start(trainer, pl_module);
    }

    public override void on_validation_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_validation_epoch_end);
        inner.on_validation_epoch_end(trainer, pl_module);
    }

    public override void on_test_start(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_test_start);
        inner.on_test_start(trainer, pl_module);
    }

    public override void on_test_end(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_test_end);
        inner.on_test_end(trainer, pl_module);
    }

    public override void on_test_epoch_start(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_test_epoch_start);
        inner.on_test_epoch_start(trainer, pl_module);
    }

    public override void on_test_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_test_epoch_end);
        inner.on_test_epoch_end(trainer, pl_module);
    }

    public override void on_predict_start(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_predict_start);
        inner.on_predict_start(trainer, pl_module);
    }

    public override void on_predict_end(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_predict_end);
        inner.on_predict_end(trainer, pl_module);
    }

    public override void on_predict_epoch_start(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_predict_epoch_start);
        inner.on_predict_epoch_start(trainer, pl_module);
    }

    public override void on_predict_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_predict_epoch_end);
        inner.on_predict_epoch_end(trainer, pl_module);
    }

    public override void on_after_backward(Trainer trainer, LightningModule pl_module)
    {
        using var span = Span(Hook.on_after_backward);
        inner.on_after_backward(trainer, pl_module);
    }

    public override void on_train_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx)
    {
        using var span = Span(Hook.on_train_batch_start);
        inner.on_train_batch_start(trainer, pl_module, batch, batch_idx);
    }

    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
        using var span = Span(Hook.on_train_batch_end);
        inner.on_train_batch_end(trainer, pl_module, outputs, batch, batch_idx);
    }

    public override void on_validation_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx)
    {
        using var span = Span(Hook.on_validation_batch_start);
        inner.on_validation_batch_start(trainer, pl_module, batch, batch_idx, dataloader_idx);
    }

    public override void on_validation_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx)
    {
        using var span = Span(Hook.on_validation_batch_end);
        inner.on_validation_batch_end(trainer, pl_module, outputs, batch, batch_idx, dataloader_idx);
    }

    public override void on_test_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx)
    {
        using var span = Span(Hook.on_test_batch_start);
        inner.on_test_batch_start(trainer, pl_module, batch, batch_idx, dataloader_idx);
    }

    public override void on_test_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx)
    {
        using var span = Span(Hook.on_test_batch_end);
        inner.on_test_batch_end(trainer, pl_module, outputs, batch, batch_idx, dataloader_idx);
    }

    public override void on_predict_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx)
    {
        using var span = Span(Hook.on_predict_batch_start);
        inner.on_predict_batch_start(trainer, pl_module, batch, batch_idx, dataloader_idx);
    }

    public override void on_predict_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx)
    {
        using var span = Span(Hook.on_predict_batch_end);
        inner.on_predict_batch_end(trainer, pl_module, outputs, batch, batch_idx, dataloader_idx);
    }

    public override void on_before_zero_grad(Trainer trainer, LightningModule pl_module, torch.optim.Optimizer optimizer)
    {
        using var span = Span(Hook.on_before_zero_grad);
        inner.on_before_zero_grad(trainer, pl_module, optimizer);
    }

    public override void on_before_optimizer_step(Trainer trainer, LightningModule pl_module, torch.optim.Optimizer optimizer)
    {
        using var span = Span(Hook.on_before_optimizer_step);
        inner.on_before_optimizer_step(trainer, pl_module, optimizer);
    }

    public override void on_before_backward(Trainer trainer, LightningModule pl_module, Tensor loss)
    {
        using var span = Span(Hook.on_before_backward);
        inner.on_before_backward(trainer, pl_module, loss);
    }

    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception)
    {
        using var span = Span(Hook.on_exception);
        inner.on_exception(trainer, pl_module, exception);
    }

    public override void on_save_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint)
    {
        using var span = Span(Hook.on_save_checkpoint);
        inner.on_save_checkpoint(trainer, pl_module, checkpoint);
    }

    public override void on_load_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint)
    {
        using var span = Span(Hook.on_load_checkpoint);
        inner.on_load_checkpoint(trainer, pl_module, checkpoint);
    }

    private ProfilerSpan Span(Hook hook) => profiler.profile(_actions[(int)hook]);
}
