using static TorchSharp.torch;
using Module = TorchSharp.Transforms.FrequencyMasking;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module that overwrites a random band of frequency of spectrograms, [..., freq, time].</summary>
            /// <param name="freq_mask_param">The band's width is below this; below 1, nothing is masked.</param>
            /// <param name="iid_masks">Whether each channel of each item of a batch, [batch, channel, freq, time], has a band of its own.</param>
            /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
            public static Module FrequencyMasking(long freq_mask_param, bool iid_masks = false) => new(freq_mask_param, iid_masks);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Overwrites a random band of frequency of spectrograms. Python's <c>torchaudio.transforms.FrequencyMasking</c>.</summary>
    public sealed class FrequencyMasking : AxisMasking
    {
        internal FrequencyMasking(long freq_mask_param, bool iid_masks)
            : base(nameof(FrequencyMasking), freq_mask_param, 1, iid_masks, 1.0)
        {
        }
    }
}
