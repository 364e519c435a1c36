using Torchlight.Audio.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class backend
    {
        /// <summary>What the library's own backends share: files by name and streams are one to them, and files are written whole or not at all.</summary>
        public abstract class StreamBackend : AudioBackend
        {
            private protected StreamBackend()
            {
            }

            /// <inheritdoc/>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="AudioFormatException">It is not a sound that can be read; the message names the file and says why.</exception>
            public override (Tensor, int) load(
                string filepath, long frame_offset = 0, long num_frames = -1, bool normalize = true, bool channels_first = true, AudioFormat? format = null)
            {
                using FileStream file = AudioFile.Open(filepath);
                return Named(filepath, () => load(file, frame_offset, num_frames, normalize, channels_first, format));
            }

            /// <inheritdoc/>
            /// <exception cref="AudioFormatException">It is not a sound that can be read.</exception>
            public override (Tensor, int) load(
                Stream stream, long frame_offset = 0, long num_frames = -1, bool normalize = true, bool channels_first = true, AudioFormat? format = null)
            {
                var request = new LoadRequest(frame_offset, num_frames, normalize, channels_first);
                Stream file = AudioFile.Seekable(stream, out MemoryStream? copy);
                using (copy)
                {
                    using SoundReader reader = Open(file, format);
                    return (SignalLoader.Load(reader, request), reader.MetaData.sample_rate);
                }
            }

            /// <inheritdoc/>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="AudioFormatException">It is not a sound that can be read; the message names the file and says why.</exception>
            public override AudioMetaData info(string filepath, AudioFormat? format = null)
            {
                using FileStream file = AudioFile.Open(filepath);
                return Named(filepath, () => info(file, format));
            }

            /// <inheritdoc/>
            /// <exception cref="AudioFormatException">It is not a sound that can be read.</exception>
            public override AudioMetaData info(Stream stream, AudioFormat? format = null)
            {
                Stream file = AudioFile.Seekable(stream, out MemoryStream? copy);
                using (copy)
                {
                    using SoundReader reader = Open(file, format);
                    AudioMetaData about = reader.MetaData;
                    return about.frame_count == SoundReader.UnknownFrames ? about with { frame_count = SignalLoader.Count(reader) } : about;
                }
            }

            /// <inheritdoc/>
            /// <exception cref="ArgumentException">The samples or the options do not fit the format.</exception>
            public override void save(
                string filepath,
                Tensor src,
                int sample_rate,
                bool channels_first = true,
                float? compression = null,
                AudioFormat? format = null,
                AudioEncoding? encoding = null,
                int? bits_per_sample = null)
            {
                ArgumentException.ThrowIfNullOrEmpty(filepath);
                SavePlan plan = SaveRules.Plan(format ?? SaveRules.FormatOf(filepath), src, encoding, bits_per_sample, compression);
                using var signal = new SignalSource(src, sample_rate, channels_first);
                WholeFile.Write(filepath, file => Write(file, signal, plan));
            }

            /// <inheritdoc/>
            /// <exception cref="ArgumentException">The samples or the options do not fit the format.</exception>
            public override void save(
                Stream stream,
                Tensor src,
                int sample_rate,
                bool channels_first = true,
                float? compression = null,
                AudioFormat? format = null,
                AudioEncoding? encoding = null,
                int? bits_per_sample = null)
            {
                ArgumentNullException.ThrowIfNull(stream);
                SavePlan plan = SaveRules.Plan(format ?? AudioFormat.WAV, src, encoding, bits_per_sample, compression);
                using var signal = new SignalSource(src, sample_rate, channels_first);
                if (stream.CanSeek)
                {
                    Write(stream, signal, plan);
                    return;
                }

                // Encoders go back to complete their headers: such a stream gets the finished file.
                using var file = new MemoryStream();
                Write(file, signal, plan);
                file.WriteTo(stream);
            }

            /// <summary>Opens a sound.</summary>
            /// <param name="file">Seekable, at the file's beginning.</param>
            /// <param name="format">The format that it must have; null for any.</param>
            private protected abstract SoundReader Open(Stream file, AudioFormat? format);

            /// <summary>Writes a sound.</summary>
            /// <param name="file">Seekable.</param>
            /// <param name="signal">The samples.</param>
            /// <param name="plan">How to store them.</param>
            private protected abstract void Write(Stream file, SignalSource signal, SavePlan plan);

            private static T Named<T>(string path, Func<T> read)
            {
                try
                {
                    return read();
                }
                catch (AudioFormatException error)
                {
                    throw error.In(path);
                }
            }
        }
    }
}
