using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Distributions;

/// <summary>Reads what tests/golden/distributions/*.py wrote, and compares outputs and gradients with it.</summary>
internal static class DistributionGoldens
{
    internal static JsonElement Read(string file) => OracleFile.Read("distributions", $"{file}.json.gz");

    internal static long[] Shape(JsonElement array) => [.. array.EnumerateArray().Select(size => size.GetInt64())];

    internal static Tensor Leaf(JsonElement spec)
    {
        Tensor leaf = Golden.Read(spec);
        return torch.is_floating_point(leaf.dtype) ? leaf.requires_grad_() : leaf;
    }

    /// <summary>Compares a check's output, and its gradients for the output gradient cos(0), cos(1), ...</summary>
    /// <param name="check">What the oracle answered.</param>
    /// <param name="output">What is answered here.</param>
    /// <param name="leaves">Where the gradients go.</param>
    /// <param name="what">The check's name.</param>
    /// <param name="clamps">
    /// Whether values are cut at a bound that some of them lie on. Beyond 2.6 libtorch gives such a value no gradient, or shares it with the bound, where
    /// earlier ones gave it the whole; no oracle of those versions was asked.
    /// </param>
    internal static void Compare(JsonElement check, Tensor output, IList<Tensor> leaves, string what, bool clamps = false)
    {
        (double relative, double absolute) = output.dtype == ScalarType.Float64 ? (1e-9, 1e-11) : (2e-5, 2e-6);
        if (check.TryGetProperty("rtol", out JsonElement loose))
        {
            relative = Math.Max(relative, loose.GetDouble());
            absolute = Math.Max(absolute, loose.GetDouble() / 10);
        }

        Golden.AssertEqual(check.GetProperty("output"), output, relative, absolute, what);
        if (!check.TryGetProperty("grads", out JsonElement grads) || (clamps && !OracleFile.IsOfThisLibtorch("distributions")))
        {
            return;
        }

        Tensor[] inputs = [.. leaves.Where(leaf => leaf.requires_grad)];
        IList<Tensor> found = torch.autograd.grad([output], inputs, [Cosines(output)], allow_unused: true);
        int i = 0;
        foreach (JsonElement expected in grads.EnumerateArray())
        {
            if (expected.ValueKind == JsonValueKind.Null)
            {
                Assert.True(found[i] is null || found[i].abs().max().item<double>() == 0, $"{what}: input {i} has a gradient, and none for the oracle");
            }
            else
            {
                Assert.True(found[i] is not null, $"{what}: input {i} has no gradient");
                Golden.AssertEqual(expected, found[i], 10 * relative, 10 * absolute, $"{what}, gradient of input {i}");
            }

            i++;
        }
    }

    private static Tensor Cosines(Tensor output) =>
        torch.arange(output.numel(), dtype: ScalarType.Float64).cos().to_type(output.dtype).reshape(output.shape);
}
