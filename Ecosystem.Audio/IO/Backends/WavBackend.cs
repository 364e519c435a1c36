namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class backend
    {
        /// <summary>
        /// WAV files without any native library: PCM of 8 to 32 bits, floating point, mu-law and A-law; RIFF, RF64 and BW64. Its name is
        /// <c>wav</c>.
        /// </summary>
        /// <remarks>
        /// A header that promises more samples than the file holds is corrected by what is there, as in Python. Floating-point samples are kept as
        /// they are, also outside of [-1, 1].
        /// </remarks>
        public sealed class WavBackend : StreamBackend
        {
            /// <inheritdoc/>
            public override string name => "wav";

            private protected override SoundReader Open(Stream file, AudioFormat? format)
            {
                if (format is not (null or AudioFormat.WAV))
                {
                    throw new NotSupportedException($"The audio backend wav reads WAV files, not {format}: use the backend default or soundfile.");
                }

                return OpenWav(file, out WavFormat found) ?? throw new AudioFormatException(
                    AudioProblem.Unsupported, $"samples in WAV format 0x{found.Tag:x4} with {found.Bits} bits are not read by the audio backend wav");
            }

            private protected override void Write(Stream file, SignalSource signal, SavePlan plan)
            {
                if (plan.Format != AudioFormat.WAV)
                {
                    throw new NotSupportedException($"The audio backend wav writes WAV files, not {plan.Format}: use the backend default or soundfile.");
                }

                WavWriter.Write(file, signal, plan.Coding!.Value);
            }

            /// <returns>Null if the samples are compressed in a way that only libsndfile may know.</returns>
            internal static SoundReader? OpenWav(Stream file, out WavFormat format)
            {
                long start = file.Position;
                WavHeader? header = WavHeaderReader.Read(file, out format);
                return header is null ? null : new WavReader(file, start, header);
            }
        }
    }
}
