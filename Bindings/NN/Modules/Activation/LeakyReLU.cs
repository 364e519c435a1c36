using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>x where positive, x times a small slope elsewhere. Python's <c>torch.nn.LeakyReLU</c>.</summary>
public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
{
    internal LeakyReLU(double negative_slope, bool inplace)
        : base(nameof(LeakyReLU))
    {
        this.negative_slope = negative_slope;
        this.inplace = inplace;
    }

    /// <summary>The slope below zero; default 0.01.</summary>
    public double negative_slope { get; set; }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.leaky_relu(tensor, negative_slope, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"negative_slope={Repr.Float(negative_slope)}{Repr.Inplace(inplace)}";
}
