using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Subtracts from each frame the mean of a window around it or before it (cepstral mean normalization, as in Kaldi).</summary>
        /// <remarks>Sums run in double precision whatever the features' type.</remarks>
        /// <param name="specgram">Features, [..., time, freq]; floating-point.</param>
        /// <param name="cmn_window">Frames in the window; default 600.</param>
        /// <param name="min_cmn_window">Frames that the window has at the start, where it looks ahead for them; without centring only. Default 100.</param>
        /// <param name="center">Whether the window lies around the frame; by default it ends with it.</param>
        /// <param name="norm_vars">Whether to divide by the standard deviation as well; default false.</param>
        /// <returns>The same shape.</returns>
        /// <exception cref="ArgumentException">A window is not positive, or the features are not floating-point.</exception>
        public static Tensor sliding_window_cmn(
            Tensor specgram, int cmn_window = 600, int min_cmn_window = 100, bool center = false, bool norm_vars = false)
        {
            Require.Floating(specgram, nameof(sliding_window_cmn));
            Require.Dimensions(specgram, 2, "[..., time, freq]", nameof(sliding_window_cmn));
            Require.Positive(cmn_window, nameof(sliding_window_cmn));
            Require.Positive(min_cmn_window, nameof(sliding_window_cmn));
            using var scope = NewDisposeScope();
            var (starts, ends) = CmnWindows(specgram.shape[^2], cmn_window, min_cmn_window, center);
            var (from, to) = (torch.tensor(starts, device: specgram.device), torch.tensor(ends, device: specgram.device));
            var counts = (to - from).to_type(ScalarType.Float64).unsqueeze(-1);
            var wide = specgram.to_type(ScalarType.Float64);

            // The sum of a window is the difference of two sums from the start.
            Tensor Mean(Tensor values)
            {
                var sums = nn.functional.pad(values.cumsum(-2), [0, 0, 1, 0]);
                return (sums.index_select(-2, to) - sums.index_select(-2, from)) / counts;
            }

            var mean = Mean(wide);
            var centred = wide - mean;
            if (norm_vars)
            {
                var variance = Mean(wide.square()) - mean.square();
                centred = torch.where(counts == 1, torch.zeros_like(centred), centred * variance.rsqrt());
            }

            return centred.to_type(specgram.dtype).MoveToOuterDisposeScope();
        }

        private static (long[] starts, long[] ends) CmnWindows(long frames, int window, int least, bool center)
        {
            var (starts, ends) = (new long[frames], new long[frames]);
            for (long frame = 0; frame < frames; frame++)
            {
                var start = center ? frame - (window / 2) : frame - window;
                var end = center ? start + window : frame + 1;
                if (start < 0)
                {
                    (start, end) = (0, end - start);
                }

                if (!center && end > frame)
                {
                    end = Math.Max(frame + 1, least);
                }

                if (end > frames)
                {
                    (start, end) = (Math.Max(start - (end - frames), 0), frames);
                }

                (starts[frame], ends[frame]) = (start, end);
            }

            return (starts, ends);
        }
    }
}
