using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>
    /// Writes a sound file: Python's <c>torchaudio.save</c>. The file has its old content or the new one, never a part of it.
    /// </summary>
    /// <param name="filepath">The file; its folder has to be there.</param>
    /// <param name="src">
    /// Samples, [channels, frames] or [frames, channels]: float32 or float64 in [-1, 1], or int32, int16 or uint8 over their whole range.
    /// </param>
    /// <param name="sample_rate">Frames per second.</param>
    /// <param name="channels_first">Whether <paramref name="src"/> is [channels, frames].</param>
    /// <param name="compression">
    /// FLAC: 0 (fast) to 8 (small, the default). Ogg Vorbis: -1 (small) to 10 (good), 3 by default. MP3: a bit rate in kbit/s, or 0 (good) to -9.999
    /// (small) for one that varies, -4.5 by default. Without effect on other formats.
    /// </param>
    /// <param name="format">The format; null to go by the file's name.</param>
    /// <param name="encoding">
    /// WAV and its like: PCM_S, PCM_U, PCM_F, ULAW or ALAW; by default what <paramref name="bits_per_sample"/> or else the dtype suggests
    /// (float32 samples are stored as 32-bit floating point, int16 as 16-bit PCM).
    /// </param>
    /// <param name="bits_per_sample">WAV and its like: 8, 16, 24, 32 or 64 as the encoding allows. FLAC: 8, 16 or 24 (the default).</param>
    /// <exception cref="ArgumentException">The samples or the options do not fit the format; the message says what would.</exception>
    /// <exception cref="DllNotFoundException">The format needs libsndfile, which is not there; the message says how to install it.</exception>
    /// <remarks>
    /// Where real samples become integers they are rounded half up at 2 to the power of the bits less one, and saturate: what was loaded is saved
    /// unchanged.
    /// </remarks>
    public static void save(
        string filepath,
        Tensor src,
        int sample_rate,
        bool channels_first = true,
        float? compression = null,
        AudioFormat? format = null,
        AudioEncoding? encoding = null,
        int? bits_per_sample = null) =>
        backend.utils.get_audio_backend().save(filepath, src, sample_rate, channels_first, compression, format, encoding, bits_per_sample);

    /// <summary>Writes a sound to a stream.</summary>
    /// <param name="stream">Where to; left open, behind the file.</param>
    /// <param name="src">Samples; see the overload for files.</param>
    /// <param name="sample_rate">Frames per second.</param>
    /// <param name="channels_first">Whether <paramref name="src"/> is [channels, frames].</param>
    /// <param name="compression">How hard to compress; see the overload for files.</param>
    /// <param name="format">The format; WAV if null.</param>
    /// <param name="encoding">How to store samples; see the overload for files.</param>
    /// <param name="bits_per_sample">Bits of a sample; see the overload for files.</param>
    /// <exception cref="ArgumentException">The samples or the options do not fit the format; the message says what would.</exception>
    public static void save(
        Stream stream,
        Tensor src,
        int sample_rate,
        bool channels_first = true,
        float? compression = null,
        AudioFormat? format = null,
        AudioEncoding? encoding = null,
        int? bits_per_sample = null) =>
        backend.utils.get_audio_backend().save(stream, src, sample_rate, channels_first, compression, format, encoding, bits_per_sample);
}
