using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Distributions;

/// <summary>Code as TorchSharp's users write it, distributions of their own, and what they can register.</summary>
public class DistributionUseTests
{
    [Fact]
    public void Programs_written_for_TorchSharp_compile_and_run()
    {
        using var scope = NewDisposeScope();
        var normal = torch.distributions.Normal(0.0, 1.0);
        Assert.Equal([2, 3], normal.sample(2, 3).shape);
        Assert.Equal([2, 3], normal.sample(new Size(new long[] { 2, 3 })).shape);
        Assert.Equal(ScalarType.Float64, normal.rsample().dtype);
        Assert.Equal(ScalarType.Float32, torch.distributions.Normal(0f, 1f).sample().dtype);
        torch.Generator gen = torch.random.manual_seed(4711);
        var bernoulli = torch.distributions.Bernoulli(torch.tensor(0.5), generator: gen);
        Assert.Equal([5], bernoulli.sample(5).shape);
        var byNumber = torch.distributions.Bernoulli(0.5f, null);
        Assert.Equal(0.5f, byNumber.mean.item<float>());
        var binomial = torch.distributions.Binomial(torch.tensor(100), torch.tensor(0.25f));
        Assert.Equal(25f, binomial.mean.item<float>());
        Assert.Equal(25.0, torch.distributions.Binomial(100, 0.25, null).mean.item<double>());
        var categorical = torch.distributions.Categorical(4);
        Assert.Equal(0.25f, categorical.probs[0].item<float>());
        var multinomial = torch.distributions.Multinomial(100, torch.rand(3));
        Assert.Equal(100f, multinomial.sample().sum().item<float>());
        var weibull = torch.distributions.Weibull(torch.ones(3), torch.ones(3));
        Assert.Equal([2, 3], weibull.expand(new Size((2L, 3L))).batch_shape.Shape);
        var poisson = torch.distributions.Poisson(0.5f);
        Assert.Equal(ScalarType.Float32, poisson.sample().dtype);
        Assert.Equal("Laplace(loc: 0.5, scale: 2.0)", torch.distributions.Laplace(0.5, 2.0).ToString());
        var relaxed = torch.distributions.RelaxedOneHotCategorical(torch.tensor(0.5f), torch.rand(2, 4));
        Assert.Equal([3, 2, 4], relaxed.rsample(3).shape);
        torch.distributions.Distribution reference = torch.distributions.Independent(torch.distributions.Normal(torch.zeros(2), torch.ones(2)), 1);
        Assert.Equal([2], reference.event_shape.Shape);
    }

    [Fact]
    public void A_distribution_of_ones_own_works_like_the_others()
    {
        using var scope = NewDisposeScope();
        using var triangle = new Triangular();
        Assert.Equal([4], triangle.sample(4).shape);
        Assert.Equal([4], triangle.sample(new Size(4)).shape);
        Assert.Equal(Math.Sqrt(1.0 / 18), triangle.stddev.item<double>(), 9);
        Assert.False(triangle.has_rsample);
        Assert.Throws<NotSupportedException>(() => triangle.cdf(tensor(0.5)));
        Assert.Equal("Triangular()", triangle.ToString());
    }

    [Fact]
    public void A_divergence_can_be_registered_and_the_closest_one_is_taken()
    {
        using var scope = NewDisposeScope();
        using var triangle = new Triangular();
        using var other = new Steeper();
        torch.distributions.register_kl<Triangular, Triangular>((_, _) => tensor(0.25));
        Assert.Equal(0.25, torch.distributions.kl_divergence(other, triangle).item<double>());
        torch.distributions.register_kl<Steeper, Triangular>((_, _) => tensor(0.5));
        Assert.Equal(0.5, torch.distributions.kl_divergence(other, triangle).item<double>());
        Assert.Equal(0.25, torch.distributions.kl_divergence(triangle, other).item<double>());
    }

    [Fact]
    public void A_map_onto_a_constraint_can_be_registered()
    {
        using var scope = NewDisposeScope();
        torch.distributions.constraint_registry.biject_to.register<Even>(_ => new torch.distributions.transforms.AffineTransform(0, 2));
        Assert.Equal(6.0, torch.distributions.biject_to(new Even()).forward(tensor(3.0)).item<double>());
        Assert.Throws<NotSupportedException>(() => torch.distributions.transform_to(new Even()));
    }

    [Fact]
    public void Supports_that_depend_on_parameters_have_maps_onto_them()
    {
        using var scope = NewDisposeScope();
        var uniform = torch.distributions.Uniform(tensor(new[] { 0.0, -1.0 }), tensor(new[] { 2.0, 5.0 }));
        Tensor far = tensor(new[] { -50.0, 50.0 });
        Assert.True(torch.distributions.biject_to(uniform.support).forward(far).allclose(tensor(new[] { 0.0, 5.0 })));
        var pareto = torch.distributions.Pareto(tensor(new[] { 1.0, 3.0 }), tensor(2.0));
        Assert.True((torch.distributions.transform_to(pareto.support).forward(far) >= pareto.scale).all().item<bool>());
        var bounded = (torch.distributions.constraints._Interval)uniform.support;
        Assert.Throws<InvalidOperationException>(() => bounded.lower_bound);
        Assert.Equal("Interval(lower_bound=tensor([ 0., -1.], dtype=torch.float64), upper_bound=tensor([2., 5.], dtype=torch.float64))", $"{bounded}");
    }

    [Fact]
    public void Nothing_can_be_checked_against_a_dependent_constraint()
    {
        using var scope = NewDisposeScope();
        Assert.True(torch.distributions.constraints.is_dependent(torch.distributions.constraints.dependent));
        Assert.Throws<InvalidOperationException>(() => torch.distributions.constraints.dependent.check(tensor(1.0)));
    }

    [Fact]
    public void The_cumulative_distribution_is_a_transform()
    {
        using var scope = NewDisposeScope();
        var transform = new torch.distributions.transforms.CumulativeDistributionTransform(torch.distributions.Normal(0.0, 1.0));
        Tensor x = tensor(new[] { -1.0, 0.0, 2.0 });
        Tensor y = transform.forward(x);
        Assert.Equal(0.5, y[1].item<double>());
        Assert.True(transform.inv.forward(y).allclose(x));
        Assert.True(transform.log_abs_det_jacobian(x, y).allclose(transform.distribution.log_prob(x)));
        Assert.Equal("Real()", $"{transform.domain}");
    }

    private class Triangular : torch.distributions.Distribution
    {
        public Triangular()
            : base(null, [], [])
        {
        }

        public override Tensor mean => tensor(2.0 / 3);

        public override Tensor variance => tensor(1.0 / 18);

        public override Tensor rsample(params long[] sample_shape) => torch.rand(ExtendedShape(sample_shape), ScalarType.Float64, generator: generator).sqrt();

        public override Tensor log_prob(Tensor value) => (2 * value).log();

        public override Tensor entropy() => tensor(0.5 - Math.Log(2));

        public override torch.distributions.Distribution expand(Size batch_shape, torch.distributions.Distribution? instance = null) => this;
    }

    private sealed class Steeper : Triangular
    {
    }

    private sealed class Even() : torch.distributions.constraints.Constraint(true, 0)
    {
        public override Tensor check(Tensor value) => value % 2 == 0;
    }
}
