using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>
/// What the second-order filters of the "Audio EQ Cookbook" (R. Bristow-Johnson) are computed from. Everything is a zero-dimensional tensor
/// of the waveform's type, so that coefficients round as Python's do and gradients reach frequency, quality and gain.
/// </summary>
internal sealed class BiquadDesign
{
    private readonly Tensor waveform;

    private BiquadDesign(Tensor waveform, Tensor angle)
    {
        this.waveform = waveform;
        (Cosine, Sine) = (angle.cos(), angle.sin());
        Angle = angle;
    }

    /// <summary>The frequency in radians per sample.</summary>
    public Tensor Angle { get; }

    public Tensor Cosine { get; }

    public Tensor Sine { get; }

    /// <param name="waveform">What will be filtered.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="frequency">In hertz, of the waveform's type (<see cref="Setting(Tensor, double)"/>).</param>
    /// <param name="function">Who asks.</param>
    public static BiquadDesign Of(Tensor waveform, int sampleRate, Tensor frequency, string function)
    {
        Require.Positive(sampleRate, function, "sample_rate");
        return new BiquadDesign(waveform, frequency * (2 * Math.PI) / sampleRate);
    }

    /// <summary>A number as a tensor of the waveform's type.</summary>
    public static Tensor Setting(Tensor waveform, double value)
    {
        Require.Floating(waveform, "a filter");
        return torch.tensor(value, dtype: waveform.dtype, device: waveform.device);
    }

    /// <summary>A tensor brought to the waveform's type and device; a number if there is none.</summary>
    public static Tensor Setting(Tensor waveform, Tensor? value, double otherwise)
    {
        Require.Floating(waveform, "a filter");
        return value is null ? Setting(waveform, otherwise) : value.to(waveform.dtype, waveform.device, copy: false, disposeAfter: false).reshape([]);
    }

    /// <summary>The bandwidth's measure: sin(angle) / 2Q.</summary>
    public Tensor Alpha(Tensor quality) => Sine / 2 / quality;

    /// <summary>The root of a gain given in decibels.</summary>
    public static Tensor RootGain(Tensor decibels) => (decibels / 40 * Math.Log(10)).exp();

    /// <summary>The filter with the denominator that most designs share: 1 + alpha, -2 cos, 1 - alpha.</summary>
    public Tensor Resonant(Tensor b0, Tensor b1, Tensor b2, Tensor alpha) => Filter(b0, b1, b2, 1 + alpha, Cosine * -2, 1 - alpha);

    /// <summary>A shelf, raised above the frequency or below it.</summary>
    /// <param name="root">The root of the gain.</param>
    /// <param name="alpha">The bandwidth's measure.</param>
    /// <param name="high">Whether the highs are raised.</param>
    public Tensor Shelf(Tensor root, Tensor alpha, bool high)
    {
        var slope = root.sqrt() * 2 * alpha;
        var sign = high ? 1 : -1;
        var (less, more) = ((root - 1) * Cosine * sign, (root + 1) * Cosine * sign);
        return Filter(
            root * (root + 1 + less + slope),
            root * (root - 1 + more) * (-2 * sign),
            root * (root + 1 + less - slope),
            root + 1 - less + slope,
            (root - 1 - more) * (2 * sign),
            root + 1 - less - slope);
    }

    public Tensor Filter(Tensor b0, Tensor b1, Tensor b2, Tensor a0, Tensor a1, Tensor a2) =>
        torchaudio.functional.lfilter(waveform, torch.stack([a0, a1, a2]), torch.stack([b0, b1, b2]));
}
