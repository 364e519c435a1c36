using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>How features change over time: the slope of the line that fits a window around each frame best.</summary>
        /// <param name="specgram">Features, [..., freq, time]; floating-point.</param>
        /// <param name="win_length">Length of the window, odd and at least 3; default 5.</param>
        /// <param name="mode">What lies beyond the ends; default the frames there.</param>
        /// <returns>The same shape.</returns>
        /// <exception cref="ArgumentException">The window is too short, or the features are not floating-point.</exception>
        public static Tensor compute_deltas(Tensor specgram, int win_length = 5, PaddingModes mode = PaddingModes.Replicate)
        {
            Require.Floating(specgram, nameof(compute_deltas));
            Require.Dimensions(specgram, 1, "[..., freq, time]", nameof(compute_deltas));
            if (win_length < 3)
            {
                throw new ArgumentOutOfRangeException(nameof(win_length), win_length, "compute_deltas: a slope needs a window of at least 3 frames.");
            }

            using var scope = NewDisposeScope();
            long side = (win_length - 1) / 2;
            var rows = specgram.reshape(-1, 1, specgram.shape[^1]);
            var weights = torch.arange(-side, side + 1, dtype: specgram.dtype, device: specgram.device).reshape(1, 1, -1);
            var slopes = nn.functional.conv1d(nn.functional.pad(rows, (side, side), mode), weights) / (side * (side + 1) * ((2 * side) + 1) / 3.0);
            return slopes.reshape(specgram.shape).MoveToOuterDisposeScope();
        }
    }
}
