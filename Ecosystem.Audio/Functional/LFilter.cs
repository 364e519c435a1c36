using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>
        /// Filters a sound by a difference equation: a[0] y[n] = b[0] x[n] + b[1] x[n - 1] + ... - a[1] y[n - 1] - a[2] y[n - 2] - ...
        /// Gradients flow to the sound and to the coefficients.
        /// </summary>
        /// <remarks>
        /// Sums run in double precision whatever the sound's type. Rows are shared out over <see cref="torch.get_num_threads"/> threads. What
        /// does not lie on the host goes there and back.
        /// </remarks>
        /// <param name="waveform">The sound, [..., time]; float32 or float64. Samples before the first are zeros.</param>
        /// <param name="a_coeffs">
        /// The denominator, lowest delay first, [taps]; or [filters, taps] for several filters. Large ones in <c>a_coeffs[1..]</c> let the
        /// result grow without bound.
        /// </param>
        /// <param name="b_coeffs">The numerator, of the same shape.</param>
        /// <param name="clamp">Whether the result is limited to [-1, 1]; default true.</param>
        /// <param name="batching">
        /// With several filters: whether filter i takes channel i of a sound [..., filters, time] (the default), or every filter takes the
        /// whole sound, giving [..., filters, time].
        /// </param>
        /// <returns>The shape of the sound; a dimension more if there are several filters and no <paramref name="batching"/>.</returns>
        /// <exception cref="ArgumentException">Types or shapes do not fit one another.</exception>
        public static Tensor lfilter(Tensor waveform, Tensor a_coeffs, Tensor b_coeffs, bool clamp = true, bool batching = true)
        {
            RequireFilter(waveform, a_coeffs, b_coeffs, batching);
            using var scope = NewDisposeScope();
            var (sound, a, b) = (waveform, a_coeffs, b_coeffs);
            if (a.dim() == 1)
            {
                (a, b) = (a.unsqueeze(0), b.unsqueeze(0));
            }
            else if (!batching)
            {
                sound = sound.unsqueeze(-2).expand([.. sound.shape.AsSpan()[..^1], a.shape[0], sound.shape[^1]]);
            }

            var shape = sound.shape;
            if (sound.numel() == 0)
            {
                return sound.clone().MoveToOuterDisposeScope();
            }

            var first = a.narrow(1, 0, 1);
            var filtered = RecursiveFilter.apply(sound.reshape(-1, a.shape[0], shape[^1]), a / first, b / first, false);
            return (clamp ? filtered.clamp(-1, 1) : filtered).reshape(shape).MoveToOuterDisposeScope();
        }

        /// <summary>Filters a sound forwards, then backwards, so that its phase stays.</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="a_coeffs">The denominator, lowest delay first, [taps]; or [filters, taps], one filter for each channel.</param>
        /// <param name="b_coeffs">The numerator, of the same shape.</param>
        /// <param name="clamp">Whether the result is limited to [-1, 1]; default true.</param>
        /// <inheritdoc cref="lfilter"/>
        public static Tensor filtfilt(Tensor waveform, Tensor a_coeffs, Tensor b_coeffs, bool clamp = true)
        {
            using var scope = NewDisposeScope();
            var forwards = lfilter(waveform, a_coeffs, b_coeffs, clamp: false);
            return lfilter(forwards.flip(-1), a_coeffs, b_coeffs, clamp).flip(-1).MoveToOuterDisposeScope();
        }

        private static void RequireFilter(Tensor waveform, Tensor a_coeffs, Tensor b_coeffs, bool batching)
        {
            Require.Dimensions(waveform, 1, "[..., time]", nameof(lfilter));
            Require.Dimensions(a_coeffs, 1, "[taps] or [filters, taps]", nameof(lfilter));
            ArgumentNullException.ThrowIfNull(b_coeffs);
            if (waveform.dtype is not (ScalarType.Float32 or ScalarType.Float64))
            {
                throw new ArgumentException($"lfilter takes a float32 or float64 waveform, but this one is {Require.Describe(waveform)}.", nameof(waveform));
            }

            if (a_coeffs.dtype != waveform.dtype || b_coeffs.dtype != waveform.dtype)
            {
                throw new ArgumentException(
                    $"lfilter takes coefficients of the waveform's type, {waveform.dtype}, but a_coeffs are {a_coeffs.dtype} and b_coeffs {b_coeffs.dtype}.",
                    nameof(a_coeffs));
            }

            if (a_coeffs.dim() > 2 || a_coeffs.shape[^1] == 0 || !a_coeffs.shape.AsSpan().SequenceEqual(b_coeffs.shape))
            {
                throw new ArgumentException(
                    $"lfilter takes a_coeffs and b_coeffs of one shape, [taps] or [filters, taps], but these are {Require.Describe(a_coeffs)} and "
                    + $"{Require.Describe(b_coeffs)}.", nameof(b_coeffs));
            }

            if (batching && a_coeffs.dim() == 2 && (waveform.dim() < 2 || waveform.shape[^2] != a_coeffs.shape[0]))
            {
                throw new ArgumentException(
                    $"lfilter with {a_coeffs.shape[0]} filters takes a waveform of shape [..., {a_coeffs.shape[0]}, time], but this one is "
                    + $"{Require.Describe(waveform)}; batching: false gives every filter the whole waveform.", nameof(waveform));
            }
        }
    }
}
