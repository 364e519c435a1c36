using System.Collections.Concurrent;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Divergences;

/// <summary>Which formula gives the divergence of which pair of types.</summary>
internal static class KlRegistry
{
    private static readonly List<Rule> Rules = [];
    private static readonly ConcurrentDictionary<(Type P, Type Q), Func<distributions.Distribution, distributions.Distribution, Tensor>?> Found = [];
    private static readonly Lock Gate = new();

    static KlRegistry()
    {
        AddExact();
        AddImpossible();
        AddMixed();
    }

    /// <summary>Adds a rule; one for the same pair of types takes the place of an earlier one.</summary>
    internal static void Add<TP, TQ>(Func<TP, TQ, Tensor> divergence)
        where TP : distributions.Distribution
        where TQ : distributions.Distribution
    {
        lock (Gate)
        {
            Rules.RemoveAll(rule => rule.P == typeof(TP) && rule.Q == typeof(TQ));
            Rules.Add(new Rule(typeof(TP), typeof(TQ), (p, q) => divergence((TP)p, (TQ)q)));
            Found.Clear();
        }
    }

    /// <summary>Computes by the closest rule; the result is a new tensor of the caller's.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    internal static Tensor Compute(distributions.Distribution p, distributions.Distribution q)
    {
        Func<distributions.Distribution, distributions.Distribution, Tensor> divergence = Found.GetOrAdd((p.GetType(), q.GetType()), Closest)
            ?? throw new NotSupportedException($"No KL(p || q) is implemented for p type {p.GetType().Name} and q type {q.GetType().Name}");
        using DisposeScope scope = NewDisposeScope();
        Tensor result = divergence(p, q);
        return (scope.Contains(result) ? result : result.alias()).MoveToOuterDisposeScope();
    }

    /// <summary>The rule for the most derived first type, and among those for the most derived second one.</summary>
    private static Func<distributions.Distribution, distributions.Distribution, Tensor>? Closest((Type P, Type Q) types)
    {
        lock (Gate)
        {
            Rule? best = null;
            foreach (Rule rule in Rules)
            {
                bool fits = rule.P.IsAssignableFrom(types.P) && rule.Q.IsAssignableFrom(types.Q);
                if (fits && (best is null || IsCloser(rule, best)))
                {
                    best = rule;
                }
            }

            return best?.Divergence;
        }
    }

    private static bool IsCloser(Rule rule, Rule than) =>
        rule.P == than.P ? than.Q.IsAssignableFrom(rule.Q) : than.P.IsAssignableFrom(rule.P);

    private static void AddExact()
    {
        Add<Bernoulli, Bernoulli>(ExactKl.OfBernoulli);
        Add<Beta, Beta>(ExactKl.OfBeta);
        Add<Binomial, Binomial>(ExactKl.OfBinomial);
        Add<Categorical, Categorical>(ExactKl.OfCategorical);
        Add<Cauchy, Cauchy>(ExactKl.OfCauchy);
        Add<ContinuousBernoulli, ContinuousBernoulli>(ExactKl.OfContinuousBernoulli);
        Add<Dirichlet, Dirichlet>(ExactKl.OfDirichlet);
        Add<Exponential, Exponential>(ExactKl.OfExponential);
        Add<Gamma, Gamma>(ExactKl.OfGamma);
        Add<Geometric, Geometric>(ExactKl.OfGeometric);
        Add<Gumbel, Gumbel>(ExactKl.OfGumbel);
        Add<Laplace, Laplace>(ExactKl.OfLaplace);
        Add<Normal, Normal>(ExactKl.OfNormal);
        Add<Pareto, Pareto>(ExactKl.OfPareto);
        Add<Poisson, Poisson>(ExactKl.OfPoisson);
        Add<Uniform, Uniform>(ExactKl.OfUniform);
        Add<HalfNormal, HalfNormal>(ComposedKl.OfHalfNormal);
        Add<OneHotCategorical, OneHotCategorical>(ComposedKl.OfOneHot);
        Add<Independent, Independent>(ComposedKl.OfIndependent);
        Add<TransformedDistribution, TransformedDistribution>(ComposedKl.OfTransformed);
        Add<distributions.ExponentialFamily, distributions.ExponentialFamily>(ComposedKl.OfFamily);
        Add<MultivariateNormal, MultivariateNormal>(NormalVectorKl.Full);
        Add<LowRankMultivariateNormal, LowRankMultivariateNormal>(NormalVectorKl.LowRank);
        Add<MultivariateNormal, LowRankMultivariateNormal>(NormalVectorKl.FullToLowRank);
        Add<LowRankMultivariateNormal, MultivariateNormal>(NormalVectorKl.LowRankToFull);
    }

