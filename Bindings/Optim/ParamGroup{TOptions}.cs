namespace TorchSharp.Modules;

/// <summary>A parameter group with the options of one kind of optimizer.</summary>
/// <typeparam name="TOptions">The optimizer's options.</typeparam>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions, new()
{
    /// <summary>Creates an empty group.</summary>
    public ParamGroup() => base.Options = new TOptions();

    /// <summary>Creates a group.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="options">The options; those left null take the optimizer's defaults.</param>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters = parameters;
        base.Options = options ?? new TOptions();
    }

    /// <summary>The options.</summary>
    public new TOptions Options
    {
        get => (TOptions)base.Options;
        set => base.Options = value;
    }
}
