using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchaudio.backend;

namespace Audio.Tests.IO;

public class FuzzTests
{
    private const int ManagedCases = 220_000, NativeCases = 3_000;

    private static readonly uint[] Extremes = [0, 1, 2, 3, 7, 8, 16, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

    [Fact]
    public void A_damaged_WAV_file_is_read_or_refused_and_never_more_than_it_holds()
    {
        byte[][] files = [.. SoundGoldens.Files.Where(path => path.EndsWith(".wav")).Select(File.ReadAllBytes)];
        var backend = new WavBackend();
        int read = 0;
        Parallel.For(0, Environment.ProcessorCount, worker =>
        {
            var random = new Random(worker);
            for (int i = worker; i < ManagedCases; i += Environment.ProcessorCount)
            {
                byte[] file = Damage(files[random.Next(files.Length)], random);
                if (Survives(backend, file, random))
                {
                    Interlocked.Increment(ref read);
                }
            }
        });

        // Neither all nor nothing: the damage hits the header, and not always.
        Assert.InRange(read, ManagedCases / 10, ManagedCases * 9 / 10);
    }

    [Theory]
    [InlineData("flac")]
    [InlineData("ogg")]
    [InlineData("mp3")]
    [InlineData("aiff")]
    [InlineData("au")]
    [InlineData("caf")]
    [InlineData("w64")]
    [InlineData("sph")]
    public void A_damaged_file_of_another_format_is_read_or_refused(string ending)
    {
        byte[][] files = [.. SoundGoldens.Files.Where(path => path.EndsWith(ending)).Select(File.ReadAllBytes)];
        Assert.NotEmpty(files);
        var backend = new SoundFileBackend();
        var random = new Random(7);
        for (int i = 0; i < NativeCases / 8; i++)
        {
            Survives(backend, Damage(files[random.Next(files.Length)], random), random);
        }
    }

    /// <summary>Whether it could be read; anything but the one typed exception fails the test.</summary>
    private static bool Survives(StreamBackend backend, byte[] file, Random random)
    {
        long offset = random.Next(4) == 0 ? random.Next(300) : 0, count = random.Next(4) == 0 ? 1 + random.Next(300) : -1;
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            (Tensor sound, int rate) = backend.load(stream, offset, count, normalize: random.Next(2) == 0, channels_first: random.Next(2) == 0);
            using (sound)
            {
                Assert.True(rate > 0);
                Assert.True(backend is not WavBackend || sound.numel() <= file.Length);
            }

            return true;
        }
        catch (AudioFormatException error)
        {
            Assert.NotEmpty(error.Message);
            return false;
        }
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        byte[] file = [.. original];
        for (int hit = random.Next(1, 5); hit > 0 && file.Length > 8; hit--)
        {
            int at = random.Next(random.Next(4) == 0 ? file.Length : Math.Min(120, file.Length));
            switch (random.Next(5))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    uint extreme = Extremes[random.Next(Extremes.Length)];
                    for (int i = 0; i < 4 && (at & ~1) + i < file.Length; i++)
                    {
                        file[(at & ~1) + i] = (byte)(extreme >> (8 * i));
                    }

                    break;
                case 2:
                    file = file[..at];
                    break;
                case 3:
                    file = [.. file[..at], .. file[Math.Min(file.Length, at + random.Next(1, 9))..]];
                    break;
                default:
                    file = [.. file[..at], .. original[..Math.Min(original.Length, random.Next(1, 40))], .. file[at..]];
                    break;
            }
        }

        return file;
    }
}
