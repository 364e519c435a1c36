using static TorchSharp.torch;
using F = TorchSharp.torchaudio.functional;
using T = TorchSharp.torchaudio.transforms;

namespace TorchSharp.Audio.Tests.Functional;

/// <summary>Gradients in double precision against differences of the function itself, of first and second order.</summary>
public class GradientTests
{
    private const double Step = 1e-5;

    private static readonly Dictionary<string, (Func<Tensor[], Tensor> function, long[][] shapes)> Cases = new()
    {
        ["lfilter"] = (x => F.lfilter(x[0], x[1] + Steady(4), x[2], clamp: false), [[2, 12], [4], [4]]),
        ["lfilter of one tap"] = (x => F.lfilter(x[0], x[1] + Steady(1), x[2], clamp: false), [[1, 5], [1], [1]]),
        ["lfilter of many taps"] = (x => F.lfilter(x[0], x[1] + Steady(11), x[2], clamp: false), [[1, 9], [11], [11]]),
        ["lfilter, clamped"] = (x => F.lfilter(x[0] * 3, x[1] + Steady(3), x[2]), [[2, 10], [3], [3]]),
        ["a bank of filters"] = (x => F.lfilter(x[0], x[1] + Steady(3), x[2], clamp: false), [[2, 3, 7], [3, 3], [3, 3]]),
        ["each filter on all"] = (x => F.lfilter(x[0], x[1] + Steady(3), x[2], clamp: false, batching: false), [[2, 7], [3, 3], [3, 3]]),
        ["filtfilt"] = (x => F.filtfilt(x[0], x[1] + Steady(3), x[2], clamp: false), [[2, 9], [3], [3]]),
        ["phaser"] = (x => F.phaser(x[0] * 0.1, 1000, delay_ms: 5, mod_speed: 90), [[2, 30]]),
        ["flanger"] = (x => F.flanger(x[0] * 0.1, 1000, delay: 1, depth: 3, regen: 50, speed: 60, interpolation: "quadratic"), [[1, 2, 25]]),
        ["overdrive"] = (x => F.overdrive(x[0] * 0.01), [[2, 12]]),
        ["resample"] = (x => F.resample(x[0], 3, 2), [[2, 15]]),
        ["spectrogram"] = (x => F.spectrogram(x[0], 0, torch.hann_window(8, dtype: ScalarType.Float64), 8, 4, 8, 2.0, "window"), [[2, 20]]),
        ["decibels"] = (x => F.amplitude_to_DB(x[0].square() + 0.1, 10, 1e-10, 0), [[2, 3, 4]]),
        ["deltas"] = (x => F.compute_deltas(x[0]), [[2, 3, 9]]),
        ["sliding window, with variances"] = (x => F.sliding_window_cmn(x[0], 5, 3, center: true, norm_vars: true), [[1, 8, 2]]),
    };

    /// <summary>The names of the functions.</summary>
    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void First_derivatives_are_those_of_differences(string name)
    {
        using var scope = NewDisposeScope();
        var (function, shapes) = Cases[name];
        Check(inputs => Weighted(function(inputs)), Inputs(shapes));
    }

    [Theory]
    [InlineData("lfilter")]
    [InlineData("a bank of filters")]
    [InlineData("phaser")]
    [InlineData("flanger")]
    public void Second_derivatives_are_those_of_differences(string name)
    {
        using var scope = NewDisposeScope();
        var (function, shapes) = Cases[name];
        Check(
            inputs =>
            {
                // Squared, so that functions that are linear in an input have a second derivative in it too.
                var first = autograd.grad([function(inputs).square().sum()], inputs, create_graph: true);
                return first.Select(Weighted).Aggregate((sum, next) => sum + next);
            },
            Inputs(shapes));
    }

    [Fact]
    public void Masks_pass_gradients_on_where_they_leave_the_spectrogram_alone()
    {
        using var scope = NewDisposeScope();
        torch.manual_seed(3);
        var specgram = torch.ones(1, 4, 20).requires_grad_();
        var masked = T.TimeMasking(15).call(specgram);
        masked.sum().backward();
        Assert.True(torch.ops.aten.equal(specgram.grad!, masked.detach()));
    }

    /// <summary>1 first, so that the recursion's other coefficients, small ones, keep it stable.</summary>
    private static Tensor Steady(long taps) => nn.functional.pad(torch.ones(1, dtype: ScalarType.Float64) * 2, (0, taps - 1));

    private static Tensor[] Inputs(long[][] shapes)
    {
        torch.manual_seed(11);
        return [.. shapes.Select(shape => (torch.rand(shape, dtype: ScalarType.Float64) - 0.5).requires_grad_())];
    }

    private static Tensor Weighted(Tensor values) => (values * torch.arange(1, values.numel() + 1, dtype: ScalarType.Float64).sin().reshape(values.shape)).sum();

    private static void Check(Func<Tensor[], Tensor> value, Tensor[] inputs)
    {
        var gradients = autograd.grad([value(inputs)], inputs);
        for (var k = 0; k < inputs.Length; k++)
        {
            var flat = inputs[k].detach().flatten();
            for (var i = 0; i < flat.numel(); i++)
            {
                using var step = NewDisposeScope();
                double At(double move)
                {
                    var moved = flat.clone();
                    moved[i] = flat[i] + move;
                    Tensor[] changed = [.. inputs.Select((input, other) => (other == k ? moved.reshape(input.shape) : input.detach()).requires_grad_())];
                    return value(changed).item<double>();
                }

                var expected = (At(Step) - At(-Step)) / (2 * Step);
                Assert.Equal(expected, gradients[k].flatten()[i].item<double>(), 1e-6 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }
}
