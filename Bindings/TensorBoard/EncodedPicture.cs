using System.Buffers.Binary;

namespace TorchSharp;

/// <summary>Reads the size of an encoded picture off its first bytes: PNG, JPEG and GIF.</summary>
internal static class EncodedPicture
{
    /// <summary>The picture as a value of TensorBoard's.</summary>
    /// <exception cref="ArgumentException">The bytes are none of these, or cut off.</exception>
    internal static Tensorboard.Summary.Types.Image Read(byte[] encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        (int width, int height, int channels) = Size(encoded)
            ?? throw new ArgumentException("the bytes are no PNG, JPEG or GIF picture that TensorBoard could show", nameof(encoded));
        return new() { Width = width, Height = height, Colorspace = channels, EncodedImageString = encoded };
    }

    private static (int Width, int Height, int Channels)? Size(ReadOnlySpan<byte> file)
    {
        if (file.Length >= 26 && file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            int channels = file[25] switch { 0 => 1, 4 => 2, 6 => 4, _ => 3 };
            return (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]), channels);
        }

        if (file.Length >= 10 && file.StartsWith("GIF8"u8))
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]), 3);
        }

        return file.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8]) ? Jpeg(file) : null;
    }

    // The frame header is the first of the segments C0 to CF that is no table.
    private static (int Width, int Height, int Channels)? Jpeg(ReadOnlySpan<byte> file)
    {
        for (int at = 2; at + 10 <= file.Length && file[at] == 0xff;)
        {
            byte marker = file[at + 1];
            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), file[at + 9]);
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }
}
