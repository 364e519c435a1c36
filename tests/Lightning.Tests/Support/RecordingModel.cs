using System.Collections;

namespace Lightning.Tests;

/// <summary>A module that notes every hook as it is entered, and steps and optimizer machinery too.</summary>
internal class RecordingModel(List<string> calls) : BoringModel
{
    /// <summary>What the module's batches come from; the same list is used for all stages.</summary>
    internal List<Tensor> Source { get; init; } = Samples.Batches(4);

    internal int? StopEpochAt { get; init; }

    internal Func<RecordingModel, OptimizerConfig?>? Optimizers { get; init; }

    /// <summary>Steps by hand in the training step.</summary>
    internal bool Manual
    {
        get => !automatic_optimization;
        init => automatic_optimization = !value;
    }

    private void Note(string hook) => calls.Add($"M.{hook}");

    public override IEnumerable<Callback> configure_callbacks()
    {
        Note("configure_callbacks");
        return [];
    }

    public override OptimizerConfig? configure_optimizers()
    {
        Note("configure_optimizers");
        return Optimizers is null ? base.configure_optimizers() : Optimizers(this);
    }

    public override void configure_model() => Note("configure_model");

    public override void prepare_data() => Note("prepare_data");

    public override void setup(string stage) => Note($"setup({stage})");

    public override void teardown(string stage) => Note($"teardown({stage})");

    public override void zero_grad(bool set_to_none = true)
    {
        Note("zero_grad");
        base.zero_grad(set_to_none);
    }

    public override Tensor? training_step(Tensor batch, int batch_idx)
    {
        Note($"training_step({batch_idx})");
        if (Manual)
        {
            var optimizer = optimizers()[0];
            optimizer.zero_grad();
            manual_backward(Loss(batch));
            optimizer.step();
            return null;
        }

        return Loss(batch);
    }

    public override object? validation_step(Tensor batch, int batch_idx, int dataloader_idx)
    {
        Note($"validation_step({batch_idx},{dataloader_idx})");
        return null;
    }

    public override object? test_step(Tensor batch, int batch_idx, int dataloader_idx)
    {
        Note($"test_step({batch_idx},{dataloader_idx})");
        return null;
    }

    public override Tensor predict_step(Tensor batch, int batch_idx)
    {
        Note($"predict_step({batch_idx})");
        return base.predict_step(batch, batch_idx);
    }

    public override void backward(Tensor loss)
    {
        Note("backward");
        base.backward(loss);
    }

    public override void optimizer_step(int epoch, int batch_idx, torch.optim.Optimizer optimizer, Func<Tensor> closure)
    {
        Note($"optimizer_step({epoch},{batch_idx})");
        base.optimizer_step(epoch, batch_idx, optimizer, closure);
    }

    public override void optimizer_zero_grad(int epoch, int batch_idx, torch.optim.Optimizer optimizer)
    {
        Note($"optimizer_zero_grad({epoch},{batch_idx})");
        base.optimizer_zero_grad(epoch, batch_idx, optimizer);
    }

    public override void configure_gradient_clipping(torch.optim.Optimizer optimizer, double? gradient_clip_val, string? gradient_clip_algorithm)
    {
        Note("configure_gradient_clipping");
        base.configure_gradient_clipping(optimizer, gradient_clip_val, gradient_clip_algorithm);
    }

    public override void clip_gradients(torch.optim.Optimizer optimizer, double? gradient_clip_val = null, string? gradient_clip_algorithm = null)
    {
        Note("clip_gradients");
        base.clip_gradients(optimizer, gradient_clip_val, gradient_clip_algorithm);
    }

    public override void lr_scheduler_step(torch.optim.lr_scheduler.LRScheduler scheduler, double? metric)
    {
        Note($"lr_scheduler_step({(metric is null ? "None" : "metric")})");
        base.lr_scheduler_step(scheduler, metric);
    }

    public override void on_before_zero_grad(torch.optim.Optimizer optimizer) => Note("on_before_zero_grad");

    public override void on_before_backward(Tensor loss) => Note("on_before_backward");

    public override void on_after_backward() => Note("on_after_backward");

    public override void on_before_optimizer_step(torch.optim.Optimizer optimizer) => Note("on_before_optimizer_step");

