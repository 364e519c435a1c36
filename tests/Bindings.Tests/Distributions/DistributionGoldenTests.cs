using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace Bindings.Tests.Distributions;

/// <summary>Every distribution's facts, moments, densities, draws and gradients, against tests/golden/distributions/distributions.py.</summary>
public class DistributionGoldenTests
{
    private static readonly JsonElement Document = DistributionGoldens.Read("distributions");

    public static TheoryData<string, int, int> Checks
    {
        get
        {
            var data = new TheoryData<string, int, int>();
            for (int i = 0; i < Document.GetArrayLength(); i++)
            {
                for (int j = 0; j < Document[i].GetProperty("checks").GetArrayLength(); j++)
                {
                    data.Add($"{Document[i].GetProperty("name").GetString()}: {Document[i].GetProperty("checks")[j].GetProperty("what").GetString()}", i, j);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Equals_the_oracle(string name, int index, int number)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement check = Document[index].GetProperty("checks")[number];
        var leaves = new List<Tensor>();
        using Distribution distribution = DistributionBuilder.Build(Document[index].GetProperty("distribution"), leaves);
        if (check.GetProperty("what").GetString() == "facts")
        {
            AssertFacts(check, distribution);
            return;
        }

        if (DifferenceFrom(check, distribution) is { } reason)
        {
            Assert.NotEmpty(reason);
            return;
        }

        Tensor? value = check.TryGetProperty("value", out JsonElement given) ? DistributionGoldens.Leaf(given) : null;
        if (check.TryGetProperty("error", out _))
        {
            Assert.Throws<NotSupportedException>(() => Run(check, distribution, value));
            return;
        }

        if (value is not null)
        {
            leaves.Add(value);
        }

        bool clamps = check.GetProperty("what").GetString() == "mode"
            && distribution is TorchSharp.Modules.Binomial or TorchSharp.Modules.Dirichlet or TorchSharp.Modules.Gamma or TorchSharp.Modules.Beta;
        DistributionGoldens.Compare(check, Run(check, distribution, value), leaves, name, clamps);
    }

    private static Tensor Run(JsonElement check, Distribution distribution, Tensor? value)
    {
        long[] shape = check.TryGetProperty("shape", out JsonElement sizes) ? DistributionGoldens.Shape(sizes) : [];
        if (check.TryGetProperty("seed", out JsonElement seed))
        {
            torch.manual_seed(seed.GetInt64());
        }

        switch (check.GetProperty("what").GetString())
        {
            case "mean": return distribution.mean;
            case "mode": return distribution.mode;
            case "variance": return distribution.variance;
            case "stddev": return distribution.stddev;
            case "entropy": return distribution.entropy();
            case "perplexity": return distribution.perplexity();
            case "sample": return distribution.sample(shape);
            case "rsample": return distribution.rsample(shape);
            case "log_prob": return distribution.log_prob(value!);
            case "cdf": return distribution.cdf(value!);
            case "icdf": return distribution.icdf(value!);
            case "enumerate_support": return distribution.enumerate_support(check.GetProperty("expand").GetBoolean());
            case "expand":
                Distribution expanded = distribution.expand(shape);
                Assert.Equal(shape, expanded.batch_shape.Shape);
                return expanded.log_prob(value!);
            case var unknown: throw new ArgumentException($"the goldens check {unknown}");
        }
    }

    /// <summary>Why we rightly answer otherwise than Python; null where we do not.</summary>
    private static string? DifferenceFrom(JsonElement check, Distribution distribution) => (distribution, check.GetProperty("what").GetString()) switch
    {
        (TorchSharp.Modules.Gamma or TorchSharp.Modules.Poisson, "cdf") when check.TryGetProperty("error", out _) => "this Python has none",
        (TorchSharp.Modules.Kumaraswamy, "mode") => "Python's formula takes the logarithm of a negative number wherever the mode is inside; see KumaraswamyTests",
        _ => null,
    };

    private static void AssertFacts(JsonElement check, Distribution distribution)
    {
        Assert.Equal(DistributionGoldens.Shape(check.GetProperty("batch_shape")), distribution.batch_shape.Shape);
        Assert.Equal(DistributionGoldens.Shape(check.GetProperty("event_shape")), distribution.event_shape.Shape);
        Assert.Equal(check.GetProperty("repr").GetString(), distribution.ToString());

        // Python's LogitRelaxedBernoulli has a reparameterised rsample and forgets to say so.
        Assert.Equal(check.GetProperty("has_rsample").GetBoolean() || distribution is TorchSharp.Modules.LogitRelaxedBernoulli, distribution.has_rsample);
        Assert.Equal(check.GetProperty("has_enumerate_support").GetBoolean(), distribution.has_enumerate_support);
        Assert.Equal(check.GetProperty("discrete").GetBoolean(), distribution.support.is_discrete);
        Assert.Equal(check.GetProperty("event_dim").GetInt32(), distribution.support.event_dim);
    }
}
