using System.Diagnostics;
using TorchSharp;
using TorchSharp.Transforms.Text;

namespace Text.Tests.Tokenizers;

/// <summary>SentencePiece models that are cut short or damaged: one exception that names a byte of the file, never a crash, a hang or a huge allocation.</summary>
public class DamagedModelTests
{
    private const int Damages = 4000;
    private const string Words = "The lamp ﬁn ①２ e\u0301 漢字 <sep> Ünïcode 12:30 \u0000 😀 ";

    // The kinds differ; the larger model has a character map.
    public static TheoryData<string> Models { get; } = ["unigram-symbols", "bpe-bytes", "bpe-unused", "char", "word", "unigram"];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_that_is_cut_short_is_refused_or_is_a_shorter_model(string name)
    {
        var whole = TokenizerData.Unzipped(Path.Combine("models", name + ".model.gz"));
        var step = Math.Max(whole.Length / 3000, 1);
        var refused = 0;
        for (var length = 0; length < whole.Length; length += step)
        {
            refused += Try(whole[..length]) ? 0 : 1;
        }

        // Cut between two pieces, what is left is whole in itself.
        Assert.True(refused > whole.Length / step / 2, $"{refused} of {whole.Length / step} were refused");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_with_flipped_bits_is_refused_or_works(string name)
    {
        var whole = TokenizerData.Unzipped(Path.Combine("models", name + ".model.gz"));
        var draw = new Random(name.Length);
        for (var i = 0; i < Damages; i++)
        {
            var damaged = whole.ToArray();
            for (var flips = draw.Next(1, 6); flips > 0; flips--)
            {
                damaged[draw.Next(damaged.Length)] ^= (byte)(1 << draw.Next(8));
            }

            Try(damaged);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_with_bytes_of_chance_is_refused_or_works(string name)
    {
        var whole = TokenizerData.Unzipped(Path.Combine("models", name + ".model.gz"));
        var draw = new Random(name.Length);
        for (var i = 0; i < Damages / 4; i++)
        {
            var damaged = whole.ToArray();
            var start = draw.Next(damaged.Length);
            draw.NextBytes(damaged.AsSpan(start, Math.Min(draw.Next(1, 64), damaged.Length - start)));
            Try(damaged);
        }
    }

    [Fact]
    public void Bytes_of_chance_are_refused()
    {
        var draw = new Random(5);
        for (var i = 0; i < Damages; i++)
        {
            var bytes = new byte[draw.Next(200)];
            draw.NextBytes(bytes);
            Assert.False(Try(bytes));
        }
    }

    [Fact]
    public void A_length_that_lies_allocates_nothing()
    {
        // A piece that says it has nearly 2 GB, and one with a length beyond 64 bits.
        foreach (var bytes in (byte[][])[[0x0A, 0xF0, 0xFF, 0xFF, 0xFF, 0x07, 0x0A], [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]])
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.False(Try(bytes));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }
    }

    [Fact]
    public void The_message_names_the_file_and_the_byte()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, TokenizerData.Unzipped("models/char.model.gz")[..100]);
            var problem = Assert.Throws<TokenizerFormatException>(() => torchtext.transforms.SentencePieceTokenizer(path));
            Assert.Equal(path, problem.FileName);
            Assert.InRange(problem.ByteOffset, 80, 100);
            Assert.Null(problem.Line);
            Assert.StartsWith($"{path}: byte {problem.ByteOffset}: ", problem.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Loads a model and cuts a text with it; false if it was refused with an offset within the file.
    private static bool Try(byte[] bytes)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var model = new SentencePiece(bytes);
            var ids = model.EncodeAsIds(Words);
            Assert.Equal(model.EncodeAsPieces(Words).Length, ids.Length);
            model.DecodeIds(ids);
            return true;
        }
        catch (TokenizerFormatException problem)
        {
            Assert.InRange(problem.ByteOffset, 0, bytes.Length);
            return false;
        }
        finally
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), "it takes for ever");
        }
    }
}
