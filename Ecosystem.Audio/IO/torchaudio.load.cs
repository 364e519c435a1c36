using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>Reads a sound file: Python's <c>torchaudio.load</c>.</summary>
    /// <param name="filepath">
    /// WAV with nothing installed; FLAC, MP3, Ogg Vorbis, Opus, AIFF, AU, CAF, W64, SPHERE and more through libsndfile.
    /// </param>
    /// <param name="frame_offset">Frames to leave out at the beginning.</param>
    /// <param name="num_frames">Frames to read at most; -1 for all. Fewer come where the sound ends earlier, none behind its end.</param>
    /// <param name="normalize">
    /// Whether samples become float32 in [-1, 1] (integers divided by 2 to the power of their bits less one). If not, a WAV file's samples keep
    /// their type: uint8, int16, int32 (also for 24 bits, in the upper three bytes), float32 or float64. Has no effect on other formats.
    /// </param>
    /// <param name="channels_first">Whether the result is [channels, frames], or else [frames, channels].</param>
    /// <param name="format">The format that the file must have; null for any.</param>
    /// <returns>The samples, and frames per second.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frame_offset"/> or <paramref name="num_frames"/> is no number of frames.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="AudioFormatException">It is not a sound that can be read; the message names the file and says why.</exception>
    /// <exception cref="DllNotFoundException">The format needs libsndfile, which is not there; the message says how to install it.</exception>
    public static (Tensor waveform, int sample_rate) load(
        string filepath, long frame_offset = 0, long num_frames = -1, bool normalize = true, bool channels_first = true, AudioFormat? format = null) =>
        backend.utils.get_audio_backend().load(filepath, frame_offset, num_frames, normalize, channels_first, format);

    /// <summary>Reads a sound from a stream.</summary>
    /// <param name="stream">The file, from its position on; left open, at no certain position. One that cannot seek is read to its end first.</param>
    /// <param name="frame_offset">Frames to leave out at the beginning.</param>
    /// <param name="num_frames">Frames to read at most; -1 for all.</param>
    /// <param name="normalize">Whether samples become float32 in [-1, 1]; see the overload for files.</param>
    /// <param name="channels_first">Whether the result is [channels, frames], or else [frames, channels].</param>
    /// <param name="format">The format that the file must have; null for any.</param>
    /// <returns>The samples, and frames per second.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frame_offset"/> or <paramref name="num_frames"/> is no number of frames.</exception>
    /// <exception cref="AudioFormatException">It is not a sound that can be read.</exception>
    public static (Tensor waveform, int sample_rate) load(
        Stream stream, long frame_offset = 0, long num_frames = -1, bool normalize = true, bool channels_first = true, AudioFormat? format = null) =>
        backend.utils.get_audio_backend().load(stream, frame_offset, num_frames, normalize, channels_first, format);

    /// <summary>Reads a sound from a file that lies in memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="frame_offset">Frames to leave out at the beginning.</param>
    /// <param name="num_frames">Frames to read at most; -1 for all.</param>
    /// <param name="normalize">Whether samples become float32 in [-1, 1]; see the overload for files.</param>
    /// <param name="channels_first">Whether the result is [channels, frames], or else [frames, channels].</param>
    /// <param name="format">The format that the file must have; null for any.</param>
    /// <returns>The samples, and frames per second.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frame_offset"/> or <paramref name="num_frames"/> is no number of frames.</exception>
    /// <exception cref="AudioFormatException">It is not a sound that can be read.</exception>
    public static (Tensor waveform, int sample_rate) load(
        byte[] file, long frame_offset = 0, long num_frames = -1, bool normalize = true, bool channels_first = true, AudioFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var stream = new MemoryStream(file, writable: false);
        return load(stream, frame_offset, num_frames, normalize, channels_first, format);
    }
}
