using static TorchSharp.torch;
using Module = TorchSharp.Transforms.ComputeDeltas;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from features, [..., freq, time], to how they change over time.</summary>
            /// <param name="win_length">Length of the window that a slope is fitted to, odd and at least 3; default 5.</param>
            /// <param name="mode">What lies beyond the ends; default the frames there.</param>
            /// <exception cref="ArgumentOutOfRangeException">The window is too short.</exception>
            public static Module ComputeDeltas(int win_length = 5, PaddingModes mode = PaddingModes.Replicate) => new(win_length, mode);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>How features change over time. Python's <c>torchaudio.transforms.ComputeDeltas</c>.</summary>
    public sealed class ComputeDeltas : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        internal ComputeDeltas(int win_length, PaddingModes mode)
            : base(nameof(ComputeDeltas))
        {
            Require.Positive(win_length - 2, nameof(ComputeDeltas), "win_length - 2");
            (this.win_length, this.mode) = (win_length, mode);
        }

        /// <summary>Length of the window that a slope is fitted to.</summary>
        public int win_length { get; }

        /// <summary>What lies beyond the ends.</summary>
        public PaddingModes mode { get; }

        /// <summary>[..., freq, time] to the same shape.</summary>
        /// <inheritdoc cref="torchaudio.functional.compute_deltas"/>
        public override Tensor forward(Tensor specgram) => torchaudio.functional.compute_deltas(specgram, win_length, mode);
    }
}
