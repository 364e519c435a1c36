namespace Lightning;

/// <summary>A callback made of functions, one for each hook that is wanted; hooks without one cost nothing.</summary>
/// <remarks>Each gets the Trainer and the module, then what its hook has. Python: <c>lightning.pytorch.callbacks.LambdaCallback</c>.</remarks>
/// <param name="setup">Runs at <see cref="Callback.setup"/>; gets the stage.</param>
/// <param name="teardown">Runs at <see cref="Callback.teardown"/>; gets the stage.</param>
/// <param name="on_fit_start">Runs at <see cref="Callback.on_fit_start"/>.</param>
/// <param name="on_fit_end">Runs at <see cref="Callback.on_fit_end"/>.</param>
/// <param name="on_sanity_check_start">Runs at <see cref="Callback.on_sanity_check_start"/>.</param>
/// <param name="on_sanity_check_end">Runs at <see cref="Callback.on_sanity_check_end"/>.</param>
/// <param name="on_train_start">Runs at <see cref="Callback.on_train_start"/>.</param>
/// <param name="on_train_end">Runs at <see cref="Callback.on_train_end"/>.</param>
/// <param name="on_train_epoch_start">Runs at <see cref="Callback.on_train_epoch_start"/>.</param>
/// <param name="on_train_epoch_end">Runs at <see cref="Callback.on_train_epoch_end"/>.</param>
/// <param name="on_validation_start">Runs at <see cref="Callback.on_validation_start"/>.</param>
/// <param name="on_validation_end">Runs at <see cref="Callback.on_validation_end"/>.</param>
/// <param name="on_validation_epoch_start">Runs at <see cref="Callback.on_validation_epoch_start"/>.</param>
/// <param name="on_validation_epoch_end">Runs at <see cref="Callback.on_validation_epoch_end"/>.</param>
/// <param name="on_test_start">Runs at <see cref="Callback.on_test_start"/>.</param>
/// <param name="on_test_end">Runs at <see cref="Callback.on_test_end"/>.</param>
/// <param name="on_test_epoch_start">Runs at <see cref="Callback.on_test_epoch_start"/>.</param>
/// <param name="on_test_epoch_end">Runs at <see cref="Callback.on_test_epoch_end"/>.</param>
/// <param name="on_predict_start">Runs at <see cref="Callback.on_predict_start"/>.</param>
/// <param name="on_predict_end">Runs at <see cref="Callback.on_predict_end"/>.</param>
/// <param name="on_predict_epoch_start">Runs at <see cref="Callback.on_predict_epoch_start"/>.</param>
/// <param name="on_predict_epoch_end">Runs at <see cref="Callback.on_predict_epoch_end"/>.</param>
/// <param name="on_train_batch_start">Runs at <see cref="Callback.on_train_batch_start"/>; gets the batch and its number.</param>
/// <param name="on_train_batch_end">Runs at <see cref="Callback.on_train_batch_end"/>; gets what the step returned, the batch and its number.</param>
/// <param name="on_validation_batch_start">Runs at <see cref="Callback.on_validation_batch_start"/>; gets the batch, its number and its loader's.</param>
/// <param name="on_validation_batch_end">Runs at <see cref="Callback.on_validation_batch_end"/>; gets what the step returned, the batch, its number and its loader's.</param>
/// <param name="on_test_batch_start">Runs at <see cref="Callback.on_test_batch_start"/>; gets the batch, its number and its loader's.</param>
/// <param name="on_test_batch_end">Runs at <see cref="Callback.on_test_batch_end"/>; gets what the step returned, the batch, its number and its loader's.</param>
/// <param name="on_predict_batch_start">Runs at <see cref="Callback.on_predict_batch_start"/>; gets the batch, its number and its loader's.</param>
/// <param name="on_predict_batch_end">Runs at <see cref="Callback.on_predict_batch_end"/>; gets what the step returned, the batch, its number and its loader's.</param>
/// <param name="on_before_zero_grad">Runs at <see cref="Callback.on_before_zero_grad"/>; gets the optimizer.</param>
/// <param name="on_before_backward">Runs at <see cref="Callback.on_before_backward"/>; gets the loss.</param>
/// <param name="on_after_backward">Runs at <see cref="Callback.on_after_backward"/>.</param>
/// <param name="on_before_optimizer_step">Runs at <see cref="Callback.on_before_optimizer_step"/>; gets the optimizer.</param>
/// <param name="on_exception">Runs at <see cref="Callback.on_exception"/>; gets the exception.</param>
/// <param name="on_save_checkpoint">Runs at <see cref="Callback.on_save_checkpoint"/>; gets the checkpoint.</param>
/// <param name="on_load_checkpoint">Runs at <see cref="Callback.on_load_checkpoint"/>; gets the checkpoint.</param>
public sealed class LambdaCallback(
    Action<Trainer, LightningModule, string>? setup = null,
    Action<Trainer, LightningModule, string>? teardown = null,
    Action<Trainer, LightningModule>? on_fit_start = null,
    Action<Trainer, LightningModule>? on_fit_end = null,
    Action<Trainer, LightningModule>? on_sanity_check_start = null,
    Action<Trainer, LightningModule>? on_sanity_check_end = null,
    Action<Trainer, LightningModule>? on_train_start = null,
    Action<Trainer, LightningModule>? on_train_end = null,
    Action<Trainer, LightningModule>? on_train_epoch_start = null,
    Action<Trainer, LightningModule>? on_train_epoch_end = null,
    Action<Trainer, LightningModule>? on_validation_start = null,
    Action<Trainer, LightningModule>? on_validation_end = null,
    Action<Trainer, LightningModule>? on_validation_epoch_start = null,
    Action<Trainer, LightningModule>? on_validation_epoch_end = null,
    Action<Trainer, LightningModule>? on_test_start = null,
    Action<Trainer, LightningModule>? on_test_end = null,
    Action<Trainer, LightningModule>? on_test_epoch_start = null,
    Action<Trainer, LightningModule>? on_test_epoch_end = null,
    Action<Trainer, LightningModule>? on_predict_start = null,
    Action<Trainer, LightningModule>? on_predict_end = null,
    Action<Trainer, LightningModule>? on_predict_epoch_start = null,
    Action<Trainer, LightningModule>? on_predict_epoch_end = null,
    Action<Trainer, LightningModule, object, int>? on_train_batch_start = null,
    Action<Trainer, LightningModule, object?, object, int>? on_train_batch_end = null,
    Action<Trainer, LightningModule, object, int, int>? on_validation_batch_start = null,
    Action<Trainer, LightningModule, object?, object, int, int>? on_validation_batch_end = null,
    Action<Trainer, LightningModule, object, int, int>? on_test_batch_start = null,
    Action<Trainer, LightningModule, object?, object, int, int>? on_test_batch_end = null,
    Action<Trainer, LightningModule, object, int, int>? on_predict_batch_start = null,
    Action<Trainer, LightningModule, object?, object, int, int>? on_predict_batch_end = null,
    Action<Trainer, LightningModule, torch.optim.Optimizer>? on_before_zero_grad = null,
    Action<Trainer, LightningModule, Tensor>? on_before_backward = null,
    Action<Trainer, LightningModule>? on_after_backward = null,
    Action<Trainer, LightningModule, torch.optim.Optimizer>? on_before_optimizer_step = null,
    Action<Trainer, LightningModule, Exception>? on_exception = null,
    Action<Trainer, LightningModule, Dictionary<string, object?>>? on_save_checkpoint = null,
    Action<Trainer, LightningModule, Dictionary<string, object?>>? on_load_checkpoint = null) : Callback
{
    private readonly Action<Trainer, LightningModule, string>? _setup = setup;
    private readonly Action<Trainer, LightningModule, string>? _teardown = teardown;
    private readonly Action<Trainer, LightningModule>? _onFitStart = on_fit_start;
    private readonly Action<Trainer, LightningModule>? _onFitEnd = on_fit_end;
    private readonly Action<Trainer, LightningModule>? _onSanityCheckStart = on_sanity_check_start;
    private readonly Action<Trainer, LightningModule>? _onSanityCheckEnd = on_sanity_check_end;
    private readonly Action<Trainer, LightningModule>? _onTrainStart = on_train_start;
    private readonly Action<Trainer, LightningModule>? _onTrainEnd = on_train_end;
    private readonly Action<Trainer, LightningModule>? _onTrainEpochStart = on_train_epoch_start;
    private readonly Action<Trainer, LightningModule>? _onTrainEpochEnd = on_train_epoch_end;
    private readonly Action<Trainer, LightningModule>? _onValidationStart = on_validation_start;
    private readonly Action<Trainer, LightningModule>? _onValidationEnd = on_validation_end;
    private readonly Action<Trainer, LightningModule>? _onValidationEpochStart = on_validation_epoch_start;
    private readonly Action<Trainer, LightningModule>? _onValidationEpochEnd = on_validation_epoch_end;
    private readonly Action<Trainer, LightningModule>? _onTestStart = on_test_start;
    private readonly Action<Trainer, LightningModule>? _onTestEnd = on_test_end;
    private readonly Action<Trainer, LightningModule>? _onTestEpochStart = on_test_epoch_start;
    private readonly Action<Trainer, LightningModule>? _onTestEpochEnd = on_test_epoch_end;
    private readonly Action<Trainer, LightningModule>? _onPredictStart = on_predict_start;
    private readonly Action<Trainer, LightningModule>? _onPredictEnd = on_predict_end;
    private readonly Action<Trainer, LightningModule>? _onPredictEpochStart = on_predict_epoch_start;
    private readonly Action<Trainer, LightningModule>? _onPredictEpochEnd = on_predict_epoch_end;
    private readonly Action<Trainer, LightningModule, object, int>? _onTrainBatchStart = on_train_batch_start;
    private readonly Action<Trainer, LightningModule, object?, object, int>? _onTrainBatchEnd = on_train_batch_end;
    private readonly Action<Trainer, LightningModule, object, int, int>? _onValidationBatchStart = on_validation_batch_start;
    private readonly Action<Trainer, LightningModule, object?, object, int, int>? _onValidationBatchEnd = on_validation_batch_end;
    private readonly Action<Trainer, LightningModule, object, int, int>? _onTestBatchStart = on_test_batch_start;
    private readonly Action<Trainer, LightningModule, object?, object, int, int>? _onTestBatchEnd = on_test_batch_end;
    private readonly Action<Trainer, LightningModule, object, int, int>? _onPredictBatchStart = on_predict_batch_start;
    private readonly Action<Trainer, LightningModule, object?, object, int, int>? _onPredictBatchEnd = on_predict_batch_end;
    private readonly Action<Trainer, LightningModule, torch.optim.Optimizer>? _onBeforeZeroGrad = on_before_zero_grad;
    private readonly Action<Trainer, LightningModule, Tensor>? _onBeforeBackward = on_before_backward;
    private readonly Action<Trainer, LightningModule>? _onAfterBackward = on_after_backward;
    private readonly Action<Trainer, LightningModule, torch.optim.Optimizer>? _onBeforeOptimizerStep = on_before_optimizer_step;
    private readonly Action<Trainer, LightningModule, Exception>? _onException = on_exception;
    private readonly Action<Trainer, LightningModule, Dictionary<string, object?>>? _onSaveCheckpoint = on_save_checkpoint;
    private readonly Action<Trainer, LightningModule, Dictionary<string, object?>>? _onLoadCheckpoint = on_load_checkpoint;

    /// <inheritdoc/>
    public override void setup(Trainer trainer, LightningModule pl_module, string stage) => _setup?.Invoke(trainer, pl_module, stage);

    /// <inheritdoc/>
    public override void teardown(Trainer trainer, LightningModule pl_module, string stage) => _teardown?.Invoke(trainer, pl_module, stage);

    /// <inheritdoc/>
    public override void on_fit_start(Trainer trainer, LightningModule pl_module) => _onFitStart?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_fit_end(Trainer trainer, LightningModule pl_module) => _onFitEnd?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_sanity_check_start(Trainer trainer, LightningModule pl_module) => _onSanityCheckStart?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_sanity_check_end(Trainer trainer, LightningModule pl_module) => _onSanityCheckEnd?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_train_start(Trainer trainer, LightningModule pl_module) => _onTrainStart?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_train_end(Trainer trainer, LightningModule pl_module) => _onTrainEnd?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module) => _onTrainEpochStart?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => _onTrainEpochEnd?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_validation_start(Trainer trainer, LightningModule pl_module) => _onValidationStart?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_validation_end(Trainer trainer, LightningModule pl_module) => _onValidationEnd?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_validation_epoch_start(Trainer trainer, LightningModule pl_module) => _onValidationEpochStart?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_validation_epoch_end(Trainer trainer, LightningModule pl_module) => _onValidationEpochEnd?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_test_start(Trainer trainer, LightningModule pl_module) => _onTestStart?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_test_end(Trainer trainer, LightningModule pl_module) => _onTestEnd?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_test_epoch_start(Trainer trainer, LightningModule pl_module) => _onTestEpochStart?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_test_epoch_end(Trainer trainer, LightningModule pl_module) => _onTestEpochEnd?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_predict_start(Trainer trainer, LightningModule pl_module) => _onPredictStart?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_predict_end(Trainer trainer, LightningModule pl_module) => _onPredictEnd?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_predict_epoch_start(Trainer trainer, LightningModule pl_module) => _onPredictEpochStart?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_predict_epoch_end(Trainer trainer, LightningModule pl_module) => _onPredictEpochEnd?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_train_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx) => _onTrainBatchStart?.Invoke(trainer, pl_module, batch, batch_idx);

    /// <inheritdoc/>
    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) => _onTrainBatchEnd?.Invoke(trainer, pl_module, outputs, batch, batch_idx);

    /// <inheritdoc/>
    public override void on_validation_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx) => _onValidationBatchStart?.Invoke(trainer, pl_module, batch, batch_idx, dataloader_idx);

    /// <inheritdoc/>
    public override void on_validation_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => _onValidationBatchEnd?.Invoke(trainer, pl_module, outputs, batch, batch_idx, dataloader_idx);

    /// <inheritdoc/>
    public override void on_test_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx) => _onTestBatchStart?.Invoke(trainer, pl_module, batch, batch_idx, dataloader_idx);

    /// <inheritdoc/>
    public override void on_test_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => _onTestBatchEnd?.Invoke(trainer, pl_module, outputs, batch, batch_idx, dataloader_idx);

    /// <inheritdoc/>
    public override void on_predict_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx, int dataloader_idx) => _onPredictBatchStart?.Invoke(trainer, pl_module, batch, batch_idx, dataloader_idx);

    /// <inheritdoc/>
    public override void on_predict_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => _onPredictBatchEnd?.Invoke(trainer, pl_module, outputs, batch, batch_idx, dataloader_idx);

    /// <inheritdoc/>
    public override void on_before_zero_grad(Trainer trainer, LightningModule pl_module, torch.optim.Optimizer optimizer) => _onBeforeZeroGrad?.Invoke(trainer, pl_module, optimizer);

    /// <inheritdoc/>
    public override void on_before_backward(Trainer trainer, LightningModule pl_module, Tensor loss) => _onBeforeBackward?.Invoke(trainer, pl_module, loss);

    /// <inheritdoc/>
    public override void on_after_backward(Trainer trainer, LightningModule pl_module) => _onAfterBackward?.Invoke(trainer, pl_module);

    /// <inheritdoc/>
    public override void on_before_optimizer_step(Trainer trainer, LightningModule pl_module, torch.optim.Optimizer optimizer) => _onBeforeOptimizerStep?.Invoke(trainer, pl_module, optimizer);

    /// <inheritdoc/>
    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception) => _onException?.Invoke(trainer, pl_module, exception);

    /// <inheritdoc/>
    public override void on_save_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint) => _onSaveCheckpoint?.Invoke(trainer, pl_module, checkpoint);

    /// <inheritdoc/>
    public override void on_load_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint) => _onLoadCheckpoint?.Invoke(trainer, pl_module, checkpoint);

    internal override bool Wants(Hook hook) => hook switch
    {
        Hook.setup => _setup is not null,
        Hook.teardown => _teardown is not null,
        Hook.on_fit_start => _onFitStart is not null,
        Hook.on_fit_end => _onFitEnd is not null,
        Hook.on_sanity_check_start => _onSanityCheckStart is not null,
        Hook.on_sanity_check_end => _onSanityCheckEnd is not null,
        Hook.on_train_start => _onTrainStart is not null,
        Hook.on_train_end => _onTrainEnd is not null,
        Hook.on_train_epoch_start => _onTrainEpochStart is not null,
        Hook.on_train_epoch_end => _onTrainEpochEnd is not null,
        Hook.on_validation_start => _onValidationStart is not null,
        Hook.on_validation_end => _onValidationEnd is not null,
        Hook.on_validation_epoch_start => _onValidationEpochStart is not null,
        Hook.on_validation_epoch_end => _onValidationEpochEnd is not null,
        Hook.on_test_start => _onTestStart is not null,
        Hook.on_test_end => _onTestEnd is not null,
        Hook.on_test_epoch_start => _onTestEpochStart is not null,
        Hook.on_test_epoch_end => _onTestEpochEnd is not null,
        Hook.on_predict_start => _onPredictStart is not null,
        Hook.on_predict_end => _onPredictEnd is not null,
        Hook.on_predict_epoch_start => _onPredictEpochStart is not null,
        Hook.on_predict_epoch_end => _onPredictEpochEnd is not null,
        Hook.on_train_batch_start => _onTrainBatchStart is not null,
        Hook.on_train_batch_end => _onTrainBatchEnd is not null,
        Hook.on_validation_batch_start => _onValidationBatchStart is not null,
        Hook.on_validation_batch_end => _onValidationBatchEnd is not null,
        Hook.on_test_batch_start => _onTestBatchStart is not null,
        Hook.on_test_batch_end => _onTestBatchEnd is not null,
        Hook.on_predict_batch_start => _onPredictBatchStart is not null,
        Hook.on_predict_batch_end => _onPredictBatchEnd is not null,
        Hook.on_before_zero_grad => _onBeforeZeroGrad is not null,
        Hook.on_before_backward => _onBeforeBackward is not null,
        Hook.on_after_backward => _onAfterBackward is not null,
        Hook.on_before_optimizer_step => _onBeforeOptimizerStep is not null,
        Hook.on_exception => _onException is not null,
        Hook.on_save_checkpoint => _onSaveCheckpoint is not null,
        Hook.on_load_checkpoint => _onLoadCheckpoint is not null,
        _ => false,
    };
}
