using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>Helpers: sounds and spectrograms as pictures.</summary>
    public static partial class utils
    {
        private static readonly byte[] Paper = [255, 255, 255], Axis = [205, 208, 214], Ink = [58, 76, 160];

        /// <summary>Draws a waveform: each column spans the samples that fall into it, channels one below the other.</summary>
        /// <param name="waveform">[channels, frames] or [frames].</param>
        /// <param name="height">Rows of the picture, all channels together.</param>
        /// <param name="width">Columns of the picture.</param>
        /// <param name="scale">The sample value that reaches the edge; the loudest there is if null.</param>
        /// <returns>A uint8 tensor of shape [3, height, width] on the host.</returns>
        /// <exception cref="ArgumentException">It is no waveform, or the picture would have no pixels.</exception>
        public static Tensor draw_waveform(Tensor waveform, int height = 120, int width = 640, double? scale = null)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            if (waveform.dim() is < 1 or > 2 || waveform.numel() == 0 || !waveform.is_floating_point())
            {
                throw new ArgumentException(
                    $"A waveform to draw holds real numbers, [channels, frames]; this one is {waveform.dtype} of shape "
                    + $"[{string.Join(", ", waveform.shape)}].",
                    nameof(waveform));
            }

            PictureSide(width, nameof(width));
            using var scope = NewDisposeScope();
            using var without = no_grad();
            Tensor samples = waveform.detach().cpu().to_type(ScalarType.Float32).nan_to_num(0, 1, -1);
            samples = samples.reshape(-1, samples.shape[^1]);
            long channels = samples.shape[0];
            if (height < channels)
            {
                throw new ArgumentOutOfRangeException(nameof(height), height, $"{channels} channels need as many rows.");
            }

            double edge = Math.Max(scale ?? samples.abs().max().item<float>(), 1e-9);
            (Tensor low, Tensor high) = Span(samples.div(edge).clamp(-1, 1), width);
            var lanes = new Tensor[channels];
            for (long channel = 0; channel < channels; channel++)
            {
                // The rows that do not divide evenly go to the first lanes.
                long rows = (height / channels) + (channel < height % channels ? 1 : 0);
                lanes[channel] = Lane(low[channel], high[channel], rows);
            }

            return cat(lanes, 1).MoveToOuterDisposeScope();
        }

        /// <summary>Least and greatest sample of each column, joined with the column before so that the line does not break.</summary>
        private static (Tensor Low, Tensor High) Span(Tensor samples, long width)
        {
            Tensor high = nn.functional.adaptive_max_pool1d(samples, width);
            Tensor low = nn.functional.adaptive_max_pool1d(samples.neg(), width).neg();
            Tensor highBefore = cat([high[.., ..1], high[.., ..^1]], 1), lowBefore = cat([low[.., ..1], low[.., ..^1]], 1);
            return (low.minimum(highBefore), high.maximum(lowBefore));
        }

        /// <summary>One channel: [3, rows, columns].</summary>
        private static Tensor Lane(Tensor low, Tensor high, long rows)
        {
            Tensor row = arange(rows, dtype: ScalarType.Float32).unsqueeze(1);
            // The line is never thinner than a pixel; what covers a pixel in part colours it in part.
            Tensor centre = low.add(high).neg().mul(0.25 * rows).add(0.5 * rows);
            Tensor half = high.sub(low).mul(0.25 * rows).clamp_min(0.5);
            Tensor covered = centre.add(half).unsqueeze(0).minimum(row.add(1)).sub(centre.sub(half).unsqueeze(0).maximum(row)).clamp(0, 1);
            Tensor middle = row.sub((rows - 1) / 2.0).abs().lt(1).to_type(ScalarType.Float32).expand(rows, low.shape[0]);
            Tensor blank = Blend(Color(Paper), Color(Axis), middle);
            return Blend(blank, Color(Ink), covered).round().to_type(ScalarType.Byte);
        }

        private static Tensor Color(byte[] color) => tensor(color).to_type(ScalarType.Float32).reshape(3, 1, 1);

        private static Tensor Blend(Tensor under, Tensor over, Tensor share) => under.mul(share.neg().add(1)).add(over.mul(share));
    }
}
