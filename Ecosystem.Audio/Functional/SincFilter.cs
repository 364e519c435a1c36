using static TorchSharp.torch;
using static TorchSharp.torchaudio;

namespace TorchSharp.Transforms;

/// <summary>
/// Resampling by a rational factor as one strided convolution: with both rates divided by their greatest common divisor, every
/// <see cref="stride"/> samples become <see cref="phases"/> new ones, each by a kernel of its own; <see cref="BandedFilter"/> does it faster where it can.
/// </summary>
internal sealed class SincFilter
{
    // The shape that the Kaiser window has by default: found for the highest quality at this width (as in librosa's "kaiser_best").
    private const double DefaultBeta = 14.769656459379492;

    private readonly long stride;
    private readonly long phases;
    private readonly int zeros;
    private readonly double cutoff;
    private readonly long reach;
    private readonly ResamplingMethod method;
    private readonly double beta;
    private readonly BandedFilter banded;

    /// <exception cref="ArgumentException">A rate, the width or the roll-off is out of range.</exception>
    public SincFilter(int origFreq, int newFreq, int lowpassFilterWidth, double rolloff, ResamplingMethod method, double? beta)
    {
        const string Function = "resample";
        Require.Positive(origFreq, Function, "orig_freq");
        Require.Positive(newFreq, Function, "new_freq");
        Require.Positive(lowpassFilterWidth, Function, "lowpass_filter_width");
        Require.Positive(rolloff, Function, nameof(rolloff));
        if (method is not (ResamplingMethod.sinc_interpolation or ResamplingMethod.kaiser_window))
        {
            throw new ArgumentOutOfRangeException(nameof(method), method, "The resampling method is sinc_interpolation or kaiser_window.");
        }

        var divisor = GreatestCommonDivisor(origFreq, newFreq);
        (stride, phases, zeros) = (origFreq / divisor, newFreq / divisor, lowpassFilterWidth);
        cutoff = Math.Min(stride, phases) * rolloff;
        reach = (long)Math.Ceiling(lowpassFilterWidth * stride / cutoff);
        (this.method, this.beta) = (method, beta ?? DefaultBeta);
        banded = new BandedFilter(stride, phases, reach);
    }

    /// <summary>The kernels, [phases, 1, 2 * reach + stride].</summary>
    /// <param name="type">The type to compute in; double precision if null, with the phases' starts rounded to single, as Python's are.</param>
    /// <param name="device">Where.</param>
    public Tensor Kernel(ScalarType? type, Device? device)
    {
        using var scope = NewDisposeScope();
        var samples = torch.arange(-reach, reach + stride, dtype: type ?? ScalarType.Float64, device: device).reshape(1, 1, -1) / stride;
        var starts = torch.arange(0, -phases, -1, dtype: type ?? ScalarType.Float32, device: device).reshape(-1, 1, 1) / phases;

        // In place: between rates without a common divisor a kernel takes gigabytes, and so would each step on the way to it.
        var time = (starts + samples).mul_(cutoff).clamp_(-zeros, zeros);
        var window = method == ResamplingMethod.kaiser_window ? Kaiser(time) : (time * Math.PI).div_(zeros).div_(2).cos_().pow_(2);
        var angle = time.mul_(Math.PI);
        var centre = angle == 0;
        var sinc = angle.sin().div_(angle).masked_fill_(centre, 1);
        return sinc.mul_(window.mul_(cutoff / stride)).MoveToOuterDisposeScope();
    }

    /// <summary>The resampled sound.</summary>
    /// <param name="waveform">[..., time].</param>
    /// <param name="kernel">What <see cref="Kernel"/> gave, of the waveform's type and on its device.</param>
    /// <param name="changed">Whether the kernel has been changed since: then it may have other taps than this filter's.</param>
    public Tensor Apply(Tensor waveform, Tensor kernel, bool changed = false)
    {
        using var scope = NewDisposeScope();
        var shape = waveform.shape;
        var length = shape[^1];
        var wanted = ((phases * length) + stride - 1) / stride;
        long rows = 1;
        foreach (var size in shape.AsSpan()[..^1])
        {
            rows *= size;
        }

        if (rows == 0 || length == 0)
        {
            return waveform.new_zeros([.. shape.AsSpan()[..^1], wanted]).MoveToOuterDisposeScope();
        }

        var sound = waveform.reshape(rows, 1, length);
        var resampled = !changed && banded.SavesHalf && BandedFilter.Serves(sound, kernel) ? banded.Apply(sound, kernel) : Convolved(sound, kernel);
        return resampled.narrow(-1, 0, wanted).reshape([.. shape.AsSpan()[..^1], wanted]).MoveToOuterDisposeScope();
    }

    private Tensor Convolved(Tensor sound, Tensor kernel)
    {
        var padded = nn.functional.pad(sound, (reach, reach + stride));
        return nn.functional.conv1d(padded, kernel, stride: stride).transpose(1, 2).reshape(sound.shape[0], -1);
    }

    private Tensor Kaiser(Tensor time)
    {
        var inside = (time / zeros).pow_(2).neg_().add_(1).sqrt_();
        var peak = torch.special.i0(torch.tensor(beta, dtype: time.dtype, device: time.device));
        return torch.special.i0(inside.mul_(beta)).div_(peak);
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
