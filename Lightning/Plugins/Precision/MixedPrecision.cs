namespace Lightning.Plugins;

/// <summary>
/// "bf16-mixed" and "16-mixed": parameters stay as they are, and the steps run under autocast, in 16 bits where that is safe. "16-mixed" scales the loss
/// so that small gradients survive; a step whose gradients overflowed is left out and the scale lowered.
/// </summary>
/// <remarks>
/// Python: <c>lightning.pytorch.plugins.precision.MixedPrecision</c>. The gradients are unscaled before <c>on_before_optimizer_step</c> and clipping. Looking
/// whether a gradient overflowed reads one number to the host in each optimizer step of "16-mixed".
/// </remarks>
public sealed class MixedPrecision : Precision
{
    private readonly torch.ScalarType _type;
    private readonly HashSet<torch.optim.Optimizer> _unscaled = [];
    private readonly bool _ownScaler;
    private DeviceType? _device;
    private torch.amp.GradScaler? _scaler;

    /// <summary>Makes the precision.</summary>
    /// <param name="precision">"bf16-mixed" or "16-mixed".</param>
    /// <param name="device">The kind of device, "cpu" or "cuda"; null takes the Trainer's.</param>
    /// <param name="scaler">Scales the loss; null makes one for "16-mixed". The caller owns the one given.</param>
    /// <exception cref="MisconfigurationException">The precision is another, or a scaler was given to "bf16-mixed", which needs none.</exception>
    public MixedPrecision(string precision, string? device = null, torch.amp.GradScaler? scaler = null)
    {
        _type = precision switch
        {
            "bf16-mixed" => ScalarType.BFloat16,
            "16-mixed" => ScalarType.Float16,
            _ => throw new MisconfigurationException($"MixedPrecision(\"{precision}\") is unknown; use \"bf16-mixed\" or \"16-mixed\"."),
        };
        if (scaler is not null && _type == ScalarType.BFloat16)
        {
            throw new MisconfigurationException("MixedPrecision(\"bf16-mixed\") needs no scaler: bfloat16 has float32's range. Pass none, or \"16-mixed\".");
        }

        name = precision;
        _device = device is null ? null : new Device(device).type;
        _scaler = scaler;
        _ownScaler = scaler is null && _type == ScalarType.Float16;
    }

    /// <summary>Scales the loss whatever the type: what scaling does can be looked at where there is no float16.</summary>
    internal MixedPrecision(torch.ScalarType type, torch.amp.GradScaler scaler) => (_type, _scaler, name) = (type, scaler, "16-mixed");

    /// <inheritdoc/>
    public override string name { get; }

    /// <summary>What scales the loss of "16-mixed"; null for "bf16-mixed", and before a Trainer has the precision.</summary>
    public torch.amp.GradScaler? scaler => _scaler;

    /// <inheritdoc/>
    public override IDisposable forward_context() => torch.autocast(_device ?? DeviceType.CPU, _type);

    /// <inheritdoc/>
    /// <remarks>Floating-point tensors become float32, which autocast takes from there; float64 it would leave.</remarks>
    public override T convert_input<T>(T data) => FloatConversion.To(data, ScalarType.Float32);

    /// <inheritdoc/>
    public override T convert_output<T>(T data) => FloatConversion.To(data, torch.get_default_dtype());

    /// <inheritdoc/>
    public override Tensor pre_backward(Tensor loss) => _scaler is { } scaler ? scaler.scale(loss) : loss;

    /// <inheritdoc/>
    public override void unscale_gradients(torch.optim.Optimizer optimizer)
    {
        if (_scaler is { } scaler && HasGradients(optimizer) && _unscaled.Add(optimizer))
        {
            scaler.unscale_(optimizer);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="MisconfigurationException">The optimizer evaluates the loss several times in a step, which a scaled loss does not allow.</exception>
    public override void OptimizerStep(torch.optim.Optimizer optimizer, Func<Tensor> closure)
    {
        if (_scaler is not { } scaler)
        {
            base.OptimizerStep(optimizer, closure);
            return;
        }

        if (optimizer is TorchSharp.Modules.LBFGS)
        {
            throw new MisconfigurationException("precision: \"16-mixed\" and LBFGS do not go together. Use another precision or optimizer.");
        }

        closure();

        // Without a gradient there is nothing to step by: the batch was skipped.
        if (_unscaled.Contains(optimizer))
        {
            scaler.step(optimizer);
        }
    }

    /// <inheritdoc/>
    public override void after_optimizer_steps()
    {
        if (_unscaled.Count > 0)
        {
            _unscaled.Clear();
            _scaler!.update();
        }
    }

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict() => _scaler?.state_dict() ?? [];

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict) => _scaler?.load_state_dict(state_dict);

    internal override Precision For(Accelerator accelerator)
    {
        _device ??= accelerator.get_device(0).type;
        if (_type == ScalarType.Float16 && _ownScaler && _device == DeviceType.CPU)
        {
            L.rank_zero_warn("precision: \"16-mixed\" needs an accelerator; on the CPU \"bf16-mixed\" is used instead.");
            return new MixedPrecision("bf16-mixed", "cpu");
        }

        if (_ownScaler)
        {
            _scaler ??= new torch.amp.GradScaler(_device == DeviceType.CUDA ? "cuda" : "cpu");
        }

        return this;
    }

    private static bool HasGradients(torch.optim.Optimizer optimizer)
    {
        foreach (var parameter in optimizer.parameters())
        {
            if (parameter.grad is not null)
            {
                return true;
            }
        }

        return false;
    }
}
