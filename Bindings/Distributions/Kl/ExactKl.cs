using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Divergences;

/// <summary>Divergences between distributions of one kind.</summary>
internal static class ExactKl
{
    internal static Tensor OfBernoulli(Bernoulli p, Bernoulli q)
    {
        Tensor ones = p.probs * (nn.functional.softplus(-q.logits) - nn.functional.softplus(-p.logits));
        Tensor zeros = (1 - p.probs) * (nn.functional.softplus(q.logits) - nn.functional.softplus(p.logits));
        return Kl.ZeroWhere(Kl.InfiniteWhere(ones, q.probs == 0), p.probs == 0) + Kl.ZeroWhere(Kl.InfiniteWhere(zeros, q.probs == 1), p.probs == 1);
    }

    internal static Tensor OfBeta(Beta p, Beta q)
    {
        Tensor sumP = p.concentration1 + p.concentration0;
        Tensor sumQ = q.concentration1 + q.concentration0;
        return q.concentration1.lgamma() + q.concentration0.lgamma() + sumP.lgamma()
            - (p.concentration1.lgamma() + p.concentration0.lgamma() + sumQ.lgamma())
            + ((p.concentration1 - q.concentration1) * p.concentration1.digamma())
            + ((p.concentration0 - q.concentration0) * p.concentration0.digamma())
            + ((sumQ - sumP) * sumP.digamma());
    }

    internal static Tensor OfBinomial(Binomial p, Binomial q)
    {
        if ((p.total_count < q.total_count).any().item<bool>())
        {
            throw new NotSupportedException("KL between Binomials where q.total_count > p.total_count is not implemented");
        }

        Tensor kl = p.total_count * ((p.probs * (p.logits - q.logits)) + (-p.probs).log1p() - (-q.probs).log1p());
        return Kl.InfiniteWhere(kl, p.total_count > q.total_count);
    }

    internal static Tensor OfCategorical(Categorical p, Categorical q)
    {
        Tensor each = p.probs * (p.logits - q.logits);
        return Kl.ZeroWhere(Kl.InfiniteWhere(each, q.probs == 0), p.probs == 0).sum(-1);
    }

    internal static Tensor OfCauchy(Cauchy p, Cauchy q) =>
        ((p.scale + q.scale).square() + (p.loc - q.loc).square()).log() - (4 * p.scale * q.scale).log();

    internal static Tensor OfContinuousBernoulli(ContinuousBernoulli p, ContinuousBernoulli q) =>
        (p.mean * (p.logits - q.logits)) + p.LogNorm + (-p.probs).log1p() - q.LogNorm - (-q.probs).log1p();

    internal static Tensor OfDirichlet(Dirichlet p, Dirichlet q)
    {
        Tensor sumP = p.concentration.sum(-1);
        Tensor sumQ = q.concentration.sum(-1);
        Tensor logs = p.concentration.digamma() - sumP.digamma().unsqueeze(-1);
        return sumP.lgamma() - sumQ.lgamma() - (p.concentration.lgamma() - q.concentration.lgamma()).sum(-1)
            + ((p.concentration - q.concentration) * logs).sum(-1);
    }

    internal static Tensor OfExponential(Exponential p, Exponential q)
    {
        Tensor ratio = q.rate / p.rate;
        return ratio - ratio.log() - 1;
    }

    internal static Tensor OfGamma(Gamma p, Gamma q) =>
        (q.concentration * (p.rate / q.rate).log()) + q.concentration.lgamma() - p.concentration.lgamma()
        + ((p.concentration - q.concentration) * p.concentration.digamma())
        + ((q.rate - p.rate) * (p.concentration / p.rate));

    internal static Tensor OfGeometric(Geometric p, Geometric q) => -p.entropy() - ((-q.probs).log1p() / p.probs) - q.logits;

    internal static Tensor OfGumbel(Gumbel p, Gumbel q)
    {
        Tensor ratio = p.scale / q.scale;
        Tensor shift = (q.loc - p.loc) / q.scale;
        return -ratio.log() - shift + (ratio * Kl.Euler) + (shift + (1 + ratio).lgamma()).exp() - (1 + Kl.Euler);
    }

    internal static Tensor OfLaplace(Laplace p, Laplace q)
    {
        Tensor ratio = p.scale / q.scale;
        Tensor distance = (p.loc - q.loc).abs();
        return -ratio.log() + (distance / q.scale) + (ratio * (-distance / p.scale).exp()) - 1;
    }

    internal static Tensor OfNormal(Normal p, Normal q)
    {
        Tensor variances = (p.scale / q.scale).square();
        return 0.5 * (variances + ((p.loc - q.loc) / q.scale).square() - 1 - variances.log());
    }

    internal static Tensor OfPareto(Pareto p, Pareto q)
    {
        Tensor ratio = q.alpha / p.alpha;
        Tensor kl = (q.alpha * (p.scale / q.scale).log()) - ratio.log() + ratio - 1;
        return Kl.InfiniteWhere(kl, p.scale < q.scale);
    }

    internal static Tensor OfPoisson(Poisson p, Poisson q) => (p.rate * (p.rate.log() - q.rate.log())) - (p.rate - q.rate);

    internal static Tensor OfUniform(Uniform p, Uniform q) =>
        Kl.InfiniteWhere(((q.high - q.low) / (p.high - p.low)).log(), (q.low > p.low) | (q.high < p.high));
}
