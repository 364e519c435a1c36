using System.Text;
using TorchSharp;
using TorchSharp.Transforms.Text;

namespace Text.Tests.Tokenizers;

/// <summary>What holds for all tokenizers: batches, spans, threads, halves of surrogate pairs, long words.</summary>
public class TokenizerUseTests
{
    private const int Texts = 3000;

    public static TheoryData<string> Tokenizers { get; } = ["gpt2", "clip", "bert", "characters", "pieces", "regex"];

    [Theory]
    [MemberData(nameof(Tokenizers))]
    public void A_batch_is_encoded_in_its_own_order(string name)
    {
        var tokenizer = Make(name);
        var texts = RandomTexts(seed: 1);
        var batch = tokenizer.call(texts);
        Assert.Equal(texts.Select(tokenizer.call), batch);
        Assert.Equal(batch[..5], tokenizer.forward(texts[..5]));
        Assert.Empty(tokenizer.call(Array.Empty<string>()));
    }

    [Theory]
    [MemberData(nameof(Tokenizers))]
    public void Many_threads_share_one_tokenizer(string name)
    {
        var texts = RandomTexts(seed: 2)[..400];
        var alone = texts.Select(Make(name).call).ToArray();
        var shared = Make(name);
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < texts.Length; i++)
            {
                Assert.Equal(alone[i], shared.call(texts[i]));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Tokenizers))]
    public void Null_is_refused(string name)
    {
        var tokenizer = Make(name);
        Assert.Throws<ArgumentNullException>(() => tokenizer.call((string)null!));
        Assert.Throws<ArgumentNullException>(() => tokenizer.call((IReadOnlyList<string>)null!));
        Assert.Contains("1", Assert.Throws<ArgumentException>(() => tokenizer.call(["a", null!])).Message);
    }

    [Theory]
    [MemberData(nameof(Tokenizers))]
    public void Half_a_surrogate_pair_counts_as_a_replacement_character(string name)
    {
        var tokenizer = Make(name);
        foreach (var (halves, whole) in (ReadOnlySpan<(string, string)>)
            [("a\uD83Db", "a\uFFFDb"), ("\uDE00", "\uFFFD"), ("x \uD83D", "x \uFFFD"), ("\uDE00\uD83D z", "\uFFFD\uFFFD z"), ("\uD83D\uD83D\uDE00", "\uFFFD😀")])
        {
            Assert.Equal(tokenizer.call(whole), tokenizer.call(halves));
        }
    }

    [Theory]
    [InlineData("gpt2")]
    [InlineData("clip")]
    [InlineData("bert")]
    [InlineData("characters")]
    public void Numbers_come_as_arrays_spans_counts_and_strings(string name)
    {
        var tokenizer = (SubwordTokenizer)Make(name);
        foreach (var text in RandomTexts(seed: 3)[..200])
        {
            var ids = tokenizer.EncodeToIds(text);
            Assert.Equal(ids.Length, tokenizer.CountTokens(text));
            Assert.Equal(ids, tokenizer.EncodeUtf8ToIds(Encoding.UTF8.GetBytes(text)));
            Assert.Equal(ids.Select(id => $"{id}"), tokenizer.call(text));
            Assert.Equal(ids.Length, tokenizer.EncodeToTokens(text).Length);

            var room = new int[ids.Length + 2];
            Assert.True(tokenizer.TryEncodeToIds(text, room, out var written));
            Assert.Equal(ids, room[..written]);
            if (ids.Length > 0)
            {
                Assert.False(tokenizer.TryEncodeToIds(text, room.AsSpan(0, ids.Length - 1), out written));
                Assert.Equal(ids[..^1], room[..written]);
            }
        }

        var texts = RandomTexts(seed: 4)[..300];
        Assert.Equal(texts.Select(text => tokenizer.EncodeToIds(text)), tokenizer.EncodeToIds(texts));
    }

    [Theory]
    [InlineData("gpt2")]
    [InlineData("clip")]
    [InlineData("characters")]
    public void A_text_without_spaces_does_not_take_quadratic_time(string name)
    {
        var tokenizer = (SubwordTokenizer)Make(name);
        var text = string.Concat(Enumerable.Repeat("extraordinarily", 40_000));
        Assert.InRange(tokenizer.CountTokens(text), 40_000, text.Length);
    }

    [Fact]
    public void GPT2_gives_every_text_back()
    {
        var tokenizer = (GPT2BPETokenizer)Make("gpt2");
        foreach (var text in RandomTexts(seed: 5))
        {
            Assert.Equal(text, tokenizer.Decode(tokenizer.EncodeToIds(text)));
        }
    }

    [Fact]
    public void Tokenizers_are_steps_of_a_sequence()
    {
        var steps = torchtext.transforms.Sequential(Make("gpt2"), torchtext.transforms.StrToIntTransform(), torchtext.transforms.Truncate(3));
        var ids = ((SubwordTokenizer)Make("gpt2")).EncodeToIds("The lamp on the desk");
        Assert.Equal(ids[..3].Select(id => (long)id), steps.call<long[]>("The lamp on the desk"));
        Assert.Throws<ArgumentException>(() => steps.call(3));
    }

    private static TextTokenizer Make(string name) => name switch
    {
        "gpt2" => torchtext.transforms.GPT2BPETokenizer(Pairs("gpt2.json"), Pairs("gpt2.bpe")),
        "clip" => torchtext.transforms.CLIPTokenizer(Pairs("clip.bpe")),
        "bert" => torchtext.transforms.BERTTokenizer(Path.Combine(TokenizerData.Goldens, "bert.txt")),
        "characters" => torchtext.transforms.CharBPETokenizer(
            Pairs("characters.json"), Pairs("characters.bpe"), unk_token: "<unk>", suffix: "</w>"),
        "pieces" => torchtext.transforms.SentencePieceTokenizer(PieceModel.Value),
        _ => torchtext.transforms.RegexTokenizer([(@"([.,!?])", @" \1 "), (@"\d+", "0")]),
    };

    private static readonly Lazy<string> PieceModel = new(() =>
    {
        var path = Path.Combine(AppContext.BaseDirectory, "unigram-bytes.model");
        File.WriteAllBytes(path, TokenizerData.Unzipped("models/unigram-bytes.model.gz"));
        return path;
    });

    private static string Pairs(string name) => Path.Combine(TokenizerData.Goldens, "byte-pairs", name);

    // Words of the goldens' own kind, spaces of all kinds, marks, ideographs, emoji.
    private static string[] RandomTexts(int seed)
    {
        string[] parts =
        [
            "the", "lamp", "Unbelievable", "mill's", "don't", "12", "305", " ", "  ", "\n", "\t", ".", ",", "!", "?", "'", "é", "e\u0301", "漢字", "😀", "ß", "Σ",
            "\u00A0", "\u3000", "\u200B", "<|endoftext|>", "[MASK]", "##ing", "\0", "ABC", "x",
        ];
        var draw = new Random(seed);
        return [.. Enumerable.Range(0, Texts).Select(_ => string.Concat(Enumerable.Range(0, draw.Next(14)).Select(_ => parts[draw.Next(parts.Length)])))];
    }
}
