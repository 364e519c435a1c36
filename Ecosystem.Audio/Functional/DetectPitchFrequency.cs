using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        private const double PitchEpsilon = 1e-9;

        // A lag of half the length counts as the pitch where it correlates nearly as well as the best one: octave errors are the commonest.
        private const double HalfLagBias = 0.99;

        /// <summary>The pitch of each frame: the lag at which the sound resembles itself most, smoothed by a median.</summary>
        /// <param name="waveform">The sound, [..., time]; floating-point.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="frame_time">Length of a frame in seconds; default 0.01.</param>
        /// <param name="win_length">Frames that the median is taken over; default 30.</param>
        /// <param name="freq_low">The lowest pitch in hertz; default 85.</param>
        /// <param name="freq_high">The highest pitch in hertz; default 3400.</param>
        /// <returns>Hertz, [..., frames].</returns>
        /// <exception cref="ArgumentException">A number is out of range, or the sound is too short for the median.</exception>
        public static Tensor detect_pitch_frequency(
            Tensor waveform, int sample_rate, double frame_time = 0.01, int win_length = 30, int freq_low = 85, int freq_high = 3400)
        {
            const string Function = nameof(detect_pitch_frequency);
            Require.Floating(waveform, Function);
            Require.Dimensions(waveform, 1, "[..., time]", Function);
            Require.Positive(sample_rate, Function);
            Require.Positive(frame_time, Function);
            Require.Positive(win_length, Function);
            Require.Positive(freq_low, Function);
            if (freq_high <= freq_low)
            {
                throw new ArgumentOutOfRangeException(nameof(freq_high), freq_high, $"{Function}: freq_high has to lie above freq_low = {freq_low}.");
            }

            var lags = (long)Math.Ceiling((double)sample_rate / freq_low);
            var shortest = (long)Math.Ceiling((double)sample_rate / freq_high);
            var frame = (long)Math.Ceiling(sample_rate * frame_time);
            var frames = (waveform.shape[^1] + frame - 1) / frame;
            var side = (win_length - 1) / 2;
            if (frames + side < win_length || shortest >= lags / 2)
            {
                throw new ArgumentException(
                    $"{Function}: the waveform, {Require.Describe(waveform)}, has {frames} frames; a median over win_length = {win_length} needs "
                    + $"{win_length - side}, and freq_high has to lie more than an octave above freq_low.", nameof(waveform));
            }

            using var scope = NewDisposeScope();
            var rows = waveform.reshape(-1, waveform.shape[^1]);
            var likeness = SelfLikeness(rows, lags, frame, frames);
            var best = BestLags(likeness, shortest) + (shortest + 1);
            var smooth = MedianOfPast(best, win_length, side);
            var pitch = sample_rate / (smooth.to_type(ScalarType.Float32) + PitchEpsilon);
            return pitch.reshape([.. waveform.shape.AsSpan()[..^1], pitch.shape[^1]]).MoveToOuterDisposeScope();
        }

        /// <summary>For each frame and lag from 1 on, the product with the sound so much later over both energies, [rows, frames, lags].</summary>
        private static Tensor SelfLikeness(Tensor rows, long lags, long frame, long frames)
        {
            var padded = nn.functional.pad(rows, (0, lags + (frames * frame) - rows.shape[1]));
            Tensor Cut(long from) => padded.narrow(1, from, frames * frame).reshape(-1, frames, frame);
            static Tensor Energy(Tensor piece) => (piece.square().sum(-1).sqrt() + PitchEpsilon).square();
            var here = Cut(0);
            var energy = Energy(here);
            var columns = new Tensor[lags];
            for (long lag = 1; lag <= lags; lag++)
            {
                using var step = NewDisposeScope();
                var later = Cut(lag);
                columns[lag - 1] = ((here * later).sum(-1) / energy / Energy(later)).MoveToOuterDisposeScope();
            }

            return torch.stack(columns, -1);
        }

        private static Tensor BestLags(Tensor likeness, long shortest)
        {
            var (whole, wholePlace) = likeness.narrow(-1, shortest, likeness.shape[^1] - shortest).max(-1);
            var (half, halfPlace) = likeness.narrow(-1, shortest, (likeness.shape[^1] / 2) - shortest).max(-1);
            return torch.where(half > whole * HalfLagBias, halfPlace, wholePlace);
        }

        private static Tensor MedianOfPast(Tensor lags, long window, long side)
        {
            var first = lags.narrow(-1, 0, 1).expand(lags.shape[0], side);
            var (medians, _) = torch.cat([first, lags], -1).unfold(-1, window, 1).median(-1);
            return medians;
        }
    }
}
