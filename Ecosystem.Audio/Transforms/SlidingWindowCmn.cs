using static TorchSharp.torch;
using Module = TorchSharp.Transforms.SlidingWindowCmn;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module that subtracts from each frame of features, [..., time, freq], the mean of a window around it or before it.</summary>
            /// <param name="cmn_window">Frames in the window; default 600.</param>
            /// <param name="min_cmn_window">Frames that the window has at the start, where it looks ahead for them; without centring only. Default 100.</param>
            /// <param name="center">Whether the window lies around the frame; by default it ends with it.</param>
            /// <param name="norm_vars">Whether to divide by the standard deviation as well; default false.</param>
            /// <exception cref="ArgumentOutOfRangeException">A window is not positive.</exception>
            public static Module SlidingWindowCmn(int cmn_window = 600, int min_cmn_window = 100, bool center = false, bool norm_vars = false) =>
                new(cmn_window, min_cmn_window, center, norm_vars);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Normalizes features over time. Python's <c>torchaudio.transforms.SlidingWindowCmn</c>.</summary>
    public sealed class SlidingWindowCmn : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        internal SlidingWindowCmn(int cmn_window, int min_cmn_window, bool center, bool norm_vars)
            : base(nameof(SlidingWindowCmn))
        {
            Require.Positive(cmn_window, nameof(SlidingWindowCmn));
            Require.Positive(min_cmn_window, nameof(SlidingWindowCmn));
            (this.cmn_window, this.min_cmn_window, this.center, this.norm_vars) = (cmn_window, min_cmn_window, center, norm_vars);
        }

        /// <summary>Frames in the window.</summary>
        public int cmn_window { get; }

        /// <summary>Frames that the window has at the start.</summary>
        public int min_cmn_window { get; }

        /// <summary>Whether the window lies around the frame.</summary>
        public bool center { get; }

        /// <summary>Whether to divide by the standard deviation as well.</summary>
        public bool norm_vars { get; }

        /// <summary>[..., time, freq] to the same shape.</summary>
        /// <inheritdoc cref="torchaudio.functional.sliding_window_cmn"/>
        public override Tensor forward(Tensor specgram) =>
            torchaudio.functional.sliding_window_cmn(specgram, cmn_window, min_cmn_window, center, norm_vars);
    }
}
