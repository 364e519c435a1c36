using System.Buffers.Binary;

namespace Mnist;

/// <summary>Digits of seven strokes, moved about and with noise, in MNIST's files.</summary>
public static class DrawnDigits
{
    private const int Side = 28;

    // Which strokes a digit has: top, upper left, upper right, middle, lower left, lower right, bottom.
    private static readonly string[] Strokes =
    {
        "1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111", "1111011",
    };

    /// <summary>Writes the four files under <c>mnist/test_data</c> of a folder.</summary>
    public static void Write(string root)
    {
        var folder = Path.Combine(root, "mnist", "test_data");
        Directory.CreateDirectory(folder);
        Write(folder, "train", 1280, new Random(1));
        Write(folder, "t10k", 256, new Random(2));
    }

    private static void Write(string folder, string prefix, int count, Random random)
    {
        var labels = new byte[count];
        var pixels = new byte[count * Side * Side];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % 10);
            Draw(Strokes[labels[i]], pixels.AsSpan(i * Side * Side, Side * Side), random);
        }

        WriteIdx(Path.Combine(folder, $"{prefix}-images-idx3-ubyte"), new[] { count, Side, Side }, pixels);
        WriteIdx(Path.Combine(folder, $"{prefix}-labels-idx1-ubyte"), new[] { count }, labels);
    }

    private static void Draw(string strokes, Span<byte> picture, Random random)
    {
        for (var i = 0; i < picture.Length; i++)
        {
            picture[i] = (byte)random.Next(60);
        }

        var (left, top) = (random.Next(4, 11), random.Next(2, 7));
        for (var stroke = 0; stroke < strokes.Length; stroke++)
        {
            if (strokes[stroke] == '1')
            {
                var across = stroke % 3 == 0;
                var x = left + (stroke is 2 or 5 ? 10 : 0);
                var y = top + (stroke switch { 3 => 9, 4 or 5 => 9, 6 => 18, _ => 0 });
                Fill(picture, x, y, across ? 12 : 2, across ? 2 : 10, (byte)random.Next(170, 256));
            }
        }
    }

    private static void Fill(Span<byte> picture, int left, int top, int width, int height, byte value)
    {
        for (var y = top; y < Math.Min(Side, top + height); y++)
        {
            picture.Slice((y * Side) + left, Math.Min(width, Side - left)).Fill(value);
        }
    }

    private static void WriteIdx(string path, int[] shape, byte[] values)
    {
        using var file = File.Create(path);
        file.Write(new byte[] { 0, 0, 8, (byte)shape.Length });
        var size = new byte[4];
        foreach (var length in shape)
        {
            BinaryPrimitives.WriteInt32BigEndian(size, length);
            file.Write(size);
        }

        file.Write(values);
    }
}
