using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace Bindings.Tests.Distributions;

/// <summary>Makes distributions and transforms from their descriptions in the goldens.</summary>
internal static class DistributionBuilder
{
    /// <summary>A distribution whose parameters are fresh leaves, added to the list in the oracle's order.</summary>
    internal static Distribution Build(JsonElement spec, List<Tensor> leaves, bool? validate = false)
    {
        var arguments = new Dictionary<string, object>();
        foreach (JsonProperty entry in spec.EnumerateObject())
        {
            arguments[entry.Name] = entry.Value.ValueKind switch
            {
                JsonValueKind.Object when entry.Value.TryGetProperty("class", out _) => Build(entry.Value, leaves, validate),
                JsonValueKind.Object => Leaf(entry.Value, leaves),
                JsonValueKind.Number => entry.Value.GetInt32(),
                JsonValueKind.Array => entry.Value.EnumerateArray().Select(part => Transform(part, leaves[0].dtype)).ToArray(),
                _ => entry.Value.GetString()!,
            };
        }

        Tensor Of(string name) => (Tensor)arguments[name];
        Tensor? Maybe(string name) => arguments.GetValueOrDefault(name) as Tensor;
        Distribution Inner(string name) => (Distribution)arguments[name];
        return (string)arguments["class"] switch
        {
            "Normal" => distributions.Normal(Of("loc"), Of("scale"), validate_args: validate),
            "Cauchy" => distributions.Cauchy(Of("loc"), Of("scale"), validate_args: validate),
            "Laplace" => distributions.Laplace(Of("loc"), Of("scale"), validate_args: validate),
            "Gumbel" => distributions.Gumbel(Of("loc"), Of("scale"), validate_args: validate),
            "LogNormal" => distributions.LogNormal(Of("loc"), Of("scale"), validate_args: validate),
            "LogisticNormal" => distributions.LogisticNormal(Of("loc"), Of("scale"), validate_args: validate),
            "Uniform" => distributions.Uniform(Of("low"), Of("high"), validate_args: validate),
            "Exponential" => distributions.Exponential(Of("rate"), validate_args: validate),
            "Poisson" => distributions.Poisson(Of("rate"), validate_args: validate),
            "Gamma" => distributions.Gamma(Of("concentration"), Of("rate"), validate_args: validate),
            "Chi2" => distributions.Chi2(Of("df"), validate_args: validate),
            "Beta" => distributions.Beta(Of("concentration1"), Of("concentration0"), validate_args: validate),
            "Kumaraswamy" => distributions.Kumaraswamy(Of("concentration1"), Of("concentration0"), validate_args: validate),
            "Dirichlet" => distributions.Dirichlet(Of("concentration"), validate_args: validate),
            "FisherSnedecor" => distributions.FisherSnedecor(Of("df1"), Of("df2"), validate_args: validate),
            "StudentT" => distributions.StudentT(Of("df"), Of("loc"), Of("scale"), validate_args: validate),
            "HalfNormal" => distributions.HalfNormal(Of("scale"), validate_args: validate),
            "HalfCauchy" => distributions.HalfCauchy(Of("scale"), validate_args: validate),
            "Pareto" => distributions.Pareto(Of("scale"), Of("alpha"), validate_args: validate),
            "Weibull" => distributions.Weibull(Of("scale"), Of("concentration"), validate_args: validate),
            "VonMises" => distributions.VonMises(Of("loc"), Of("concentration"), validate_args: validate),
            "Bernoulli" => distributions.Bernoulli(Maybe("probs"), Maybe("logits"), validate_args: validate),
            "Geometric" => distributions.Geometric(Maybe("probs"), Maybe("logits"), validate_args: validate),
            "ContinuousBernoulli" => distributions.ContinuousBernoulli(Maybe("probs"), Maybe("logits"), validate_args: validate),
            "Binomial" => distributions.Binomial(Of("total_count"), Maybe("probs"), Maybe("logits"), validate_args: validate),
            "NegativeBinomial" => distributions.NegativeBinomial(Of("total_count"), Maybe("probs"), Maybe("logits"), validate_args: validate),
            "Categorical" => distributions.Categorical(Maybe("probs"), Maybe("logits"), validate_args: validate),
            "OneHotCategorical" => distributions.OneHotCategorical(Maybe("probs"), Maybe("logits"), validate_args: validate),
            "OneHotCategoricalStraightThrough" =>
                distributions.OneHotCategoricalStraightThrough(Maybe("probs"), Maybe("logits"), validate_args: validate),
            "Multinomial" => distributions.Multinomial((int)arguments["total_count"], Maybe("probs"), Maybe("logits"), validate_args: validate),
            "LogitRelaxedBernoulli" => distributions.LogitRelaxedBernoulli(Of("temperature"), Maybe("probs"), Maybe("logits"), validate_args: validate),
            "RelaxedBernoulli" => distributions.RelaxedBernoulli(Of("temperature"), Maybe("probs"), Maybe("logits"), validate_args: validate),
            "ExpRelaxedCategorical" => distributions.ExpRelaxedCategorical(Of("temperature"), Maybe("probs"), Maybe("logits"), validate_args: validate),
            "RelaxedOneHotCategorical" =>
                distributions.RelaxedOneHotCategorical(Of("temperature"), Maybe("probs"), Maybe("logits"), validate_args: validate),
            "MultivariateNormal" => distributions.MultivariateNormal(
                Of("loc"), Maybe("covariance_matrix"), Maybe("precision_matrix"), Maybe("scale_tril"), validate_args: validate),
            "LowRankMultivariateNormal" =>
                distributions.LowRankMultivariateNormal(Of("loc"), Of("cov_factor"), Of("cov_diag"), validate_args: validate),
            "Wishart" => distributions.Wishart(
                Of("df"), Maybe("covariance_matrix"), Maybe("precision_matrix"), Maybe("scale_tril"), validate_args: validate),
            "LKJCholesky" => distributions.LKJCholesky((int)arguments["dim"], Of("concentration"), validate_args: validate),
            "Independent" => distributions.Independent(Inner("base_distribution"), (int)arguments["dims"], validate_args: validate),
            "MixtureSameFamily" => distributions.MixtureSameFamily(
                (Categorical)Inner("mixture_distribution"), Inner("component_distribution"), validate_args: validate),
            "TransformedDistribution" => distributions.TransformedDistribution(
                Inner("base_distribution"), (Transform[])arguments["transforms"], validate_args: validate),
            var unknown => throw new ArgumentException($"the goldens have a {unknown}"),
        };
    }

