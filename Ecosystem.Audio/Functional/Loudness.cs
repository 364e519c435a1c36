using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        // ITU-R BS.1770-4: blocks of 0.4 s, three quarters of each shared with the next.
        private const double LoudnessBlock = 0.4;
        private const double LoudnessOverlap = 0.75;
        private const double LoudnessBias = -0.691;
        private const double AbsoluteGate = -70;
        private const double RelativeGate = -10;
        private static readonly float[] ChannelWeights = [1, 1, 1, 1.41f, 1.41f];

        /// <summary>How loud a sound is to human ears, by ITU-R BS.1770-4.</summary>
        /// <param name="waveform">The sound, [..., channel, time]; up to five channels; float32 or float64, at least 0.4 s.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <returns>LKFS, [...]; NaN where all is silence.</returns>
        /// <exception cref="ArgumentException">The sound is too short or has more channels.</exception>
        public static Tensor loudness(Tensor waveform, int sample_rate)
        {
            Require.Dimensions(waveform, 2, "[..., channel, time]", nameof(loudness));
            Require.Positive(sample_rate, nameof(loudness));
            var block = (long)Math.Round(LoudnessBlock * sample_rate);
            var channels = waveform.shape[^2];
            if (channels > ChannelWeights.Length || waveform.shape[^1] < block)
            {
                throw new ArgumentException(
                    $"loudness takes up to {ChannelWeights.Length} channels and at least {block} samples, but the waveform is {Require.Describe(waveform)}.",
                    nameof(waveform));
            }

            using var scope = NewDisposeScope();
            var shelved = treble_biquad(waveform, sample_rate, 4.0, 1500.0, 1 / Math.Sqrt(2));
            var weighted = highpass_biquad(shelved, sample_rate, 38.0, 0.5);
            var energy = weighted.square().unfold(-1, block, (long)Math.Round(block * (1 - LoudnessOverlap))).mean([-1L]);
            var weights = torch.tensor(ChannelWeights, device: waveform.device).narrow(0, 0, channels);

            static Tensor Level(Tensor power) => (power.log10() * 10) + LoudnessBias;
            Tensor Gated(Tensor gate) =>
                Level((weights * ((gate.unsqueeze(-2) * energy).sum(-1) / gate.sum(-1, keepdim: true))).sum(-1));

            var levels = Level((weights.unsqueeze(-1) * energy).sum(-2));
            var audible = levels > AbsoluteGate;
            var loud = levels > (Gated(audible) + RelativeGate).unsqueeze(-1);
            return Gated(torch.logical_and(audible, loud)).MoveToOuterDisposeScope();
        }
    }
}
