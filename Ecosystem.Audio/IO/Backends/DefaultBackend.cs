namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class backend
    {
        /// <summary>
        /// WAV files in managed code, everything else through libsndfile: the backend that is set from the start. Its name is <c>default</c>.
        /// </summary>
        public sealed class DefaultBackend : StreamBackend
        {
            /// <inheritdoc/>
            public override string name => "default";

            private protected override SoundReader Open(Stream file, AudioFormat? format)
            {
                long start = file.Position;
                Span<byte> first = stackalloc byte[12];
                first = first[..file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
                file.Position = start;
                if (first.IsEmpty)
                {
                    throw new AudioFormatException(AudioProblem.Truncated, "not a sound file: it is empty");
                }

                if (format == AudioFormat.WAV || (format is null && WavHeaderReader.IsWav(first)))
                {
                    if (WavBackend.OpenWav(file, out _) is { } wav)
                    {
                        return wav;
                    }

                    file.Position = start;
                }

                return SoundFileBackend.OpenAny(file, format);
            }

            private protected override void Write(Stream file, SignalSource signal, SavePlan plan)
            {
                if (plan.Format == AudioFormat.WAV)
                {
                    WavWriter.Write(file, signal, plan.Coding!.Value);
                }
                else
                {
                    SoundFileWriter.Write(file, signal, plan);
                }
            }
        }
    }
}