    /// <summary>Pairs of which the first draws values that the second never does.</summary>
    private static void AddImpossible()
    {
        Add<Beta, Pareto>(Kl.Infinite);
        Add<ContinuousBernoulli, Pareto>(Kl.Infinite);
        Add<Exponential, Beta>(Kl.Infinite);
        Add<Exponential, ContinuousBernoulli>(Kl.Infinite);
        Add<Exponential, Pareto>(Kl.Infinite);
        Add<Exponential, Uniform>(Kl.Infinite);
        Add<Gamma, Beta>(Kl.Infinite);
        Add<Gamma, ContinuousBernoulli>(Kl.Infinite);
        Add<Gamma, Pareto>(Kl.Infinite);
        Add<Gamma, Uniform>(Kl.Infinite);
        Add<Gumbel, Beta>(Kl.Infinite);
        Add<Gumbel, ContinuousBernoulli>(Kl.Infinite);
        Add<Gumbel, Exponential>(Kl.Infinite);
        Add<Gumbel, Gamma>(Kl.Infinite);
        Add<Gumbel, Pareto>(Kl.Infinite);
        Add<Gumbel, Uniform>(Kl.Infinite);
        Add<Laplace, Beta>(Kl.Infinite);
        Add<Laplace, ContinuousBernoulli>(Kl.Infinite);
        Add<Laplace, Exponential>(Kl.Infinite);
        Add<Laplace, Gamma>(Kl.Infinite);
        Add<Laplace, Pareto>(Kl.Infinite);
        Add<Laplace, Uniform>(Kl.Infinite);
        Add<Normal, Beta>(Kl.Infinite);
        Add<Normal, ContinuousBernoulli>(Kl.Infinite);
        Add<Normal, Exponential>(Kl.Infinite);
        Add<Normal, Gamma>(Kl.Infinite);
        Add<Normal, Pareto>(Kl.Infinite);
        Add<Normal, Uniform>(Kl.Infinite);
        Add<Pareto, Beta>(Kl.Infinite);
        Add<Pareto, ContinuousBernoulli>(Kl.Infinite);
        Add<Pareto, Uniform>(Kl.Infinite);
        Add<Poisson, Bernoulli>(Kl.Infinite);
        Add<Poisson, Binomial>(Kl.Infinite);
    }

    private static void AddMixed()
    {
        Add<Bernoulli, Poisson>(HalfLineKl.BernoulliToPoisson);
        Add<Beta, ContinuousBernoulli>(BoundedKl.BetaToContinuousBernoulli);
        Add<Beta, Exponential>(BoundedKl.BetaToExponential);
        Add<Beta, Gamma>(BoundedKl.BetaToGamma);
        Add<Beta, Normal>(BoundedKl.BetaToNormal);
        Add<Beta, Uniform>(BoundedKl.BetaToUniform);
        Add<ContinuousBernoulli, Exponential>(BoundedKl.ContinuousBernoulliToExponential);
        Add<ContinuousBernoulli, Normal>(BoundedKl.ContinuousBernoulliToNormal);
        Add<ContinuousBernoulli, Uniform>(BoundedKl.ContinuousBernoulliToUniform);
        Add<Exponential, Gamma>(HalfLineKl.ExponentialToGamma);
        Add<Exponential, Gumbel>(HalfLineKl.ExponentialToGumbel);
        Add<Exponential, Normal>(HalfLineKl.ExponentialToNormal);
        Add<Gamma, Exponential>(HalfLineKl.GammaToExponential);
        Add<Gamma, Gumbel>(HalfLineKl.GammaToGumbel);
        Add<Gamma, Normal>(HalfLineKl.GammaToNormal);
        Add<Gumbel, Normal>(RealLineKl.GumbelToNormal);
        Add<Laplace, Normal>(RealLineKl.LaplaceToNormal);
        Add<Normal, Gumbel>(RealLineKl.NormalToGumbel);
        Add<Normal, Laplace>(RealLineKl.NormalToLaplace);
        Add<Pareto, Exponential>(HalfLineKl.ParetoToExponential);
        Add<Pareto, Gamma>(HalfLineKl.ParetoToGamma);
        Add<Pareto, Normal>(HalfLineKl.ParetoToNormal);
        Add<Uniform, Beta>(BoundedKl.UniformToBeta);
        Add<Uniform, ContinuousBernoulli>(BoundedKl.UniformToContinuousBernoulli);
        Add<Uniform, Exponential>(BoundedKl.UniformToExponential);
        Add<Uniform, Gamma>(BoundedKl.UniformToGamma);
        Add<Uniform, Gumbel>(BoundedKl.UniformToGumbel);
        Add<Uniform, Normal>(BoundedKl.UniformToNormal);
        Add<Uniform, Pareto>(BoundedKl.UniformToPareto);
    }

    private sealed record Rule(Type P, Type Q, Func<distributions.Distribution, distributions.Distribution, Tensor> Divergence);
}
