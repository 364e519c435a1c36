using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

/// <summary>Inputs of too few dimensions, and lists of the wrong length, are told as such.</summary>
public class ShapeMistakeTests
{
    [Fact]
    public void Poolings_and_resizings_say_what_they_take()
    {
        using var scope = NewDisposeScope();
        var line = ones(2);
        var places = zeros(2, dtype: int64);
        Assert.Contains("3 or 4 dimensions here, and not the shape [2]", Assert.Throws<ArgumentException>(() => functional.max_unpool2d(line, places, [4])).Message);
        Assert.Contains("3 or 4 dimensions", Assert.Throws<ArgumentException>(() => functional.fractional_max_pool2d(line, [2, 2], output_ratio: [0.5])).Message);
        Assert.Contains("takes 1 or 2 numbers, not 3",
            Assert.Throws<ArgumentException>(() => functional.fractional_max_pool2d(ones(1, 4, 4), [2, 2], output_ratio: [0.5, 0.5, 0.5])).Message);
        Assert.Contains("3, 4 or 5 dimensions, and not of the shape [2]", Assert.Throws<ArgumentException>(() => functional.interpolate(line, [2])).Message);
        Assert.Contains("4 or 5 dimensions", Assert.Throws<ArgumentException>(() => functional.upsample_nearest3d_backward(line, [1, 1, 2, 2, 2])).Message);
        Assert.Contains("Expected 1 or 3 scale factors, not 2",
            Assert.Throws<ArgumentException>(() => functional.upsample_nearest3d_backward(ones([1, 1, 2, 2, 2]), [1, 1, 1, 1, 1], null, [2, 2])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => line.tensordot(line, 1L << 40));
    }

    [Fact]
    public void Windows_take_the_digits_of_floats_and_infinities_too()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(-0.46 * 0.5 + 0.54, hamming_window(6, dtype: float64)[1].item<double>(), 1e-15);
        Assert.Equal(1e-30, hamming_window(3, periodic: false, alpha: 1e-30f, beta: 0, dtype: float64)[0].item<double>(), 1e-45);
        Assert.False(hamming_window(3, periodic: false, beta: float.PositiveInfinity).isfinite().all().item<bool>());
    }
}
