using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>What reads and writes sound files: Python's <c>torchaudio.backend</c>.</summary>
    public static partial class backend
    {
        /// <summary>
        /// Reads and writes sound files. <see cref="torchaudio"/>'s own functions go to the backend that
        /// <see cref="utils.set_audio_backend(AudioBackend)"/> has set; another library is plugged in by deriving from this class.
        /// </summary>
        public abstract class AudioBackend
        {
            /// <summary>Makes a backend.</summary>
            protected AudioBackend()
            {
            }

            /// <summary>The name that <see cref="get_audio_backend"/> tells.</summary>
            public virtual string name => GetType().Name;

            /// <summary>Reads a sound; see <see cref="torchaudio.load(string, long, long, bool, bool, AudioFormat?)"/>.</summary>
            /// <param name="filepath">The file.</param>
            /// <param name="frame_offset">Frames to leave out.</param>
            /// <param name="num_frames">Frames to read at most, -1 for all.</param>
            /// <param name="normalize">Whether samples become float32 in [-1, 1] whatever they are in the file.</param>
            /// <param name="channels_first">[channels, frames] or [frames, channels].</param>
            /// <param name="format">The format that the file must have; null for any.</param>
            /// <returns>The samples, and frames per second.</returns>
            public abstract (Tensor, int) load(
                string filepath, long frame_offset = 0, long num_frames = -1, bool normalize = true, bool channels_first = true, AudioFormat? format = null);

            /// <summary>Reads a sound from a stream, from its position on; the stream stays open.</summary>
            /// <param name="stream">The file's bytes.</param>
            /// <param name="frame_offset">Frames to leave out.</param>
            /// <param name="num_frames">Frames to read at most, -1 for all.</param>
            /// <param name="normalize">Whether samples become float32 in [-1, 1] whatever they are in the file.</param>
            /// <param name="channels_first">[channels, frames] or [frames, channels].</param>
            /// <param name="format">The format that the file must have; null for any.</param>
            /// <returns>The samples, and frames per second.</returns>
            /// <exception cref="NotSupportedException">The backend reads files only.</exception>
            public virtual (Tensor, int) load(
                Stream stream, long frame_offset = 0, long num_frames = -1, bool normalize = true, bool channels_first = true, AudioFormat? format = null) =>
                throw FilesOnly();

            /// <summary>
            /// Writes a sound; see <see cref="torchaudio.save(string, Tensor, int, bool, float?, AudioFormat?, AudioEncoding?, int?)"/>.
            /// </summary>
            /// <param name="filepath">The file.</param>
            /// <param name="src">The samples.</param>
            /// <param name="sample_rate">Frames per second.</param>
            /// <param name="channels_first">[channels, frames] or [frames, channels].</param>
            /// <param name="compression">How hard to compress; the number's meaning is the format's.</param>
            /// <param name="format">The format; null to go by the file's name.</param>
            /// <param name="encoding">How to store samples.</param>
            /// <param name="bits_per_sample">Bits of a sample.</param>
            public abstract void save(
                string filepath,
                Tensor src,
                int sample_rate,
                bool channels_first = true,
                float? compression = null,
                AudioFormat? format = null,
                AudioEncoding? encoding = null,
                int? bits_per_sample = null);

            /// <summary>Writes a sound to a stream, which stays open.</summary>
            /// <param name="stream">Where to.</param>
            /// <param name="src">The samples.</param>
            /// <param name="sample_rate">Frames per second.</param>
            /// <param name="channels_first">[channels, frames] or [frames, channels].</param>
            /// <param name="compression">How hard to compress; the number's meaning is the format's.</param>
            /// <param name="format">The format; WAV if null.</param>
            /// <param name="encoding">How to store samples.</param>
            /// <param name="bits_per_sample">Bits of a sample.</param>
            /// <exception cref="NotSupportedException">The backend writes files only.</exception>
            public virtual void save(
                Stream stream,
                Tensor src,
                int sample_rate,
                bool channels_first = true,
                float? compression = null,
                AudioFormat? format = null,
                AudioEncoding? encoding = null,
                int? bits_per_sample = null) => throw FilesOnly();

            /// <summary>Says what a file holds.</summary>
            /// <param name="filepath">The file.</param>
            /// <param name="format">The format that the file must have; null for any.</param>
            public abstract AudioMetaData info(string filepath, AudioFormat? format = null);

            /// <summary>Says what a file in a stream holds, from the stream's position on; the stream stays open, at no certain position.</summary>
            /// <param name="stream">The file's bytes.</param>
            /// <param name="format">The format that the file must have; null for any.</param>
            /// <exception cref="NotSupportedException">The backend reads files only.</exception>
            public virtual AudioMetaData info(Stream stream, AudioFormat? format = null) => throw FilesOnly();

            private NotSupportedException FilesOnly() => new($"The audio backend {name} works on files by their names, not on streams.");
        }
    }
}
