using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace Bindings.Tests.Distributions;

/// <summary>Laws that hold whatever the oracle says, where it says nothing or is wrong.</summary>
public class DistributionLawTests
{
    [Fact]
    public void The_mode_of_Kumaraswamy_is_where_its_density_is_greatest()
    {
        using DisposeScope scope = NewDisposeScope();
        var distribution = distributions.Kumaraswamy(tensor(2.0), tensor(3.5));
        Tensor grid = linspace(0.001, 0.999, 9981, ScalarType.Float64);
        double best = grid[distribution.log_prob(grid).argmax()].item<double>();
        Assert.Equal(best, distribution.mode.item<double>(), 3);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(2.5)]
    [InlineData(40)]
    public void The_gamma_distribution_s_cdf_is_its_density_summed(double concentration)
    {
        using DisposeScope scope = NewDisposeScope();
        var distribution = distributions.Gamma(tensor(concentration), tensor(1.5));
        Tensor x = tensor(new[] { 0.5, 2.0, 30.0 }).requires_grad_();
        Tensor probability = distribution.cdf(x);
        Tensor slope = torch.autograd.grad([probability.sum()], [x])[0];
        Assert.True(slope.allclose(distribution.log_prob(x).exp().detach(), 1e-6, 1e-12));
        Assert.True((probability > 0).all().item<bool>() && (probability <= 1).all().item<bool>());
    }

    [Fact]
    public void The_Poisson_distribution_s_cdf_is_the_sum_of_its_probabilities()
    {
        using DisposeScope scope = NewDisposeScope();
        var distribution = distributions.Poisson(2.3);
        Tensor counts = arange(12, dtype: ScalarType.Float64);
        Assert.True(distribution.cdf(counts).allclose(distribution.log_prob(counts).exp().cumsum(0), 1e-12, 1e-14));
    }

    [Fact]
    public void Divergences_reach_the_ends_of_an_interval()
    {
        // Python has 0 log 0 = NaN for the first, and takes equal supports for unequal ones in the others.
        using DisposeScope scope = NewDisposeScope();
        var uniform = distributions.Uniform(tensor(0.0), tensor(1.0));
        Tensor beta = kl_divergence(uniform, distributions.Beta(tensor(2.0), tensor(3.0)));
        Assert.Equal(Math.Log(1.0 / 12) + 3, beta.item<double>(), 12);
        var continuous = distributions.ContinuousBernoulli(tensor(0.3));
        Tensor there = kl_divergence(uniform, continuous);
        Tensor back = kl_divergence(continuous, uniform);
        Tensor grid = (arange(20000, dtype: ScalarType.Float64) + 0.5) / 20000;
        Tensor density = continuous.log_prob(grid);
        Assert.Equal(-density.mean().item<double>(), there.item<double>(), 6);
        Assert.Equal((density.exp() * density).mean().item<double>(), back.item<double>(), 6);
    }

