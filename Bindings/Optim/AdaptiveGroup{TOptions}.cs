using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A group of parameters of Adam or one of its kin.</summary>
/// <typeparam name="TOptions">The optimizer's options.</typeparam>
public abstract class AdaptiveGroup<TOptions> : ParamGroup<TOptions>, optim.IBetas
    where TOptions : AdaptiveOptions, new()
{
    /// <summary>Creates an empty group.</summary>
    protected AdaptiveGroup()
    {
    }

    /// <summary>Creates a group.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="options">The options; those left null take the optimizer's.</param>
    protected AdaptiveGroup(IEnumerable<Parameter> parameters, TOptions? options)
        : base(parameters, options)
    {
    }

    /// <inheritdoc/>
    public (double, double) Betas
    {
        get => (Options.beta1 ?? 0, Options.beta2 ?? 0);
        set => (Options.beta1, Options.beta2) = value;
    }
}