    public override void on_save_checkpoint(Dictionary<string, object?> checkpoint) => Note("on_save_checkpoint");

    public override void on_load_checkpoint(Dictionary<string, object?> checkpoint) => Note("on_load_checkpoint");

    public override int? on_train_batch_start(Tensor batch, int batch_idx)
    {
        Note($"on_train_batch_start({batch_idx})");
        return batch_idx == StopEpochAt ? -1 : null;
    }

    public override void on_train_batch_end(object? outputs, Tensor batch, int batch_idx) => Note($"on_train_batch_end({batch_idx})");

    public override Tensor on_before_batch_transfer(Tensor batch, int dataloader_idx)
    {
        Note("on_before_batch_transfer");
        return batch;
    }

    public override Tensor transfer_batch_to_device(Tensor batch, Device device, int dataloader_idx)
    {
        Note("transfer_batch_to_device");
        return base.transfer_batch_to_device(batch, device, dataloader_idx);
    }

    public override Tensor on_after_batch_transfer(Tensor batch, int dataloader_idx)
    {
        Note("on_after_batch_transfer");
        return batch;
    }

    public override void on_validation_model_eval()
    {
        Note("on_validation_model_eval");
        base.on_validation_model_eval();
    }

    public override void on_validation_model_zero_grad()
    {
        Note("on_validation_model_zero_grad");
        base.on_validation_model_zero_grad();
    }

    public override void on_test_model_eval()
    {
        Note("on_test_model_eval");
        base.on_test_model_eval();
    }

    public override void on_predict_model_eval()
    {
        Note("on_predict_model_eval");
        base.on_predict_model_eval();
    }

    public override IEnumerable? train_dataloader()
    {
        Note("train_dataloader");
        return Source;
    }

    public override IEnumerable? val_dataloader()
    {
        Note("val_dataloader");
        return Source;
    }

    public override IEnumerable? test_dataloader()
    {
        Note("test_dataloader");
        return Source;
    }

    public override IEnumerable? predict_dataloader()
    {
        Note("predict_dataloader");
        return Source;
    }

    public override void on_validation_batch_start(Tensor batch, int batch_idx, int dataloader_idx) => Note($"on_validation_batch_start({batch_idx},{dataloader_idx})");

    public override void on_validation_batch_end(object? outputs, Tensor batch, int batch_idx, int dataloader_idx) => Note($"on_validation_batch_end({batch_idx},{dataloader_idx})");

    public override void on_test_batch_start(Tensor batch, int batch_idx, int dataloader_idx) => Note($"on_test_batch_start({batch_idx},{dataloader_idx})");

    public override void on_test_batch_end(object? outputs, Tensor batch, int batch_idx, int dataloader_idx) => Note($"on_test_batch_end({batch_idx},{dataloader_idx})");

    public override void on_predict_batch_start(Tensor batch, int batch_idx, int dataloader_idx) => Note($"on_predict_batch_start({batch_idx},{dataloader_idx})");

    public override void on_predict_batch_end(object? outputs, Tensor batch, int batch_idx, int dataloader_idx) => Note($"on_predict_batch_end({batch_idx},{dataloader_idx})");

    public override void on_fit_start() => Note("on_fit_start");

    public override void on_fit_end() => Note("on_fit_end");

    public override void on_train_start() => Note("on_train_start");

    public override void on_train_end() => Note("on_train_end");

    public override void on_train_epoch_start() => Note("on_train_epoch_start");

    public override void on_train_epoch_end() => Note("on_train_epoch_end");

    public override void on_validation_start() => Note("on_validation_start");

    public override void on_validation_end() => Note("on_validation_end");

    public override void on_validation_epoch_start() => Note("on_validation_epoch_start");

    public override void on_validation_epoch_end() => Note("on_validation_epoch_end");

    public override void on_test_start() => Note("on_test_start");

    public override void on_test_end() => Note("on_test_end");

    public override void on_test_epoch_start() => Note("on_test_epoch_start");

    public override void on_test_epoch_end() => Note("on_test_epoch_end");

    public override void on_predict_start() => Note("on_predict_start");

    public override void on_predict_end() => Note("on_predict_end");

    public override void on_predict_epoch_start() => Note("on_predict_epoch_start");

    public override void on_predict_epoch_end() => Note("on_predict_epoch_end");
}
