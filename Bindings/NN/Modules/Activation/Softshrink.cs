using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>x moved towards zero by lambda, stopping there. Python's <c>torch.nn.Softshrink</c>.</summary>
public sealed class Softshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Softshrink(double lambda_)
        : base(nameof(Softshrink))
    {
        this.lambda = lambda_;
    }

    /// <summary>How far; default 0.5.</summary>
    public double lambda { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.softshrink(tensor, lambda);

    /// <inheritdoc/>
    protected override string extra_repr() => Repr.Float(lambda);
}
