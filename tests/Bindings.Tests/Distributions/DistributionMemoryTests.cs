using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace Bindings.Tests.Distributions;

/// <summary>Distributions leave no tensors behind.</summary>
public class DistributionMemoryTests
{
    public static TheoryData<string, Func<Distribution>> Makers => new()
    {
        { "Normal", () => distributions.Normal(0f, 1f) },
        { "Gamma", () => From(2f, 3f, (a, b) => distributions.Gamma(a, b)) },
        { "Beta", () => From(2f, 3f, (a, b) => distributions.Beta(a, b)) },
        { "Gumbel", () => From(2f, 3f, (a, b) => distributions.Gumbel(a, b)) },
        { "Weibull", () => From(2f, 3f, (a, b) => distributions.Weibull(a, b)) },
        { "Pareto", () => From(2f, 3f, (a, b) => distributions.Pareto(a, b)) },
        { "Kumaraswamy", () => From(2f, 3f, (a, b) => distributions.Kumaraswamy(a, b)) },
        { "HalfCauchy", () => From(2f, 3f, (a, _) => distributions.HalfCauchy(a)) },
        { "FisherSnedecor", () => From(2f, 3f, (a, b) => distributions.FisherSnedecor(a, b)) },
        { "StudentT", () => From(2f, 3f, (a, b) => distributions.StudentT(a, b, b)) },
        { "VonMises", () => From(2f, 3f, (a, b) => distributions.VonMises(a, b)) },
        { "Chi2", () => From(2f, 3f, (a, _) => distributions.Chi2(a)) },
        { "LogitRelaxedBernoulli", () => From(2f, 3f, (a, b) => distributions.LogitRelaxedBernoulli(a, null, b)) },
        { "RelaxedBernoulli", () => From(2f, 3f, (a, b) => distributions.RelaxedBernoulli(a, null, b)) },
        { "Binomial", () => distributions.Binomial(5, 0.3, null) },
        { "NegativeBinomial", () => distributions.NegativeBinomial(5, 0.3f, null) },
        { "Categorical", () => distributions.Categorical(4) },
        { "Multinomial", () => distributions.Multinomial(3, 4) },
        { "ContinuousBernoulli", () => From(0.3f, 0f, (a, _) => distributions.ContinuousBernoulli(a)) },
        { "MultivariateNormal", () => Scoped(() => distributions.MultivariateNormal(zeros(2), eye(2))) },
        { "LowRankMultivariateNormal", () => Scoped(() => distributions.LowRankMultivariateNormal(zeros(2), ones(2, 1), ones(2))) },
        { "Wishart", () => Scoped(() => distributions.Wishart(tensor(4f), eye(2))) },
        { "LKJCholesky", () => distributions.LKJCholesky(3) },
        { "LogisticNormal", () => Scoped(() => distributions.LogisticNormal(zeros(3), ones(3))) },
        { "Independent", () => Scoped(() => distributions.Independent(distributions.Normal(zeros(3), ones(3)), 1)) },
        { "MixtureSameFamily", () => Scoped(() => distributions.MixtureSameFamily(distributions.Categorical(3), distributions.Normal(zeros(3), ones(3)))) },
        { "RelaxedOneHotCategorical", () => Scoped(() => distributions.RelaxedOneHotCategorical(tensor(1f), ones(3))) },
    };

    [Theory]
    [MemberData(nameof(Makers))]
    public void A_thousand_draws_and_densities_leave_no_tensors_behind(string name, Func<Distribution> make)
    {
        using Distribution distribution = make();
        Use(distribution);
        long before = Live;
        for (int i = 0; i < 1000; i++)
        {
            Use(distribution);
        }

        Assert.True(Live == before, $"{name}: {Live - before} tensors are left");
    }

    [Theory]
    [MemberData(nameof(Makers))]
    public void A_disposed_distribution_leaves_no_tensors_behind(string name, Func<Distribution> make)
    {
        long before = Live;
        using (Distribution distribution = make())
        {
            Use(distribution);
            Size twice = new Size(2L) + distribution.batch_shape;
            using Distribution expanded = distribution.expand(twice);
            Use(expanded);
        }

        Assert.True(Live == before, $"{name}: {Live - before} tensors are left");
    }

    [Fact]
    public void What_a_method_returns_is_the_callers()
    {
        using DisposeScope scope = NewDisposeScope();
        using var distribution = distributions.Normal(1f, 2f);
        distribution.mean.Dispose();
        distribution.mode.Dispose();
        distribution.stddev.Dispose();
        Assert.Equal(1f, distribution.loc.item<float>());
        Assert.Equal(2f, distribution.scale.item<float>());
    }

    [Fact]
    public void A_distribution_outlives_the_scope_it_was_made_in()
    {
        Distribution made = Scoped(() => distributions.Gumbel(zeros(2), ones(2)));
        using (made)
        using (Tensor drawn = made.rsample(3))
        {
            Assert.Equal([3, 2], drawn.shape);
        }
    }

    [Fact]
    public void Views_of_parameters_reach_the_tensors_given()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor loc = zeros(2).requires_grad_();
        using var distribution = distributions.Normal(loc, ones(2));
        distribution.rsample(5).sum().backward();
        Assert.Equal(5f, loc.grad![0].item<float>());
    }

    /// <summary>Made less disposed by this thread: what the collector does has no part in it.</summary>
    private static long Live => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

    private static void Use(Distribution distribution)
    {
        using Tensor drawn = distribution.sample(2);
        using Tensor again = distribution.rsample();
        using Tensor density = distribution.log_prob(drawn);
    }

    private static Distribution From(float first, float second, Func<Tensor, Tensor, Distribution> make) =>
        Scoped(() => make(tensor(first), tensor(second)));

    private static T Scoped<T>(Func<T> make)
    {
        using DisposeScope scope = NewDisposeScope();
        return make();
    }
}
