using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>
/// Overwrites a random band of spectrograms ("SpecAugment", Park and others, 2019). What <see cref="TimeMasking"/> and
/// <see cref="FrequencyMasking"/> share.
/// </summary>
public abstract class AxisMasking : nn.Module<Tensor, Tensor>, torchaudio.ITransform
{
    private readonly int axis;

    private protected AxisMasking(string name, long mask_param, int axis, bool iid_masks, double p)
        : base(name)
    {
        Require.NotNegative(mask_param, name);
        if (!(p is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, $"{name}: p, the largest part of the axis that may be masked, lies in [0, 1].");
        }

        (this.mask_param, this.axis, this.iid_masks, this.p) = (mask_param, axis, iid_masks, p);
    }

    /// <summary>The band's width is below this.</summary>
    public long mask_param { get; }

    /// <summary>Whether each channel of each item of a batch has a band of its own.</summary>
    public bool iid_masks { get; }

    /// <summary>The largest part of the axis that may be masked.</summary>
    public double p { get; }

    /// <summary>[..., freq, time] to the same shape, a band of it overwritten with zeros.</summary>
    public override Tensor forward(Tensor specgram) => forward(specgram, 0.0);

    /// <summary>[..., freq, time] to the same shape, a band of it overwritten.</summary>
    /// <param name="specgram">The spectrogram; [batch, channel, freq, time] for a band of its own for each channel of each item.</param>
    /// <param name="mask_value">What is written.</param>
    public Tensor forward(Tensor specgram, double mask_value)
    {
        ArgumentNullException.ThrowIfNull(specgram);
        return iid_masks && specgram.dim() == 4
            ? torchaudio.functional.mask_along_axis_iid(specgram, mask_param, mask_value, axis + 1, p)
            : torchaudio.functional.mask_along_axis(specgram, mask_param, mask_value, axis, p);
    }
}
