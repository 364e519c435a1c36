using static TorchSharp.torch;
using Module = TorchSharp.Transforms.TimeMasking;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module that overwrites a random band of time of spectrograms, [..., freq, time].</summary>
            /// <param name="time_mask_param">The band's width is below this; below 1, nothing is masked.</param>
            /// <param name="iid_masks">Whether each channel of each item of a batch, [batch, channel, freq, time], has a band of its own.</param>
            /// <param name="p">The largest part of the time that may be masked, in [0, 1]; default all of it.</param>
            /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
            public static Module TimeMasking(long time_mask_param, bool iid_masks = false, double p = 1.0) => new(time_mask_param, iid_masks, p);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Overwrites a random band of time of spectrograms. Python's <c>torchaudio.transforms.TimeMasking</c>.</summary>
    public sealed class TimeMasking : AxisMasking
    {
        internal TimeMasking(long time_mask_param, bool iid_masks, double p)
            : base(nameof(TimeMasking), time_mask_param, 2, iid_masks, p)
        {
        }
    }
}