    [Fact]
    public void The_entropy_of_a_family_is_its_Bregman_divergence()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = tensor(new[] { 0.7, 2.0 });
        Tensor b = tensor(new[] { 1.5, 0.4 });
        ExponentialFamily[] families =
        [
            distributions.Normal(a, b), distributions.Gamma(a, b), distributions.Exponential(b), distributions.Bernoulli(tensor(0.3)),
            distributions.ContinuousBernoulli(tensor(0.3)),
        ];
        Assert.All(families, family => Assert.True(new Family(family).entropy().allclose(family.entropy(), 1e-6, 1e-9), $"{family}"));
    }

    [Fact]
    public void The_divergence_of_a_family_is_its_Bregman_divergence()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor df = tensor(5.0);
        Tensor scale = eye(2, dtype: ScalarType.Float64) * 2;
        var p = distributions.Wishart(df, scale);
        var q = distributions.Wishart(tensor(4.0), eye(2, dtype: ScalarType.Float64));
        Tensor drawn = p.sample(4000);
        Tensor expected = (p.log_prob(drawn) - q.log_prob(drawn)).mean();
        Assert.Equal(expected.item<double>(), kl_divergence(p, q).item<double>(), 0.15);
        Assert.Equal(0, kl_divergence(p, p).item<double>(), 9);
    }

    [Fact]
    public void A_generator_of_ones_own_decides_the_draws()
    {
        using DisposeScope scope = NewDisposeScope();
        using var first = new Generator(7);
        using var second = new Generator(7);
        var one = distributions.Gamma(ones(5), ones(5), first);
        var two = distributions.Gamma(ones(5), ones(5), second);
        Assert.True(one.sample(3).equal(two.sample(3)).all().item<bool>());
        using var third = new Generator(7);
        using IDisposable current = torch.random.Use(third);
        Assert.True(distributions.Gamma(ones(5), ones(5)).sample(3).equal(NewDraws(7)).all().item<bool>());
    }

    [Theory]
    [InlineData(1e-5f)]
    [InlineData(1e-9f)]
    public void Angles_hardly_concentrated_go_all_around(float concentration)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor angles = distributions.VonMises(tensor(0f), tensor(concentration), new Generator(5)).sample(2000);
        Assert.Equal(ScalarType.Float32, angles.dtype);
        Assert.InRange(angles.abs().max().item<float>(), 3.1f, 3.1416f);
        Assert.InRange(angles.cos().mean().item<float>(), -0.06f, 0.06f);
    }

    [Fact]
    public void Draws_have_the_moments_they_should_have()
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(3);
        Tensor a = tensor(2.5);
        Tensor b = tensor(3.5);
        Distribution[] all =
        [
            distributions.Normal(a, b), distributions.Laplace(a, b), distributions.Gumbel(a, b), distributions.Gamma(a, b), distributions.Beta(a, b),
            distributions.Weibull(a, b), distributions.Kumaraswamy(a, b), distributions.HalfNormal(a), distributions.LogNormal(a, tensor(0.5)),
            distributions.Poisson(a), distributions.Geometric(tensor(0.3)), distributions.Binomial(tensor(7.0), tensor(0.3)),
            distributions.NegativeBinomial(tensor(7.0), tensor(0.3)), distributions.ContinuousBernoulli(tensor(0.3)), distributions.Exponential(a),
            distributions.Uniform(a, b), distributions.StudentT(tensor(9.0), a, b), distributions.Chi2(a), distributions.FisherSnedecor(a, tensor(12.0)),
            distributions.Pareto(a, tensor(6.0)),
        ];
        Assert.All(all, distribution =>
        {
            Tensor drawn = distribution.sample(40000);
            double spread = distribution.stddev.item<double>();
            Assert.InRange((drawn.mean().item<double>() - distribution.mean.item<double>()) / spread, -0.03, 0.03);
            Assert.InRange(drawn.std().item<double>() / spread, 0.9, 1.1);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Categories_come_up_as_often_as_they_should(int atOnce)
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(3);
        var distribution = distributions.Categorical(tensor(new[] { 0.1, 0.0, 0.6, 0.3 }));
        double[] counts = new double[4];
        for (int i = 0; i < 3000; i++)
        {
            using Tensor drawn = distribution.sample(atOnce);
            foreach (long category in drawn.data<long>().ToArray())
            {
                counts[category] += 1.0 / (3000 * atOnce);
            }
        }

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0], 0.08, 0.12);
        Assert.InRange(counts[2], 0.56, 0.64);
    }

    private static Tensor NewDraws(ulong seed)
    {
        using var generator = new Generator(seed);
        return distributions.Gamma(ones(5), ones(5), generator).sample(3);
    }

    /// <summary>Another distribution without its own formula of the entropy.</summary>
    private sealed class Family(ExponentialFamily inner) : ExponentialFamily((Generator?)null)
    {
        protected internal override IList<Tensor> NaturalParams => inner.NaturalParams;

        protected internal override Tensor MeanCarrierMeasure => inner.MeanCarrierMeasure;

        protected internal override Tensor LogNormalizer(params Tensor[] parameters) => inner.LogNormalizer(parameters);

        public override Tensor entropy()
        {
            batch_shape = inner.batch_shape;
            return base.entropy();
        }
    }
}
