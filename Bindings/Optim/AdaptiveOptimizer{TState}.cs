using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam and its kin share: two factors of running averages, and the frame of an update.</summary>
/// <typeparam name="TState">What is kept for a parameter.</typeparam>
public abstract class AdaptiveOptimizer<TState> : OptimizerHelper, optim.IBetas
    where TState : AdaptiveState
{
    private readonly StepBatch<TState> _batch;

    private protected AdaptiveOptimizer(IEnumerable<ParamGroup> groups, AdaptiveOptions defaults, bool sparse = false)
        : base(defaults)
    {
        OptimizerChecks.Adaptive(defaults.beta1, defaults.beta2, defaults.eps, defaults.weight_decay);
        _batch = new StepBatch<TState> { TakesSparse = sparse };
        AddGroups(groups);
    }

    /// <inheritdoc/>
    public (double, double) Betas
    {
        get => (((AdaptiveOptions)_defaults).beta1 ?? 0, ((AdaptiveOptions)_defaults).beta2 ?? 0);
        set
        {
            (((AdaptiveOptions)_defaults).beta1, ((AdaptiveOptions)_defaults).beta2) = value;
            foreach (var group in _parameter_groups)
            {
                var options = (AdaptiveOptions)group.Options;
                (options.beta1, options.beta2) = value;
            }
        }
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Update, closure);

    /// <summary>Whether the weight decay shrinks the parameters themselves instead of being added to their gradients.</summary>
    private protected virtual bool IsDecoupled(AdaptiveOptions options) => false;

    /// <summary>Updates the parameters of a group from gradients and states, whose steps are counted already.</summary>
    private protected abstract void Descend(StepBatch<TState> batch, double lr, AdaptiveOptions options);

    private void Update(ParamGroup group)
    {
        var options = (AdaptiveOptions)group.Options;
        var decoupled = IsDecoupled(options);
        if (!_batch.Fill(this, group, options.maximize, decoupled ? 0 : options.weight_decay))
        {
            return;
        }
        if (decoupled && options.weight_decay is { } decay && decay != 0)
        {
            ops.aten._foreach_mul__Scalar(_batch.Parameters, 1 - (group.LearningRate * decay));
        }
        foreach (var state in _batch.States)
        {
            state.step++;
        }
        Descend(_batch, group.LearningRate, options);
    }
}
