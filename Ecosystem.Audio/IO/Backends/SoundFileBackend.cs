namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class backend
    {
        /// <summary>
        /// Everything through libsndfile (Debian's <c>libsndfile1</c>): WAV, FLAC, Ogg Vorbis, Opus, MP3, AIFF, AU, CAF, W64, SPHERE and what else it
        /// reads. Its name is <c>soundfile</c>.
        /// </summary>
        /// <remarks>A missing library is a <see cref="DllNotFoundException"/> that says how to install it.</remarks>
        public sealed class SoundFileBackend : StreamBackend
        {
            /// <inheritdoc/>
            public override string name => "soundfile";

            private protected override SoundReader Open(Stream file, AudioFormat? format) => OpenAny(file, format);

            private protected override void Write(Stream file, SignalSource signal, SavePlan plan) => SoundFileWriter.Write(file, signal, plan);

            internal static SoundReader OpenAny(Stream file, AudioFormat? format)
            {
                var reader = new SoundFileReader(file);
                if (format is null || reader.Format == format)
                {
                    return reader;
                }

                reader.Dispose();
                throw new AudioFormatException(
                    AudioProblem.UnknownFormat, $"expected a {format} file, but this is {(reader.Format is { } found ? $"a {found} file" : "another")}");
            }
        }
    }
}
