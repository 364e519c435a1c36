using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        private const int DitherBits = 16;
        private const int GaussianDraws = 6;

        /// <summary>Rounds a sound to 16 bits after adding noise, so that what is lost does not sound like the sound.</summary>
        /// <remarks>
        /// As in Python, the noise of "RPDF" and "GPDF" is made of samples of the sound itself at random places, one offset for all, and
        /// "TPDF" adds a triangular window over the whole sound.
        /// </remarks>
        /// <param name="waveform">The sound, [..., time], in [-1, 1]; floating-point.</param>
        /// <param name="density_function">"TPDF" (triangular, the default), "RPDF" (rectangular) or "GPDF" (Gaussian).</param>
        /// <param name="noise_shaping">Whether each sample takes over the error of the one before.</param>
        /// <exception cref="ArgumentException">Another density, or no samples.</exception>
        public static Tensor dither(Tensor waveform, string density_function = "TPDF", bool noise_shaping = false)
        {
            Require.Floating(waveform, nameof(dither));
            Require.Dimensions(waveform, 1, "[..., time]", nameof(dither));
            if (waveform.numel() == 0)
            {
                throw new ArgumentException($"dither needs samples, but the waveform is {Require.Describe(waveform)}.", nameof(waveform));
            }

            using var scope = NewDisposeScope();
            var rows = waveform.reshape(-1, waveform.shape[^1]);
            var noise = DitherNoise(rows, density_function);
            var steps = (1L << (DitherBits - 1)) - 2;
            var rounded = ((rows * steps) + noise).round() / (1L << (DitherBits - 1));
            if (noise_shaping)
            {
                var error = rounded - rows;
                rounded = rounded + nn.functional.pad(error.narrow(1, 0, error.shape[1] - 1), (1, 0));
            }

            return rounded.reshape(waveform.shape).MoveToOuterDisposeScope();
        }

        private static Tensor DitherNoise(Tensor rows, string density)
        {
            var first = RandomSample(rows);
            switch (density)
            {
                case "RPDF":
                    return first - 0.5;
                case "GPDF":
                    var sum = first;
                    for (var i = 0; i < GaussianDraws; i++)
                    {
                        sum = sum + RandomSample(rows);
                    }

                    return sum;
                case "TPDF":
                    return torch.bartlett_window(rows.shape[1], dtype: rows.dtype, device: rows.device);
                default:
                    throw new ArgumentException($"The density function is \"TPDF\", \"RPDF\" or \"GPDF\", not \"{density}\".", nameof(density));
            }
        }

        /// <summary>A sample at a random place; the last row and the last sample are never drawn, and a single one draws nothing.</summary>
        private static Tensor RandomSample(Tensor rows)
        {
            var row = RandomIndex(rows.shape[0] - 1);
            return rows.select(0, row).select(0, RandomIndex(rows.shape[1] - 1));
        }

        private static long RandomIndex(long count)
        {
            if (count <= 0)
            {
                return 0;
            }

            using var drawn = torch.empty([1], dtype: ScalarType.Int64);
            return torch.ops.aten.random__from(drawn, 0, count, torch.random.Current).item<long>();
        }
    }
}
