using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Divergences;

/// <summary>Divergences of distributions over all numbers to others.</summary>
internal static class RealLineKl
{
    internal static Tensor GumbelToNormal(Gumbel p, Normal q) => -p.entropy() + Kl.NormalCross(p.mean, p.variance, q);

    internal static Tensor LaplaceToNormal(Laplace p, Normal q) => -p.entropy() + Kl.NormalCross(p.mean, p.variance, q);

    internal static Tensor NormalToGumbel(Normal p, Gumbel q)
    {
        Tensor place = (p.loc - q.loc) / q.scale;
        Tensor spread = (p.scale / q.scale).square();
        return -p.entropy() + q.scale.log() + place + ((0.5 * spread) - place).exp();
    }

    internal static Tensor NormalToLaplace(Normal p, Laplace q)
    {
        Tensor distance = p.loc - q.loc;
        Tensor ratio = distance / p.scale;
        Tensor mean = (Math.Sqrt(2 / Math.PI) * p.scale * (-0.5 * ratio.square()).exp()) + (distance * (ratio * Math.Sqrt(0.5)).erf());
        return -p.entropy() + (2 * q.scale).log() + (mean / q.scale);
    }
}
