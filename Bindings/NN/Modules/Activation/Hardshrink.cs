using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>x where its magnitude exceeds lambda, else 0. Python's <c>torch.nn.Hardshrink</c>.</summary>
public sealed class Hardshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Hardshrink(double lambda_)
        : base(nameof(Hardshrink))
    {
        this.lambda = lambda_;
    }

    /// <summary>The threshold; default 0.5.</summary>
    public double lambda { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.hardshrink(tensor, lambda);

    /// <inheritdoc/>
    protected override string extra_repr() => Repr.Float(lambda);
}
