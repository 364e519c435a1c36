using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Running averages of a parameter's gradient and of its square.</summary>
/// <param name="parameter">The parameter.</param>
public abstract class MomentState(Parameter parameter) : AdaptiveState(parameter)
{
    /// <summary>Running average of the gradient's square.</summary>
    public Tensor? exp_avg_sq;

    /// <inheritdoc/>
    public override void Initialize(OptimizerOptions options)
    {
        base.Initialize(options);
        exp_avg_sq = ZerosLikeParameter();
    }

    /// <inheritdoc/>
    public override void Describe(IStateVisitor visitor)
    {
        base.Describe(visitor);
        visitor.Tensor("exp_avg_sq", ref exp_avg_sq);
    }
}
