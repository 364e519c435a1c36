namespace TorchSharp;

/// <summary>
/// The bytes of a pickle, read ahead from a stream that can seek: a pickle is millions of steps of a byte or four. <see cref="Finish"/> puts the stream
/// right behind what was taken.
/// </summary>
internal sealed class PickleInput(Stream stream)
{
    private readonly byte[] _window = new byte[1 << 14];
    private int _start;
    private int _end;

    /// <summary>The next byte.</summary>
    /// <exception cref="TorchFileFormatException">There is none.</exception>
    public byte ReadByte()
    {
        if (_start == _end)
        {
            Require(1);
        }
        return _window[_start++];
    }

    /// <summary>The next bytes: valid until the next call.</summary>
    /// <exception cref="TorchFileFormatException">There are fewer.</exception>
    public ReadOnlySpan<byte> Read(int length)
    {
        if (length > _window.Length)
        {
            return ReadLong(length);
        }
        if (length > _end - _start)
        {
            Require(length);
        }
        _start += length;
        return _window.AsSpan(_start - length, length);
    }

    /// <summary>Leaves the stream behind the last byte that was taken.</summary>
    public void Finish()
    {
        stream.Position -= _end - _start;
        _start = _end = 0;
    }

    private void Require(int length)
    {
        _window.AsSpan(_start, _end - _start).CopyTo(_window);
        (_start, _end) = (0, _end - _start);
        _end += stream.ReadAtLeast(_window.AsSpan(_end), length - _end, throwOnEndOfStream: false);
        if (_end < length)
        {
            throw Truncated();
        }
    }

    // What a length claims is compared with what is there before anything is allocated.
    private byte[] ReadLong(int length)
    {
        Finish();
        if (length > stream.Length - stream.Position)
        {
            throw Truncated();
        }
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static TorchFileFormatException Truncated() => new("the pickle ends in the middle; the file is truncated");
}
