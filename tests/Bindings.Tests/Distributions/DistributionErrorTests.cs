using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace Bindings.Tests.Distributions;

/// <summary>What is refused, and in which words: Python's.</summary>
public class DistributionErrorTests
{
    public static TheoryData<string, Action> Refused => new()
    {
        {
            "Expected parameter loc (Tensor of shape (2,)) of distribution Normal(loc: torch.Size([2]), scale: torch.Size([2])) to satisfy the constraint Real(), but found invalid values:\ntensor([0., nan])",
            () => distributions.Normal(tensor(new[] { 0f, float.NaN }), tensor(1f))
        },
        {
            "Expected value argument (Tensor of shape ()) to be within the support (Real()) of the distribution Normal(loc: 0.0, scale: 1.0), but found invalid values:\nnan",
            () => distributions.Normal(0f, 1f).log_prob(tensor(float.NaN))
        },
        {
            "Expected value argument (Tensor of shape ()) to be within the support (Boolean()) of the distribution Bernoulli(probs: 0.5), but found invalid values:\n0.30000001192092896",
            () => distributions.Bernoulli(tensor(0.5f)).log_prob(tensor(0.3f))
        },
        {
            "Value is not broadcastable with batch_shape+event_shape: torch.Size([3]) vs torch.Size([2]).",
            () => distributions.Normal(zeros(2), ones(2)).log_prob(zeros(3))
        },
        {
            "The right-most size of value must match event_shape: torch.Size([2]) vs torch.Size([3]).",
            () => distributions.Dirichlet(ones(3)).log_prob(ones(2))
        },
        { "Either `probs` or `logits` must be specified, but not both.", () => distributions.Bernoulli((Tensor?)null, null) },
        { "Either `probs` or `logits` must be specified, but not both.", () => distributions.Categorical(ones(2), ones(2)) },
        { "Uniform is not defined when low >= high", () => distributions.Uniform(tensor(1f), tensor(0f)) },
        { "`probs` parameter must be at least one-dimensional.", () => distributions.Categorical(tensor(0.3f)) },
        {
            "Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.",
            () => distributions.MultivariateNormal(zeros(2))
        },
        {
            "Expected parameter covariance_matrix (Tensor of shape (2, 2)) of distribution MultivariateNormal(loc: torch.Size([2]), covariance_matrix: torch.Size([2, 2])) to satisfy the constraint PositiveDefinite(), but found invalid values:\ntensor([[1., 2.],\n        [2., 1.]])",
            () => distributions.MultivariateNormal(zeros(2), tensor(new[,] { { 1f, 2f }, { 2f, 1f } }))
        },
        {
            "Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual 1 vs 0",
            () => distributions.Independent(distributions.Normal(0f, 1f), 1)
        },
        {
            "Expected value argument (Tensor of shape ()) to be within the support (GreaterThanEq(lower_bound=1.0)) of the distribution Pareto(alpha: 1.0, scale: 1.0), but found invalid values:\n0.5",
            () => distributions.Pareto(tensor(1f), tensor(1f)).log_prob(tensor(0.5f))
        },
        {
            "Expected value argument (Tensor of shape ()) to be within the support (IntegerInterval(lower_bound=0, upper_bound=tensor([2., 3.]))) of the distribution Binomial(total_count: torch.Size([2]), probs: torch.Size([2])), but found invalid values:\n4.0",
            () => distributions.Binomial(tensor(new[] { 2f, 3f }), tensor(0.5f)).log_prob(tensor(4f))
        },
        { "Expected dim to be an integer greater than or equal to 2. Found dim=1.", () => distributions.LKJCholesky(1) },
        { "`mixture_distribution` has 2 components", () => distributions.MixtureSameFamily(distributions.Categorical(2), distributions.Normal(zeros(3), ones(3))) },
        { "The parameter probs has invalid values", () => distributions.ContinuousBernoulli(tensor(1.5f)) },
        { "to be positive but found invalid values", () => distributions.Geometric(tensor(0f)) },
        { "base_distribution needs to have shape with size at least 1, but got torch.Size([]).", () => distributions.TransformedDistribution(distributions.Normal(0f, 1f), [new transforms.StickBreakingTransform()]) },
        { "expected to be greater than ndim - 1 = 1", () => distributions.Wishart(tensor(1f), eye(2)) },
        { "'instance' is a Normal, not a Cauchy", () => distributions.Cauchy(zeros(1), ones(1)).expand(new Size(2L), distributions.Normal(0f, 1f)) },
        { "cache_size must be 0 or 1", () => new transforms.ExpTransform().with_cache(2) },
        { "does not fill the part of a square matrix", () => new transforms.CorrCholeskyTransform().forward(zeros(4)) },
        { "the last 2 dimensions make up one value of Square()", () => constraints.square.check(ones(3)) },
        { "the last 1 dimensions make up one value of Simplex()", () => constraints.simplex.check(tensor(1f)) },
        { "the last 1 dimensions make up one value of IndependentConstraint(Real(), 1)", () => constraints.real_vector.check(tensor(1f)) },
        { "Shape mismatch", () => new transforms.ReshapeTransform([2], [1, 2]).forward(zeros(3)) },
    };

    public static TheoryData<string, Action> Unknown => new()
    {
        { "No KL(p || q) is implemented for p type Cauchy and q type Normal", () => kl_divergence(distributions.Cauchy(zeros(1), ones(1)), distributions.Normal(0f, 1f)) },
        { "Normal has no enumerate_support", () => distributions.Normal(0f, 1f).enumerate_support() },
        { "Poisson has no closed form", () => distributions.Poisson(1f).entropy() },
        { "Inhomogeneous total count not supported by `enumerate_support`.", () => distributions.Binomial(tensor(new[] { 2f, 3f }), tensor(0.5f)).enumerate_support() },
        { "Cannot transform _Boolean constraints", () => biject_to(constraints.boolean) },
        { "AbsTransform has no log_abs_det_jacobian", () => TransformExtensionMethods.log_abs_det_jacobian(new transforms.AbsTransform(), ones(1), ones(1)) },
        { "gradients cannot flow through draws of Bernoulli", () => distributions.Bernoulli(tensor(0.5f).requires_grad_()).rsample() },
        { "gradients cannot flow through draws of Multinomial", () => distributions.Multinomial(2, ones(2).requires_grad_()).rsample() },
        { "q.total_count > p.total_count", () => kl_divergence(distributions.Binomial(1, 0.5f, null), distributions.Binomial(2, 0.5f, null)) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Bad_arguments_are_refused_in_Pythons_words(string message, Action action)
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public void What_does_not_exist_is_not_supported(string message, Action action)
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Contains(message, Assert.Throws<NotSupportedException>(action).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validation_can_be_left_out_for_one_distribution_and_for_all()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.True(distributions.Bernoulli(tensor(0.5f), validate_args: false).log_prob(tensor(0.3f)).isfinite().item<bool>());
        Distribution.set_default_validate_args(false);
        try
        {
            Assert.True(distributions.Normal(tensor(0f), tensor(-1f)).log_prob(tensor(0.3f)).isnan().item<bool>());
            Assert.Throws<ArgumentException>(() => distributions.Normal(tensor(0f), tensor(-1f), validate_args: true));
        }
        finally
        {
            Distribution.set_default_validate_args(true);
        }
    }

    [Fact]
    public void A_transformed_distribution_checks_after_its_transforms()
    {
        using DisposeScope scope = NewDisposeScope();
        using var distribution = distributions.LogNormal(tensor(0f), tensor(1f));
        Assert.Throws<ArgumentException>(() => distribution.log_prob(tensor(-1f)));
    }
}
