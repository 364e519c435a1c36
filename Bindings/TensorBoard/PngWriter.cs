using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TorchSharp;

/// <summary>Writes PNG files of 8-bit pictures, and animated ones, for TensorBoard: the binding knows no image library.</summary>
internal static class PngWriter
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>The file of one picture.</summary>
    /// <param name="pixels">Row by row, the channels of a pixel together.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="channels">1 grey, 2 grey and alpha, 3 RGB, 4 RGBA.</param>
    internal static byte[] Picture(ReadOnlySpan<byte> pixels, int width, int height, int channels) =>
        Animation(pixels, 1, width, height, channels, framesPerSecond: 1);

    /// <summary>The file of an animation, which runs again and again; viewers that do not know animations show its first frame.</summary>
    /// <param name="pixels">The frames, one after the other, each as a picture's.</param>
    /// <param name="frames">How many.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="channels">1 grey, 2 grey and alpha, 3 RGB, 4 RGBA.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    internal static byte[] Animation(ReadOnlySpan<byte> pixels, int frames, int width, int height, int channels, int framesPerSecond)
    {
        byte colour = channels switch
        {
            1 => 0,
            2 => 4,
            3 => 2,
            4 => 6,
            _ => throw new ArgumentException($"a picture has 1 to 4 channels, this one has {channels}", nameof(channels)),
        };
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = colour;
        header[10..].Clear();
        Chunk(file, "IHDR", header);
        if (frames > 1)
        {
            Chunk(file, "acTL", BigEndian(frames, 0));
        }

        int sequence = 0;
        int size = width * height * channels;
        for (int frame = 0; frame < frames; frame++)
        {
            if (frames > 1)
            {
                Chunk(file, "fcTL", [.. BigEndian(sequence++, width, height, 0, 0), .. Delay(framesPerSecond), 0, 0]);
            }

            byte[] data = Compress(pixels.Slice(frame * size, size), height);
            if (frame == 0)
            {
                Chunk(file, "IDAT", data);
            }
            else
            {
                Chunk(file, "fdAT", [.. BigEndian(sequence++), .. data]);
            }
        }

        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(ReadOnlySpan<byte> pixels, int height)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            int stride = height == 0 ? 0 : pixels.Length / height;
            for (int row = 0; row < height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(row * stride, stride));
            }
        }

        return data.ToArray();
    }

    private static byte[] Delay(int framesPerSecond) => [0, 1, (byte)(framesPerSecond >> 8), (byte)framesPerSecond];

    private static byte[] BigEndian(params ReadOnlySpan<int> values)
    {
        var bytes = new byte[values.Length * sizeof(int)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * sizeof(int)), values[i]);
        }

        return bytes;
    }

    private static void Chunk(Stream file, string kind, ReadOnlySpan<byte> data)
    {
        byte[] name = Encoding.ASCII.GetBytes(kind);
        file.Write(BigEndian(data.Length));
        file.Write(name);
        file.Write(data);
        file.Write(BigEndian(unchecked((int)Crc32.Append(Crc32.Append(0, name), data))));
    }
}
