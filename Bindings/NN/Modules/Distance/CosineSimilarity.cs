using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The cosine of the angle between vectors along a dimension. Python's <c>torch.nn.CosineSimilarity</c>.</summary>
public sealed class CosineSimilarity : ParameterLessModule<Tensor, Tensor, Tensor>
{
    internal CosineSimilarity(long dim, double eps)
        : base(nameof(CosineSimilarity))
    {
        this.dim = dim;
        this.eps = eps;
    }

    /// <summary>The dimension of the vectors.</summary>
    public long dim { get; set; }

    /// <summary>The least length divided by.</summary>
    public double eps { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor input1, Tensor input2) => functional.cosine_similarity(input1, input2, dim, eps);
}