    /// <summary>A transform from its class and arguments.</summary>
    internal static Transform Transform(JsonElement spec, ScalarType type)
    {
        JsonElement[] arguments = [.. spec.EnumerateArray().Skip(1)];
        return spec[0].GetString() switch
        {
            "Inverse" => Transform(arguments[0], type).inv,
            "ComposeTransform" => new ComposeTransform(arguments[0].EnumerateArray().Select(part => Transform(part, type))),
            "CatTransform" => new CatTransform(arguments[0].EnumerateArray().Select(part => Transform(part, type)), arguments[1].GetInt64(), DistributionGoldens.Shape(arguments[2])),
            "StackTransform" => new StackTransform(arguments[0].EnumerateArray().Select(part => Transform(part, type)), arguments[1].GetInt32()),
            "IndependentTransform" => new IndependentTransform(Transform(arguments[0], type), arguments[1].GetInt32()),
            "PowerTransform" => new PowerTransform(torch.tensor(arguments[0].GetDouble(), dtype: type)),
            "ReshapeTransform" => new ReshapeTransform(DistributionGoldens.Shape(arguments[0]), DistributionGoldens.Shape(arguments[1])),
            "AffineTransform" => arguments[0].ValueKind == JsonValueKind.Array
                ? new AffineTransform(Numbers(arguments[0], type), Numbers(arguments[1], type), arguments.Length > 2 ? arguments[2].GetInt32() : 0)
                : new AffineTransform(arguments[0].GetDouble(), arguments[1].GetDouble(), arguments.Length > 2 ? arguments[2].GetInt32() : 0),
            "AbsTransform" => new AbsTransform(),
            "ExpTransform" => new ExpTransform(),
            "SigmoidTransform" => new SigmoidTransform(),
            "SoftplusTransform" => new SoftplusTransform(),
            "TanhTransform" => new TanhTransform(),
            "SoftmaxTransform" => new SoftmaxTransform(),
            "StickBreakingTransform" => new StickBreakingTransform(),
            "LowerCholeskyTransform" => new LowerCholeskyTransform(),
            "CorrCholeskyTransform" => new CorrCholeskyTransform(),
            var unknown => throw new ArgumentException($"the goldens have a {unknown}"),
        };
    }

    private static Tensor Numbers(JsonElement list, ScalarType type) =>
        torch.tensor(list.EnumerateArray().Select(number => number.GetDouble()).ToArray(), dtype: type);

    private static Tensor Leaf(JsonElement spec, List<Tensor> leaves)
    {
        Tensor leaf = DistributionGoldens.Leaf(spec);
        leaves.Add(leaf);
        return leaf;
    }
}
