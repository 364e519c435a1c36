using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam and its kin keep for a parameter.</summary>
/// <param name="parameter">The parameter.</param>
public abstract class AdaptiveState(Parameter parameter) : OptimizerState(parameter)
{
    /// <summary>Steps taken.</summary>
    public long step;

    /// <summary>Running average of the gradient.</summary>
    public Tensor? exp_avg;

    /// <summary>Whether Python keeps the number of steps as a tensor.</summary>
    private protected virtual bool CountsInTensor => true;

    /// <inheritdoc/>
    public override void Initialize(OptimizerOptions options) => exp_avg = ZerosLikeParameter();

    /// <inheritdoc/>
    public override void Describe(IStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Step("step", ref step, asTensor: CountsInTensor);
        visitor.Tensor("exp_avg", ref exp_avg);
    }
}
