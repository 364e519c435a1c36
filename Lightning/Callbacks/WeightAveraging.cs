using System.Globalization;

namespace Lightning;

/// <summary>
/// Keeps the average of the module's weights beside them. Validation sees the average, and training ends with it in the module; checkpoints hold it as the
/// weights, and the raw weights to go on from as <c>current_model_state</c>.
/// </summary>
/// <remarks>
/// By default the average takes the weights in after every optimizer step and is their mean; override <see cref="should_update"/> or pass
/// <c>avg_fn</c> for another. As long as it has taken nothing in, the module's own weights are validated and saved.
/// Python: <c>lightning.pytorch.callbacks.WeightAveraging</c>.
/// </remarks>
public class WeightAveraging : Callback
{
    private const string RawWeights = "current_model_state";
    private const string AverageState = "averaging_state";
    private readonly Device? _device;
    private readonly bool _buffers;
    private readonly Func<Tensor, Tensor, Tensor, Tensor>? _average;
    private AveragedWeights? _weights;
    private bool _swapped;
    private long _latestStep;
    private int _latestEpoch = -1;

    /// <summary>Makes the callback.</summary>
    /// <param name="device">Where the average lies; null for the weights' own places.</param>
    /// <param name="use_buffers">Averages buffers too (the default); else they follow the module's.</param>
    /// <param name="avg_fn">The new average of one tensor from the old one, the present value and how many were taken in; null for their mean.</param>
    public WeightAveraging(Device? device = null, bool use_buffers = true, Func<Tensor, Tensor, Tensor, Tensor>? avg_fn = null)
    {
        _device = device;
        _buffers = use_buffers;
        _average = avg_fn;
    }

    /// <summary>How many times the average has taken the weights in.</summary>
    public long n_averaged => _weights?.Count ?? 0;

    /// <summary>Whether the average takes the weights in now: after the optimizer step, or at the end of the epoch, of this number.</summary>
    /// <param name="step_idx">The optimizer step, from 0; null at the end of an epoch.</param>
    /// <param name="epoch_idx">The epoch, from 0; null after a step.</param>
    /// <returns>By default true after every step and false at the end of epochs.</returns>
    public virtual bool should_update(long? step_idx = null, int? epoch_idx = null) => step_idx is not null;

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict() => new()
    {
        ["latest_update_step"] = _latestStep,
        ["latest_update_epoch"] = (long)_latestEpoch,
    };

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
        _latestStep = Convert.ToInt64(state_dict.GetValueOrDefault("latest_update_step") ?? 0L, CultureInfo.InvariantCulture);
        _latestEpoch = Convert.ToInt32(state_dict.GetValueOrDefault("latest_update_epoch") ?? -1L, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override void setup(Trainer trainer, LightningModule pl_module, string stage)
    {
        if (stage == "fit")
        {
            Forget();
            _latestStep = 0;
            _latestEpoch = -1;
        }
    }

    /// <inheritdoc/>
    public override void on_fit_start(Trainer trainer, LightningModule pl_module) => _ = Weights(pl_module);

    /// <inheritdoc/>
    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
        // A batch inside an accumulation window has changed nothing.
        if (trainer.global_step > _latestStep && should_update(step_idx: trainer.global_step - 1))
        {
            Weights(pl_module).Update();
            _latestStep = trainer.global_step;
        }
    }

    /// <inheritdoc/>
    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        if (trainer.current_epoch > _latestEpoch && should_update(epoch_idx: trainer.current_epoch))
        {
            Weights(pl_module).Update();
            _latestEpoch = trainer.current_epoch;
        }
    }

    /// <inheritdoc/>
    public override void on_validation_epoch_start(Trainer trainer, LightningModule pl_module)
    {
        if (n_averaged > 0 && trainer.stage == TrainerStage.Fit)
        {
            _weights!.Swap();
            _swapped = true;
        }
    }

    /// <inheritdoc/>
    public override void on_validation_epoch_end(Trainer trainer, LightningModule pl_module) => SwapBack();

    /// <inheritdoc/>
    public override void on_train_end(Trainer trainer, LightningModule pl_module)
    {
        if (n_averaged > 0)
        {
            _weights!.CopyToModule();
        }
    }

    /// <inheritdoc/>
    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception) => SwapBack();

    /// <inheritdoc/>
    public override void teardown(Trainer trainer, LightningModule pl_module, string stage)
    {
        if (stage == "fit")
        {
            Forget();
        }
    }

    /// <inheritdoc/>
    public override void on_save_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint)
    {
        if (n_averaged == 0)
        {
            return;
        }

        // While validation runs, the two have changed places.
        var own = (IReadOnlyDictionary<string, object?>)checkpoint["state_dict"]!;
        var kept = _weights!.Save();
        checkpoint[RawWeights] = _swapped ? kept : own;
        checkpoint["state_dict"] = _swapped ? own : kept;
        checkpoint[AverageState] = new Dictionary<string, object?> { ["n_averaged"] = n_averaged };
    }

    /// <inheritdoc/>
    public override void on_load_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint)
    {
        if (checkpoint.GetValueOrDefault(RawWeights) is not IReadOnlyDictionary<string, object?> raw)
        {
            L.rank_zero_warn("The checkpoint holds no average of weights; it begins anew with the weights there are.");
            return;
        }

        var count = checkpoint.GetValueOrDefault(AverageState) is IReadOnlyDictionary<string, object?> state ? state.GetValueOrDefault("n_averaged") : null;
        Weights(pl_module).Load(
            (IReadOnlyDictionary<string, object?>)checkpoint["state_dict"]!,
            count is Tensor tensor ? tensor.ToScalar().ToInt64() : Convert.ToInt64(count ?? 1L, CultureInfo.InvariantCulture));
        pl_module.load_state_dict(raw.Where(entry => entry.Value is Tensor).ToDictionary(entry => entry.Key, entry => (Tensor)entry.Value!), pl_module.strict_loading);
    }

    /// <summary>How lists of tensors are averaged when no <c>avg_fn</c> says.</summary>
    private protected virtual Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor> AverageTogether() => torch.optim.swa_utils.get_swa_multi_avg_fn();

    private AveragedWeights Weights(LightningModule module) => _weights ??= new AveragedWeights(module, _device, _buffers, _average, AverageTogether());

    private void SwapBack()
    {
        if (_swapped)
        {
            _weights!.Swap();
            _swapped = false;
        }
    }

    private void Forget()
    {
        _weights?.Dispose();
        _weights = null;
        _swapped = false;
    }
}
