namespace Cifar10;

/// <summary>Pictures of stripes and blots, each kind with a colour and a spacing of its own, and with noise, in CIFAR-10's binary files.</summary>
public static class DrawnThings
{
    private const int Side = 32;

    /// <summary>Writes the six files under <c>CIFAR10/cifar-10-batches-bin</c> of a folder.</summary>
    public static void Write(string root)
    {
        var folder = Path.Combine(root, "CIFAR10", "cifar-10-batches-bin");
        Directory.CreateDirectory(folder);
        for (var batch = 1; batch <= 5; batch++)
        {
            Write(Path.Combine(folder, $"data_batch_{batch}.bin"), 100, new Random(batch));
        }

        Write(Path.Combine(folder, "test_batch.bin"), 100, new Random(6));
    }

    private static void Write(string path, int count, Random random)
    {
        using var file = File.Create(path);
        for (var i = 0; i < count; i++)
        {
            file.WriteByte((byte)(i % 10));
            file.Write(Draw(i % 10, random));
        }
    }

    private static byte[] Draw(int kind, Random random)
    {
        var picture = new byte[3 * Side * Side];
        var phase = random.NextDouble() * 10;
        for (var channel = 0; channel < 3; channel++)
        {
            var strength = channel == kind % 3 ? 90 : 40;
            for (var y = 0; y < Side; y++)
            {
                for (var x = 0; x < Side; x++)
                {
                    var wave = kind switch
                    {
                        < 3 => Math.Sin((x * 0.8) + phase),
                        < 6 => Math.Sin((y * 0.8) + phase),
                        < 9 => Math.Sin((x + y) * 0.4) * Math.Sin(((x - y) * 0.4) + phase),
                        _ => Math.Sin(phase),
                    };
                    picture[(((channel * Side) + y) * Side) + x] = (byte)Math.Clamp(128 + (strength * wave) + random.Next(-30, 31), 0, 255);
                }
            }
        }

        return picture;
    }
}
