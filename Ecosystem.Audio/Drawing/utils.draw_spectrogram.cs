using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class utils
    {
        /// <summary>Draws a spectrogram: time to the right, low frequencies at the bottom, the louder the lighter.</summary>
        /// <param name="specgram">[frequencies, frames], or [1, frequencies, frames]; in decibels or any other measure.</param>
        /// <param name="height">Rows of the picture; one for each frequency if null.</param>
        /// <param name="width">Columns of the picture; one for each frame if null.</param>
        /// <param name="low">The value that is drawn darkest; the least there is if null.</param>
        /// <param name="high">The value that is drawn lightest; the greatest there is if null.</param>
        /// <returns>A uint8 tensor of shape [3, height, width] on the host. What is not finite takes the colour of the nearest end.</returns>
        /// <exception cref="ArgumentException">It is no spectrogram, or the picture would have no pixels.</exception>
        public static Tensor draw_spectrogram(Tensor specgram, int? height = null, int? width = null, double? low = null, double? high = null)
        {
            ArgumentNullException.ThrowIfNull(specgram);
            long[] shape = specgram.shape;
            if (shape.Length == 3 && shape[0] == 1)
            {
                shape = shape[1..];
            }

            if (shape.Length != 2 || shape[0] == 0 || shape[1] == 0 || !specgram.is_floating_point())
            {
                throw new ArgumentException(
                    $"A spectrogram to draw holds real numbers, [frequencies, frames]; this one is {specgram.dtype} of shape "
                    + $"[{string.Join(", ", specgram.shape)}].",
                    nameof(specgram));
            }

            long rows = PictureSide(height ?? shape[0], nameof(height)), columns = PictureSide(width ?? shape[1], nameof(width));
            using var scope = NewDisposeScope();
            using var without = no_grad();
            Tensor values = specgram.detach().cpu().to_type(ScalarType.Float32).reshape(1, shape[0], shape[1]);
            Tensor finite = values.isfinite();
            bool any = finite.any().item<bool>();
            double least = low ?? (any ? values.masked_fill(finite.logical_not(), double.PositiveInfinity).min().item<float>() : 0);
            double most = high ?? (any ? values.masked_fill(finite.logical_not(), double.NegativeInfinity).max().item<float>() : 1);
            Tensor level = values.nan_to_num(least, most, least).sub(least).div(Math.Max(most - least, 1e-12)).clamp(0, 1);
            Tensor sized = nn.functional.adaptive_avg_pool2d(level, [rows, columns]).flip(1);
            Tensor step = sized.mul(ColorRamp.Steps - 1).round().to_type(ScalarType.Int64).reshape(rows, columns);
            Tensor colors = tensor(ColorRamp.Table).reshape(ColorRamp.Steps, 3);
            return colors[step].permute(2, 0, 1).contiguous().MoveToOuterDisposeScope();
        }

        private static long PictureSide(long side, string name) =>
            side > 0 ? side : throw new ArgumentOutOfRangeException(name, side, "A picture has at least one pixel.");
    }
}
