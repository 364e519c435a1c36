using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace Bindings.Tests.Distributions;

/// <summary>Divergences of every pair that Python registers, against tests/golden/distributions/kl.py.</summary>
public class KlGoldenTests
{
    private static readonly JsonElement Document = DistributionGoldens.Read("kl");

    public static TheoryData<string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int>();
            for (int i = 0; i < Document.GetArrayLength(); i++)
            {
                data.Add(Document[i].GetProperty("name").GetString()!, i);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Equals_the_oracle(string name, int index)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement check = Document[index];
        var leaves = new List<Tensor>();
        using Distribution p = DistributionBuilder.Build(check.GetProperty("p"), leaves);
        using Distribution q = DistributionBuilder.Build(check.GetProperty("q"), leaves);
        if (check.TryGetProperty("error", out _))
        {
            Assert.Throws<NotSupportedException>(() => kl_divergence(p, q));
            return;
        }

        Tensor divergence = kl_divergence(p, q);
        if (check.GetProperty("output").GetProperty("values").EnumerateArray().All(value => value.ValueKind == JsonValueKind.String && value.GetString() == "inf"))
        {
            // Where every draw may be impossible, Python gives the shape of the first batch only.
            Assert.True(divergence.isposinf().all().item<bool>(), $"{name}: {divergence}");
            Assert.Equal(torch.broadcast_shapes(p.batch_shape.Shape, q.batch_shape.Shape), divergence.shape);
            return;
        }

        DistributionGoldens.Compare(check, divergence, leaves, name);
    }
}
