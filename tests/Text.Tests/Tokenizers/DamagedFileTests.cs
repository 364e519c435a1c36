using System.Text;
using TorchSharp;
using TorchSharp.Transforms.Text;

namespace Text.Tests.Tokenizers;

/// <summary>Vocabularies and merges that are not what they should be: one exception with the file, the line and the byte.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private const string Merges = "#version: 0.2\na b\n";

    private readonly string folder = Directory.CreateTempSubdirectory("tokenizers").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("", 1, 0)]
    [InlineData("[1]", 1, 0)]
    [InlineData("{\"a\": 0,\n \"b\": \"x\"}", 2, 15)]
    [InlineData("{\"a\": 0,\n \"b\": -1}", 2, 15)]
    [InlineData("{\"a\": 0,\n \"b\": 1.5}", 2, 15)]
    [InlineData("{\"a\": 0,\n \"b\": 99999999999}", 2, 15)]
    [InlineData("{\"a\": 0", 1, 7)]
    [InlineData("{\"a\": 0,\n\n b: 1}", 3, 11)]
    [InlineData("{\"a\": 0} {", 1, 9)]
    public void A_vocabulary_is_one_object_of_tokens_and_numbers(string json, int line, int offset)
    {
        var problem = Assert.Throws<TokenizerFormatException>(() => new GPT2BPETokenizer(Write("encoder.json", json), Write("merges.bpe", Merges)));
        Assert.EndsWith("encoder.json", problem.FileName);
        Assert.Equal(line, problem.Line);
        Assert.InRange(problem.ByteOffset, offset - 1, offset + 1);
        Assert.Contains($"line {line}, byte {problem.ByteOffset}", problem.Message);
    }

    [Theory]
    [InlineData("#version\na b\nabc\nd e\n", 3, 13)]
    [InlineData("#version\r\na b\r\na b c\r\n", 3, 15)]
    public void A_merge_has_two_symbols(string merges, int line, int offset)
    {
        var path = Write("merges.bpe", merges);
        foreach (var make in (Func<TextTokenizer>[])
            [() => new GPT2BPETokenizer(Write("encoder.json", "{}"), path), () => new CLIPTokenizer(path), () => new CharBPETokenizer(Write("encoder.json", "{}"), path)])
        {
            var problem = Assert.Throws<TokenizerFormatException>(make);
            Assert.Equal((path, line, offset), (problem.FileName, problem.Line, problem.ByteOffset));
        }
    }

    [Theory]
    [InlineData("ok\nb\xE4" + "d\n", 2, 4)]
    [InlineData("\xC3", 1, 0)]
    [InlineData("a\n\nb\xE2\x82", 3, 4)]
    [InlineData("\xED\xA0\x80", 1, 0)]
    [InlineData("\xC0\xAF", 1, 0)]
    public void A_file_is_UTF8(string latin, int line, int offset)
    {
        var path = Path.Combine(folder, "file");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(latin));
        foreach (var make in (Func<TextTokenizer>[])
            [() => new BERTTokenizer(path), () => new CLIPTokenizer(path), () => new GPT2BPETokenizer(path, path)])
        {
            var problem = Assert.Throws<TokenizerFormatException>(make);
            Assert.Equal((path, line, offset), (problem.FileName, problem.Line, problem.ByteOffset));
            Assert.Contains("UTF-8", problem.Message);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_missing()
    {
        var path = Path.Combine(folder, "nothing");
        Assert.Throws<FileNotFoundException>(() => new BERTTokenizer(path));
        Assert.Throws<FileNotFoundException>(() => new CLIPTokenizer(path));
        Assert.Throws<FileNotFoundException>(() => new SentencePieceTokenizer(path));
        Assert.Throws<ArgumentException>(() => new SentencePieceTokenizer(""));
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_Windows_change_nothing()
    {
        var tokenizer = new BERTTokenizer(Write("vocab.txt", "\uFEFF[UNK]\r\none\r\n##s\r\n"), return_tokens: true);
        Assert.Equal(3, tokenizer.vocab_size);
        Assert.Equal(["one", "##s", "[UNK]"], tokenizer.call("Ones two"));
    }

    [Fact]
    public void A_vocabulary_without_the_unknown_token_says_so_when_it_is_needed()
    {
        var tokenizer = new BERTTokenizer(Write("vocab.txt", "one\n"));
        Assert.Equal([0], tokenizer.EncodeToIds("one"));
        Assert.Contains("[UNK]", Assert.Throws<KeyNotFoundException>(() => tokenizer.EncodeToIds("two")).Message);
        Assert.Throws<KeyNotFoundException>(() => tokenizer.call("two"));
        Assert.Equal(["[UNK]"], tokenizer.EncodeToTokens("two"));
    }

    [Fact]
    public void Merges_that_lead_out_of_the_vocabulary_are_named()
    {
        var tokenizer = new GPT2BPETokenizer(Write("encoder.json", "{\"a\": 0, \"b\": 1}"), Write("merges.bpe", Merges));
        Assert.Equal([1, 0], tokenizer.EncodeToIds("ba"));
        Assert.Contains("'ab'", Assert.Throws<KeyNotFoundException>(() => tokenizer.EncodeToIds("ab")).Message);
        Assert.Equal(["ab"], tokenizer.EncodeToTokens("ab"));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
