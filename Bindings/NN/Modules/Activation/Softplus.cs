using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>A smooth maximum with zero: log(1 + exp(beta x)) / beta. Python's <c>torch.nn.Softplus</c>.</summary>
public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
{
    internal Softplus(double beta, double threshold)
        : base(nameof(Softplus))
    {
        this.beta = beta;
        this.threshold = threshold;
    }

    /// <summary>The sharpness; default 1.</summary>
    public double beta { get; set; }

    /// <summary>Above it (in beta x) the function is taken as linear; default 20.</summary>
    public double threshold { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.softplus(tensor, beta, threshold);

    /// <inheritdoc/>
    protected override string extra_repr() => $"beta={Repr.Number(beta)}, threshold={Repr.Number(threshold)}";
}
