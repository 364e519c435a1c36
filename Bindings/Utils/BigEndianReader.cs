using System.Buffers.Binary;

namespace TorchSharp.Utils;

/// <summary>Reads numbers whose most significant byte comes first, as the files of MNIST have them.</summary>
/// <param name="baseReader">Where the bytes come from; closed with this reader.</param>
public sealed class BigEndianReader(BinaryReader baseReader)
{
    private readonly BinaryReader reader = baseReader ?? throw new ArgumentNullException(nameof(baseReader));

    /// <summary>The stream that the bytes come from.</summary>
    public Stream BaseStream => reader.BaseStream;

    /// <summary>Reads a whole number of four bytes.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Exactly(sizeof(int)));

    /// <summary>Reads bytes and gives them back in reverse order: the value's least significant byte first.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    public byte[] ReadBigEndianBytes(int count)
    {
        byte[] bytes = Exactly(count);
        Array.Reverse(bytes);
        return bytes;
    }

    /// <summary>Reads bytes in the order in which they stand.</summary>
    /// <param name="count">How many; fewer come where the stream ends before.</param>
    public byte[] ReadBytes(int count) => reader.ReadBytes(count);

    /// <summary>Closes the reader and its stream.</summary>
    public void Close() => reader.Close();

    private byte[] Exactly(int count)
    {
        byte[] bytes = reader.ReadBytes(count);
        return bytes.Length == count
            ? bytes
            : throw new EndOfStreamException($"a number of {count} bytes is cut short after {bytes.Length}: the stream ends there");
    }
}
