namespace TorchSharp.Modules;

/// <summary>The options that Adam and its kin share.</summary>
public abstract class AdaptiveOptions : OptimizerOptions
{
    /// <summary>Factor of the running average of the gradient.</summary>
    public double? beta1;

    /// <summary>Factor of the running average of its square (in Adamax, of the running maximum of its size).</summary>
    public double? beta2;

    /// <summary>Added to the denominator for stability.</summary>
    public double? eps;

    /// <summary>Factor of the L2 penalty (in AdamW, share of a parameter that each step takes away, times the learning rate).</summary>
    public double? weight_decay;

    /// <summary>Whether to climb instead of to descend.</summary>
    public bool? maximize;

    /// <inheritdoc/>
    public override void Describe(IOptionVisitor visitor)
    {
        base.Describe(visitor);
        visitor.Pair("betas", ref beta1, ref beta2);
        visitor.Number("eps", ref eps);
        visitor.Number("weight_decay", ref weight_decay);
        visitor.Flag("maximize", ref maximize);
        visitor.Constant("foreach", null);
    }
}
