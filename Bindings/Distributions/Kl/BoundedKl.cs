using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Divergences;

/// <summary>Divergences of distributions over an interval to others.</summary>
internal static class BoundedKl
{
    internal static Tensor BetaToContinuousBernoulli(Beta p, ContinuousBernoulli q) =>
        -p.entropy() - (p.mean * q.logits) - (-q.probs).log1p() - q.LogNorm;

    internal static Tensor BetaToExponential(Beta p, Exponential q) => -p.entropy() - q.rate.log() + (q.rate * p.mean);

    internal static Tensor BetaToGamma(Beta p, Gamma q)
    {
        Tensor meanLog = p.concentration1.digamma() - (p.concentration1 + p.concentration0).digamma();
        return -p.entropy() + q.concentration.lgamma() - (q.concentration * q.rate.log()) - ((q.concentration - 1) * meanLog) + (q.rate * p.mean);
    }

    internal static Tensor BetaToNormal(Beta p, Normal q) => -p.entropy() + Kl.NormalCross(p.mean, p.variance, q);

    internal static Tensor BetaToUniform(Beta p, Uniform q) =>
        Kl.InfiniteWhere((q.high - q.low).log() - p.entropy(), (q.low > 0) | (q.high < 1));

    internal static Tensor ContinuousBernoulliToExponential(ContinuousBernoulli p, Exponential q) =>
        -p.entropy() - q.rate.log() + (q.rate * p.mean);

    internal static Tensor ContinuousBernoulliToNormal(ContinuousBernoulli p, Normal q) => -p.entropy() + Kl.NormalCross(p.mean, p.variance, q);

    internal static Tensor ContinuousBernoulliToUniform(ContinuousBernoulli p, Uniform q) =>
        Kl.InfiniteWhere((q.high - q.low).log() - p.entropy(), (q.low > 0) | (q.high < 1));

    internal static Tensor UniformToBeta(Uniform p, Beta q)
    {
        Tensor width = p.high - p.low;
        Tensor meanLog = MeanLog(p.low, p.high, width);
        Tensor meanLogRest = MeanLog(1 - p.high, 1 - p.low, width);
        Tensor logBeta = q.concentration1.lgamma() + q.concentration0.lgamma() - (q.concentration1 + q.concentration0).lgamma();
        Tensor kl = logBeta - width.log() - ((q.concentration1 - 1) * meanLog) - ((q.concentration0 - 1) * meanLogRest);
        return Kl.InfiniteWhere(kl, (p.high > 1) | (p.low < 0));
    }

    internal static Tensor UniformToContinuousBernoulli(Uniform p, ContinuousBernoulli q) => Kl.InfiniteWhere(
        -p.entropy() - (p.mean * q.logits) - (-q.probs).log1p() - q.LogNorm, (p.high > 1) | (p.low < 0));

    internal static Tensor UniformToExponential(Uniform p, Exponential q) =>
        Kl.InfiniteWhere((q.rate * p.mean) - ((p.high - p.low) * q.rate).log(), p.low < 0);

    internal static Tensor UniformToGamma(Uniform p, Gamma q)
    {
        Tensor width = p.high - p.low;
        Tensor kl = q.concentration.lgamma() - (q.concentration * q.rate.log()) - width.log()
            + ((1 - q.concentration) * MeanLog(p.low, p.high, width)) + (q.rate * p.mean);
        return Kl.InfiniteWhere(kl, p.low < 0);
    }

    internal static Tensor UniformToGumbel(Uniform p, Gumbel q)
    {
        Tensor ratio = q.scale / (p.high - p.low);
        Tensor high = (p.high - q.loc) / q.scale;
        Tensor low = (p.low - q.loc) / q.scale;
        return ratio.log() + (0.5 * (high + low)) - (ratio * ((-high).exp() - (-low).exp()));
    }

    internal static Tensor UniformToNormal(Uniform p, Normal q) => -p.entropy() + Kl.NormalCross(p.mean, p.variance, q);

    internal static Tensor UniformToPareto(Uniform p, Pareto q)
    {
        Tensor width = p.high - p.low;
        Tensor kl = ((q.alpha + 1) * MeanLog(p.low, p.high, width)) - (q.alpha * q.scale.pow(q.alpha) * width).log();
        return Kl.InfiniteWhere(kl, p.low < q.scale);
    }

    /// <summary>The mean of log x over an interval.</summary>
    private static Tensor MeanLog(Tensor low, Tensor high, Tensor width) => (Kl.XLogX(high) - Kl.XLogX(low) - width) / width;
}
