using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// Divides each entry by a power of the mean square of its neighbours in the channels: (N, C, ...). Python's <c>torch.nn.LocalResponseNorm</c>.
/// </summary>
public sealed class LocalResponseNorm : ParameterLessModule<Tensor, Tensor>
{
    internal LocalResponseNorm(long size, double alpha, double beta, double k)
        : base(nameof(LocalResponseNorm))
    {
        this.size = size;
        this.alpha = alpha;
        this.beta = beta;
        this.k = k;
    }

    /// <summary>The number of neighbouring channels.</summary>
    public long size { get; set; }

    /// <summary>The factor of the mean square.</summary>
    public double alpha { get; set; }

    /// <summary>The power.</summary>
    public double beta { get; set; }

    /// <summary>Added before the power.</summary>
    public double k { get; set; }

    /// <summary>Normalizes.</summary>
    public override Tensor forward(Tensor input) => functional.local_response_norm(input, size, alpha, beta, k);

    /// <inheritdoc/>
    protected override string extra_repr() => $"{size}, alpha={Repr.Float(alpha)}, beta={Repr.Float(beta)}, k={Repr.Float(k)}";
}
