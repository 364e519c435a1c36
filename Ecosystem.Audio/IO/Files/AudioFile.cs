namespace TorchSharp;

/// <summary>Opens what a sound is read from.</summary>
internal static class AudioFile
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="FileNotFoundException">There is none, nor a folder that it could be in, or the name is a folder's.</exception>
    internal static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception error) when (error is DirectoryNotFoundException or FileNotFoundException)
        {
            throw new FileNotFoundException($"There is no file '{path}'.", path, error);
        }
        catch (UnauthorizedAccessException error) when (Directory.Exists(path))
        {
            throw new FileNotFoundException($"'{path}' is a folder, not a file.", path, error);
        }
    }

    /// <summary>A stream whose position can be set: the given one, or what is left of it in memory.</summary>
    /// <param name="stream">Stays the caller's.</param>
    /// <param name="copy">What has to be disposed afterwards, or null.</param>
    internal static Stream Seekable(Stream stream, out MemoryStream? copy)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        copy = null;
        if (stream.CanSeek)
        {
            return stream;
        }

        copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    /// <summary>What a file begins with, for a message.</summary>
    internal static string Beginning(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "it is empty";
        }

        ReadOnlySpan<byte> first = bytes[..Math.Min(bytes.Length, 16)];
        return first.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? $"it begins with the bytes {Convert.ToHexStringLower(first)}"
            : $"it begins with '{System.Text.Encoding.ASCII.GetString(first)}'";
    }
}
