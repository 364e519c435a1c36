namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>Says what a sound file holds, without decoding it: Python's <c>torchaudio.info</c>.</summary>
    /// <param name="filepath">The file.</param>
    /// <param name="format">The format that it must have; null for any.</param>
    /// <returns>Rate, frames, channels, bits and encoding. The frames are those that are there, whatever the header of a WAV file promises.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="AudioFormatException">It is not a sound that can be read; the message names the file and says why.</exception>
    public static AudioMetaData info(string filepath, AudioFormat? format = null) => backend.utils.get_audio_backend().info(filepath, format);

    /// <summary>Says what a sound file in a stream holds.</summary>
    /// <param name="stream">The file, from its position on; left open, at no certain position. One that cannot seek is read to its end.</param>
    /// <param name="format">The format that it must have; null for any.</param>
    /// <exception cref="AudioFormatException">It is not a sound that can be read.</exception>
    public static AudioMetaData info(Stream stream, AudioFormat? format = null) => backend.utils.get_audio_backend().info(stream, format);
}
