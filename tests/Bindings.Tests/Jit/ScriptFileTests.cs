using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

/// <summary>Files that are no TorchScript, or not whole.</summary>
public class ScriptFileTests
{
    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("absent.pt", Assert.Throws<FileNotFoundException>(() => jit.load("absent.pt")).Message, StringComparison.Ordinal);

    [Fact]
    public void Weights_alone_are_told_from_a_program()
    {
        var error = Assert.Throws<TorchFileFormatException>(() => jit.load(JitGoldens.File("state_dict.pt")));
        Assert.Contains("torch.load", error.Message, StringComparison.Ordinal);
        Assert.Contains("state_dict.pt", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a text that is called a model")]
    [InlineData("PK\u0003\u0004 and no more")]
    public void Text_is_no_program(string text) =>
        Assert.Throws<TorchFileFormatException>(() => jit.load(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_truncated_file_is_one_typed_exception()
    {
        byte[] whole = File.ReadAllBytes(JitGoldens.File("traced.pt"));
        for (int length = 0; length < whole.Length; length += 61)
        {
            Assert.Throws<TorchFileFormatException>(() => jit.load(whole[..length]));
        }
    }

    [Fact]
    public void A_damaged_file_loads_or_is_a_typed_exception()
    {
        byte[] whole = File.ReadAllBytes(JitGoldens.File("traced.pt"));
        var random = new Random(5);
        int refused = 0;
        for (int turn = 0; turn < 300; turn++)
        {
            byte[] damaged = [.. whole];
            for (int spot = 0; spot < 3; spot++)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            try
            {
                using jit.ScriptModule module = jit.load(damaged);
            }
            catch (Exception error) when (error is TorchFileFormatException or TorchException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 50, 300);
    }

    [Fact]
    public void A_failing_stream_is_the_callers_own_exception()
    {
        using jit.ScriptModule module = jit.load(JitGoldens.File("traced.pt"));
        using var full = new MemoryStream(new byte[100], writable: true);
        Assert.Throws<NotSupportedException>(() => jit.save(module, full));
        var error = Assert.Throws<ArgumentException>(() => jit.save(module, new byte[10]));
        Assert.Contains("bytes", error.Message, StringComparison.Ordinal);
        byte[] room = new byte[100_000];
        jit.save(module, room);
        Assert.Equal((byte)'P', room[0]);
    }
}
