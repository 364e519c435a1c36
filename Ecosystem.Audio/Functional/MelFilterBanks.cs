using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        // The two formulas of mel: see the enumeration.
        private const double HtkFactor = 2595;
        private const double HtkCorner = 700;
        private const double SlaneyHertzPerMel = 200.0 / 3;
        private const double SlaneyCorner = 1000;
        private const double SlaneyCornerMel = SlaneyCorner / SlaneyHertzPerMel;
        private static readonly double SlaneyLogStep = Math.Log(6.4) / 27;

        /// <summary>Triangular filters at equal distances on the mel scale, as a matrix from frequencies to mel bands.</summary>
        /// <param name="n_freqs">Number of frequencies, from 0 to half the sample rate (rounded down).</param>
        /// <param name="f_min">Lower edge of the first band in hertz.</param>
        /// <param name="f_max">Upper edge of the last band in hertz.</param>
        /// <param name="n_mels">Number of bands.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="norm">How the filters are scaled; default not at all.</param>
        /// <param name="mel_scale">The formula of mel; default HTK's.</param>
        /// <returns>float32 [n_freqs, n_mels]. Bands narrower than the distance of the frequencies may be all zeros.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A count or the sample rate is not positive.</exception>
        public static Tensor melscale_fbanks(
            long n_freqs, double f_min, double f_max, long n_mels, long sample_rate, MelNorm norm = MelNorm.none, MelScale mel_scale = MelScale.htk)
        {
            Require.Positive(n_freqs, nameof(melscale_fbanks));
            Require.Positive(n_mels, nameof(melscale_fbanks));
            Require.Positive(sample_rate, nameof(melscale_fbanks));
            using var scope = NewDisposeScope();
            var mels = torch.linspace(HertzToMel(f_min, mel_scale), HertzToMel(f_max, mel_scale), n_mels + 2, dtype: ScalarType.Float32);
            var edges = MelToHertz(mels, mel_scale);
            var bank = Triangles(n_freqs, edges, sample_rate);
            if (norm == MelNorm.slaney)
            {
                bank = bank * (2.0 / (edges.narrow(0, 2, n_mels) - edges.narrow(0, 0, n_mels))).unsqueeze(0);
            }

            return bank.MoveToOuterDisposeScope();
        }

        /// <summary>Triangular filters at equal distances in hertz, as a matrix from frequencies to bands.</summary>
        /// <param name="n_freqs">Number of frequencies, from 0 to half the sample rate (rounded down).</param>
        /// <param name="f_min">Lower edge of the first band in hertz.</param>
        /// <param name="f_max">Upper edge of the last band in hertz.</param>
        /// <param name="n_filter">Number of bands.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <returns>float32 [n_freqs, n_filter].</returns>
        /// <exception cref="ArgumentOutOfRangeException">A count or the sample rate is not positive.</exception>
        public static Tensor linear_fbanks(int n_freqs, double f_min, double f_max, int n_filter, int sample_rate)
        {
            Require.Positive(n_freqs, nameof(linear_fbanks));
            Require.Positive(n_filter, nameof(linear_fbanks));
            Require.Positive(sample_rate, nameof(linear_fbanks));
            using var scope = NewDisposeScope();
            var edges = torch.linspace(f_min, f_max, n_filter + 2, dtype: ScalarType.Float32);
            return Triangles(n_freqs, edges, sample_rate).MoveToOuterDisposeScope();
        }

        /// <summary>Filter k rises from edge k to edge k + 1 and falls to edge k + 2.</summary>
        private static Tensor Triangles(long frequencies, Tensor edges, long sampleRate)
        {
            var bands = edges.shape[0] - 2;
            var hertz = torch.linspace(0, sampleRate / 2, frequencies, dtype: ScalarType.Float32);
            var widths = edges.narrow(0, 1, bands + 1) - edges.narrow(0, 0, bands + 1);
            var distances = edges.unsqueeze(0) - hertz.unsqueeze(1);
            var rising = distances.narrow(1, 0, bands).neg() / widths.narrow(0, 0, bands);
            var falling = distances.narrow(1, 2, bands) / widths.narrow(0, 1, bands);
            return torch.minimum(rising, falling).clamp_min(0);
        }

        private static double HertzToMel(double hertz, MelScale scale) => scale switch
        {
            MelScale.htk => HtkFactor * Math.Log10(1 + (hertz / HtkCorner)),
            MelScale.slaney => hertz < SlaneyCorner
                ? hertz / SlaneyHertzPerMel
                : SlaneyCornerMel + (Math.Log(hertz / SlaneyCorner) / SlaneyLogStep),
            _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "The mel scale is htk or slaney."),
        };

        private static Tensor MelToHertz(Tensor mels, MelScale scale) => scale == MelScale.htk
            ? (torch.pow(10.0, mels / HtkFactor) - 1.0) * HtkCorner
            : torch.where(
                mels >= SlaneyCornerMel,
                ((mels - SlaneyCornerMel) * SlaneyLogStep).exp() * SlaneyCorner,
                mels * SlaneyHertzPerMel);
    }
}
