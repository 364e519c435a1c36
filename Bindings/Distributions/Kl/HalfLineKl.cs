using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Divergences;

/// <summary>Divergences of distributions over positive numbers to others, and of counts.</summary>
internal static class HalfLineKl
{
    internal static Tensor BernoulliToPoisson(Bernoulli p, Poisson q) => q.rate - p.entropy() - (p.probs * q.rate.log());

    internal static Tensor ExponentialToGamma(Exponential p, Gamma q)
    {
        Tensor ratio = q.rate / p.rate;
        return ratio - (q.concentration * ratio.log()) + q.concentration.lgamma() + (q.concentration * Kl.Euler) - (1 + Kl.Euler);
    }

    internal static Tensor ExponentialToGumbel(Exponential p, Gumbel q)
    {
        Tensor product = p.rate * q.scale;
        Tensor place = q.loc / q.scale;
        return product.log() - 1 - place + (place.exp() * product / (product + 1)) + product.reciprocal();
    }

    internal static Tensor ExponentialToNormal(Exponential p, Normal q) => -p.entropy() + Kl.NormalCross(p.mean, p.variance, q);

    internal static Tensor GammaToExponential(Gamma p, Exponential q) => -p.entropy() - q.rate.log() + (q.rate * p.mean);

    internal static Tensor GammaToGumbel(Gamma p, Gumbel q)
    {
        Tensor product = p.rate * q.scale;
        Tensor place = q.loc / q.scale;
        return ((p.concentration - 1) * p.concentration.digamma()) - p.concentration.lgamma() - p.concentration
            + product.log() + (p.concentration / product)
            + (place.exp() * (1 + product.reciprocal()).pow(-p.concentration)) - place;
    }

    internal static Tensor GammaToNormal(Gamma p, Normal q) => -p.entropy() + Kl.NormalCross(p.mean, p.variance, q);

    internal static Tensor ParetoToExponential(Pareto p, Exponential q)
    {
        Tensor product = p.scale * q.rate;
        Tensor kl = (p.alpha / product).log() - p.alpha.reciprocal() + (p.alpha * product / (p.alpha - 1)) - 1;
        return Kl.InfiniteWhere(kl, p.alpha <= 1);
    }

    internal static Tensor ParetoToGamma(Pareto p, Gamma q)
    {
        Tensor meanLog = p.scale.log() + p.alpha.reciprocal();
        Tensor kl = p.alpha.log() - meanLog + q.concentration.lgamma() - (q.concentration * q.rate.log())
            + ((1 - q.concentration) * meanLog) + (q.rate * p.alpha * p.scale / (p.alpha - 1)) - 1;
        return Kl.InfiniteWhere(kl, p.alpha <= 1);
    }

    internal static Tensor ParetoToNormal(Pareto p, Normal q)
    {
        Tensor mean = p.alpha * p.scale / (p.alpha - 1);
        Tensor variance = p.alpha * (p.scale / (p.alpha - 1)).square() / (p.alpha - 2);
        return Kl.InfiniteWhere(-p.entropy() + Kl.NormalCross(mean, variance, q), p.alpha <= 2);
    }
}
