using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The distance between vectors along the last dimension. Python's <c>torch.nn.PairwiseDistance</c>.</summary>
public sealed class PairwiseDistance : ParameterLessModule<Tensor, Tensor, Tensor>
{
    internal PairwiseDistance(double norm, double eps, bool keepdim)
        : base(nameof(PairwiseDistance))
    {
        this.norm = norm;
        this.eps = eps;
        this.keepdim = keepdim;
    }

    /// <summary>The power of the norm.</summary>
    public double norm { get; set; }

    /// <summary>Added to each difference.</summary>
    public double eps { get; set; }

    /// <summary>Whether the last dimension stays, with one entry.</summary>
    public bool keepdim { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor input1, Tensor input2) => functional.pairwise_distance(input1, input2, norm, eps, keepdim);
}
