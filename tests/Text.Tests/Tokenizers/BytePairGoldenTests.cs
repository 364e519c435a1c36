using System.Text.Json;
using TorchSharp;
using TorchSharp.Transforms.Text;

namespace Text.Tests.Tokenizers;

/// <summary>Small vocabularies over the texts of tests/golden/text-tokens: words by RE2, merges by their definition (byte_pairs.py).</summary>
public class BytePairGoldenTests
{
    private static readonly JsonElement Golden = TokenizerData.Golden("byte_pairs.json.gz");

    [Fact]
    public void GPT2_gives_tokens_and_numbers()
    {
        var (numbers, tokens) = (
            torchtext.transforms.GPT2BPETokenizer(Files("gpt2.json"), Files("gpt2.bpe")),
            torchtext.transforms.GPT2BPETokenizer(Files("gpt2.json"), Files("gpt2.bpe"), return_tokens: true));
        foreach (var golden in Golden.GetProperty("gpt2").EnumerateArray())
        {
            var text = golden.GetProperty("text").GetString()!;
            var ids = golden.GetProperty("ids").Numbers();
            Assert.Equal(golden.GetProperty("tokens").Strings(), tokens.call(text));
            Assert.Equal(ids, numbers.EncodeToIds(text));
            Assert.Equal(ids.Select(id => $"{id}"), numbers.forward(text));
            Assert.Equal(text, numbers.Decode(ids));
            Assert.Equal(text, numbers.decode(numbers.call(text)));
        }
    }

    [Theory]
    [InlineData("made", null)]
    [InlineData("given", "clip.json")]
    public void CLIP_gives_tokens_and_numbers(string vocabulary, string? encoder)
    {
        var tokenizer = torchtext.transforms.CLIPTokenizer(Files("clip.bpe"), encoder is null ? null : Files(encoder), return_tokens: true);
        foreach (var golden in Golden.GetProperty("clip").EnumerateArray())
        {
            var text = golden.GetProperty("text").GetString()!;
            var expected = golden.GetProperty(vocabulary).EnumerateArray().ToArray();
            Assert.Equal(expected.Select(pair => pair[0].GetString()), tokenizer.call(text));
            Assert.Equal(expected.Select(pair => pair[1].GetInt32()), tokenizer.EncodeToIds(text));
        }
    }

    [Fact]
    public void CLIP_takes_as_many_merges_as_it_is_told()
    {
        var none = new CLIPTokenizer(Files("clip.bpe"), num_merges: 1, return_tokens: true);
        Assert.Equal(512 + 1 + 2, none.vocab_size);
        Assert.Equal(["w", "o", "r", "d", "s</w>"], none.call(" WORDS "));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CLIPTokenizer(Files("clip.bpe"), num_merges: -1));
    }

    [Theory]
    [InlineData("suffix", "</w>")]
    [InlineData("plain", null)]
    public void Characters_give_tokens_numbers_and_text(string golden, string? suffix)
    {
        var tokenizer = torchtext.transforms.CharBPETokenizer(
            Files("characters.json"), Files("characters.bpe"), return_tokens: true, unk_token: "<unk>", suffix: suffix, special_tokens: ["<|x|>"]);
        foreach (var entry in Golden.GetProperty("characters").EnumerateArray())
        {
            var text = entry.GetProperty("text").GetString()!;
            var expected = entry.GetProperty(golden);
            Assert.Equal(expected.GetProperty("tokens").Strings(), tokenizer.call(text));
            Assert.Equal(expected.GetProperty("ids").Numbers(), tokenizer.encode(text));
            Assert.Equal(expected.GetProperty("text").GetString(), tokenizer.decode(tokenizer.encode(text)));
        }
    }

    [Fact]
    public void Characters_without_an_unknown_token_must_be_known()
    {
        var tokenizer = new CharBPETokenizer(Files("characters.json"), Files("characters.bpe"));
        Assert.Contains("'漢'", Assert.Throws<KeyNotFoundException>(() => tokenizer.encode("漢")).Message);
        Assert.Contains("999999", Assert.Throws<KeyNotFoundException>(() => tokenizer.decode([999999])).Message);
        Assert.Throws<ArgumentException>(() => new CharBPETokenizer(Files("characters.json"), Files("characters.bpe"), unk_token: "[nothing]"));
        Assert.Throws<ArgumentException>(() => new CharBPETokenizer(Files("characters.json"), Files("characters.bpe"), special_tokens: ["[nothing]"]));
    }

    [Fact]
    public void Numbers_that_the_vocabulary_lacks_cannot_be_decoded()
    {
        var tokenizer = new GPT2BPETokenizer(Files("gpt2.json"), Files("gpt2.bpe"));
        Assert.Throws<KeyNotFoundException>(() => tokenizer.Decode([tokenizer.vocab_size]));
        Assert.Throws<FormatException>(() => tokenizer.decode(["one"]));
        // The first byte of a character of two.
        Assert.Equal("\uFFFD", tokenizer.Decode([tokenizer.EncodeToIds("\u07FF")[0]]));
    }

    private static string Files(string name) => Path.Combine(TokenizerData.Goldens, "byte-pairs", name);
}
