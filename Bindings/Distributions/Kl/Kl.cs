using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Divergences;

/// <summary>What formulas of divergences share.</summary>
internal static class Kl
{
    /// <summary>Euler's constant.</summary>
    internal const double Euler = 0.57721566490153286060;

    internal static Tensor Between(distributions.Distribution p, distributions.Distribution q) => KlRegistry.Compute(p, q);

    /// <summary>Infinity where a draw of the first may be impossible under the second.</summary>
    internal static Tensor InfiniteWhere(Tensor kl, Tensor impossible) => kl.masked_fill(impossible, double.PositiveInfinity);

    internal static Tensor ZeroWhere(Tensor kl, Tensor never) => kl.masked_fill(never, 0);

    /// <summary>Infinity for each of the batch.</summary>
    internal static Tensor Infinite(distributions.Distribution p, distributions.Distribution q)
    {
        Tensor like = p.mean;
        return full(broadcast_shapes(p.batch_shape.Shape, q.batch_shape.Shape).Shape, double.PositiveInfinity, dtype: like.dtype, device: like.device);
    }

    /// <summary>x log x, which is 0 at 0.</summary>
    internal static Tensor XLogX(Tensor x) => x.xlogy(x);

    /// <summary>The mean of minus the normal log density, under a distribution of this mean and variance.</summary>
    internal static Tensor NormalCross(Tensor mean, Tensor variance, Normal q) =>
        (0.5 * Math.Log(2 * Math.PI)) + q.scale.log() + ((variance + (mean - q.loc).square()) / (2 * q.scale.square()));
}
