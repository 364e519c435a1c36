using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that an optimizer treats alike, and their options (an entry of Python's <c>param_groups</c>).</summary>
public class ParamGroup : optim.ILearningRateController
{
    private Parameter[] _parameters = [];

    /// <summary>Creates an empty group.</summary>
    public ParamGroup()
    {
    }

    /// <summary>The parameters, in their order.</summary>
    public IEnumerable<Parameter> Parameters
    {
        get => _parameters;
        set => _parameters = [.. value];
    }

    /// <summary>The options; those left null take the optimizer's defaults when the group is added.</summary>
    public OptimizerOptions Options { get; set; } = new();

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Options.LearningRate ?? throw new InvalidOperationException("The group has no learning rate yet: add it to an optimizer first.");
        set => Options.LearningRate = value;
    }

    /// <inheritdoc/>
    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }

    internal ReadOnlySpan<Parameter> Items => _parameters;

    /// <summary>A group of the same kind with other parameters and options.</summary>
    internal ParamGroup Like(IEnumerable<Parameter> parameters, OptimizerOptions options)
    {
        var group = (ParamGroup)MemberwiseClone();
        group.Parameters = parameters;
        group.Options = options;
        return group;
    }
}
