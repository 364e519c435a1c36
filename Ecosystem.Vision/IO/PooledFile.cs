using System.Buffers;

namespace TorchSharp;

/// <summary>
/// A whole file in a rented buffer, which goes back when this is disposed: reading thousands of pictures leaves nothing for the collector.
/// </summary>
internal readonly struct PooledFile : IDisposable
{
    private readonly byte[] buffer;
    private readonly int length;

    private PooledFile(byte[] buffer, int length)
    {
        this.buffer = buffer;
        this.length = length;
    }

    internal ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    /// <summary>Reads a file.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    internal static PooledFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = Open(path);
        return Read(file);
    }

    /// <summary>Opens a file to be read once, from its beginning to its end.</summary>
    /// <exception cref="FileNotFoundException">There is none, nor a folder that it could be in, or the name is a folder's.</exception>
    internal static FileStream Open(string path, bool asynchronous = false)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, asynchronous);
        }
        catch (DirectoryNotFoundException error)
        {
            throw new FileNotFoundException($"Could not find file '{path}'.", path, error);
        }
        catch (UnauthorizedAccessException error) when (Directory.Exists(path))
        {
            throw new FileNotFoundException($"'{path}' is a folder, not a file.", path, error);
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    internal static PooledFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        // One byte more than expected, so that the read that finds the end needs no larger buffer.
        long expected = stream.CanSeek ? stream.Length - stream.Position : 0;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(checked((int)Math.Max(expected + 1, 16 * 1024)));
        int length = 0;
        try
        {
            int read;
            while ((read = stream.Read(buffer, length, buffer.Length - length)) > 0)
            {
                length += read;
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }

            return new PooledFile(buffer, length);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
