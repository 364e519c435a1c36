using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Audio.Tests.Functional;

/// <summary>One case of the oracle: inputs, output, gradients, and how closely they must be met.</summary>
internal sealed class GoldenCase(GoldenFile file, JsonElement entry)
{
    /// <summary>The case's name.</summary>
    public string Name { get; } = entry.GetProperty("name").GetString()!;

    /// <summary>Runs a function on the case's inputs and compares output and gradients with the oracle's.</summary>
    public void Check(Func<Tensor[], Tensor> function)
    {
        using var scope = NewDisposeScope();
        string[] names = [.. entry.GetProperty("inputs").EnumerateArray().Select(name => name.GetString()!)];
        var wanted = entry.GetProperty("grads");
        Tensor[] inputs = [.. names.Select(name => file.Input(name).requires_grad_(wanted.TryGetProperty(name, out _)))];
        if (entry.GetProperty("seed").ValueKind == JsonValueKind.Number)
        {
            torch.manual_seed(entry.GetProperty("seed").GetInt64());
        }

        var output = function(inputs);
        Compare(Name, output, file.Read(entry.GetProperty("output")), entry.GetProperty("rtol").GetDouble(), entry.GetProperty("atol").GetDouble());
        if (wanted.EnumerateObject().Any())
        {
            Weighted(output).backward();
            foreach (var gradient in wanted.EnumerateObject())
            {
                var found = inputs[Array.IndexOf(names, gradient.Name)].grad;
                Assert.True(found is not null, $"{Name}: no gradient reaches {gradient.Name}.");
                Compare($"{Name}, gradient of {gradient.Name}", found, file.Read(gradient.Value), entry.GetProperty("grad_rtol").GetDouble(),
                    entry.GetProperty("grad_atol").GetDouble());
            }
        }
    }

    /// <summary>sum(output * sin(0.37 * k + 0.1)), as recorder.py has it.</summary>
    private static Tensor Weighted(Tensor output)
    {
        var values = output.is_complex() ? torch.view_as_real(output) : output;
        var places = torch.arange(0, values.numel(), dtype: ScalarType.Float64);
        return (values * (places * 0.37 + 0.1).sin().to_type(values.dtype).reshape(values.shape)).sum();
    }

    private static void Compare(string what, Tensor actual, Tensor expected, double rtol, double atol)
    {
        if (!torch.__version__.StartsWith("1.13", StringComparison.Ordinal))
        {
            // The oracle is torch 1.13. Later ones round linspace and the windows otherwise, and Python's results move with them. Seen between its 1.13
            // and 2.6, of the largest value: 1.6e-7; 1.4e-5 for filter banks, whose slopes are differences of frequencies; 1e-5 where phases add up.
            var moved = what.StartsWith("fbanks", StringComparison.Ordinal) ? 2e-5
                : what.StartsWith("vocoder", StringComparison.Ordinal) || what.StartsWith("griffin_lim", StringComparison.Ordinal) ? 1.5e-5 : 2e-7;
            (rtol, atol) = (Math.Max(rtol, 2e-7), Math.Max(atol, moved));
        }

        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.dtype, actual.dtype);
        if (expected.numel() == 0)
        {
            return;
        }

        var wide = expected.is_complex() ? ScalarType.ComplexFloat64 : ScalarType.Float64;
        var (a, e) = (actual.detach().to_type(wide), expected.to_type(wide));
        var magnitude = e.abs();
        var finite = magnitude.nan_to_num(0, 0, 0);
        var allowed = finite * rtol + (finite.max() * atol);
        var distance = torch.where(torch.logical_or(a == e, torch.logical_and(a.isnan(), e.isnan())), torch.zeros_like(magnitude), (a - e).abs());
        var excess = (distance - allowed).nan_to_num(double.PositiveInfinity);
        var worst = excess.argmax().item<long>();
        Assert.True(
            excess.max().item<double>() <= 0,
            $"{what}: element {worst} is {distance.flatten()[worst].item<double>():g4} from the oracle's {magnitude.flatten()[worst].item<double>():g6} "
            + $"(in magnitude); {allowed.flatten()[worst].item<double>():g4} is allowed. {(excess > 0).sum().item<long>()} of {e.numel()} are too far.");
    }
}
