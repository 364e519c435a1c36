using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Powers or amplitudes in decibels: multiplier * (log10(max(x, amin)) - db_multiplier).</summary>
        /// <param name="x">Powers or amplitudes; [..., freq, time] or [..., channel, freq, time] where <paramref name="top_db"/> is given.</param>
        /// <param name="multiplier">10 for powers, 20 for amplitudes.</param>
        /// <param name="amin">The least value; smaller ones count as it.</param>
        /// <param name="db_multiplier">log10 of what counts as 0 dB.</param>
        /// <param name="top_db">
        /// How far below the maximum values may lie; lower ones are raised. There is one maximum over channel, freq and time: one in all for
        /// an input of up to three dimensions, one for each item of a batch. Null for no limit.
        /// </param>
        /// <returns>The same shape.</returns>
        /// <exception cref="ArgumentException">A limit is given and the input has fewer than two dimensions or no elements.</exception>
        public static Tensor amplitude_to_DB(Tensor x, double multiplier, double amin, double db_multiplier, double? top_db = null)
        {
            ArgumentNullException.ThrowIfNull(x);
            using var scope = NewDisposeScope();
            var decibels = torch.clamp_min(x, amin).log10().mul_(multiplier);
            if (multiplier * db_multiplier != 0)
            {
                decibels.sub_(multiplier * db_multiplier);
            }

            if (top_db is double range)
            {
                Require.Dimensions(x, 2, "[..., freq, time]", nameof(amplitude_to_DB));
                if (x.numel() == 0)
                {
                    throw new ArgumentException($"{nameof(amplitude_to_DB)}: top_db needs a maximum, but x is {Require.Describe(x)}.", nameof(x));
                }

                var shape = x.shape;
                var channels = shape.Length > 2 ? shape[^3] : 1;
                var items = decibels.reshape(-1, channels, shape[^2], shape[^1]);
                var floor = (torch.amax(items, [-3, -2, -1]) - range).reshape(-1, 1, 1, 1);
                decibels = torch.maximum(items, floor).reshape(shape);
            }

            return decibels.MoveToOuterDisposeScope();
        }

        /// <summary>Decibels back to powers or amplitudes: ref * (10 ^ (x / 10)) ^ power.</summary>
        /// <param name="x">Decibels.</param>
        /// <param name="ref">What 0 dB stands for.</param>
        /// <param name="power">1 gives powers, 0.5 amplitudes.</param>
        public static Tensor DB_to_amplitude(Tensor x, double @ref, double power)
        {
            ArgumentNullException.ThrowIfNull(x);
            using var scope = NewDisposeScope();
            return (torch.pow(10.0, x * 0.1).pow(power) * @ref).MoveToOuterDisposeScope();
        }
    }
}
