using System.Globalization;
using System.Text;
using System.Text.Json;
using TorchSharp;
using TorchSharp.Transforms.Text;

namespace Text.Tests.Tokenizers;

/// <summary>What Python and torchtext 0.14.1 make of texts without a vocabulary, and BERT's words (tests/golden/text-tokens/words.py).</summary>
public class WordsGoldenTests
{
    private static readonly JsonElement Golden = TokenizerData.Golden("words.json.gz");
    private static readonly JsonElement Unicode = Golden.GetProperty("unicode");

    // The oracle knows Unicode 14; characters that came later may have become anything.
    private static readonly HashSet<int> Unassigned = Ranges("unassigned");

    // A mark of Ahom that another category was found for in Unicode 15.
    private static readonly Rune Changed = new(0x1171E);

    private static IEnumerable<Rune> Characters =>
        Enumerable.Range(0, 0x110000).Where(code => Rune.IsValid(code) && !Unassigned.Contains(code)).Select(code => new Rune(code));

    [Fact]
    public void Every_character_becomes_small_as_in_Python()
    {
        var lower = Unicode.GetProperty("lower").EnumerateObject().ToDictionary(
            entry => int.Parse(entry.Name, CultureInfo.InvariantCulture), entry => entry.Value.GetString()!);
        AssertNone(Characters.Where(rune => PythonText.Lower(rune.ToString()) != lower.GetValueOrDefault(rune.Value, rune.ToString())));
    }

    [Fact]
    public void Every_character_is_cased_or_passed_over_as_in_Python()
    {
        var (cased, passed) = (Ranges("cased"), Ranges("ignorable"));
        AssertNone(Characters.Where(rune => rune != Changed && PythonText.IsCaseIgnorable(rune) != passed.Contains(rune.Value)));
        AssertNone(Characters.Where(rune => !passed.Contains(rune.Value) && PythonText.IsCased(rune) != cased.Contains(rune.Value)));
    }

    [Fact]
    public void White_space_is_Pythons()
    {
        var space = Unicode.GetProperty("space").Numbers().ToHashSet();
        AssertNone(Characters.Where(rune => rune.IsBmp && PythonText.IsSpace((char)rune.Value) != space.Contains(rune.Value)));
    }

    [Fact]
    public void Every_character_decomposes_as_in_Python()
    {
        var parts = Unicode.GetProperty("nfd").EnumerateObject().ToDictionary(
            entry => int.Parse(entry.Name, CultureInfo.InvariantCulture), entry => entry.Value.GetString()!);
        AssertNone(Characters.Where(rune => rune.Value is <= 0xAC00 or >= 0xD7A3
            && Decomposed(rune.ToString()) != parts.GetValueOrDefault(rune.Value, rune.ToString())));
        foreach (var pair in Golden.GetProperty("marks").EnumerateArray())
        {
            Assert.Equal(pair[1].GetString(), Decomposed(pair[0].GetString()!));
        }
    }

    [Fact]
    public void Texts_become_small_as_in_Python() =>
        AssertEach("lower", text => PythonText.Lower(text), answer => answer.GetString()!);

    [Fact]
    public void Basic_english_is_torchtexts() =>
        AssertEach("basic_english", torchtext.data.utils.get_tokenizer("basic_english"), answer => answer.Strings());

    [Fact]
    public void No_tokenizer_splits_at_white_space() => AssertEach("split", torchtext.data.utils.get_tokenizer(null), answer => answer.Strings());

    [Theory]
    [InlineData("uncased", true, null)]
    [InlineData("cased", false, null)]
    [InlineData("stripped", false, true)]
    [InlineData("stripped", false, false)]
    [InlineData("kept", true, null)]
    public void BERT_gives_tokens_and_numbers(string name, bool lower, bool? strip)
    {
        string[]? never = name == "kept" ? ["[MASK]", "[UNK]", "Über", "naïve", "U.S.A.", "don't"] : null;
        var tokenizer = torchtext.transforms.BERTTokenizer(
            Path.Combine(TokenizerData.Goldens, "bert.txt"), lower, strip, return_tokens: true, never_split: never);
        foreach (var golden in Golden.GetProperty("bert").EnumerateArray())
        {
            var text = golden.GetProperty("text").GetString()!;
            var expected = golden.GetProperty(name).EnumerateArray().ToArray();
            Assert.Equal(expected.Select(pair => pair[0].GetString()), tokenizer.call(text));
            Assert.Equal(expected.Select(pair => pair[1].GetInt32()), tokenizer.EncodeToIds(text));
        }
    }

    private static void AssertEach<T>(string golden, Func<string, T> ours, Func<JsonElement, T> answer)
    {
        foreach (var pair in Golden.GetProperty(golden).EnumerateArray())
        {
            Assert.Equal(answer(pair[1]), ours(pair[0].GetString()!));
        }
    }

    private static void AssertNone(IEnumerable<Rune> wrong)
    {
        var codes = wrong.Select(rune => $"U+{rune.Value:X4}").ToArray();
        Assert.True(codes.Length == 0, $"{codes.Length} characters are wrong: {string.Join(' ', codes.Take(50))}");
    }

    private static string Decomposed(string text) => string.Concat(CanonicalDecompositions.Decompose(text));

    private static HashSet<int> Ranges(string name) =>
        [.. Unicode.GetProperty(name).EnumerateArray().SelectMany(range => Enumerable.Range(range[0].GetInt32(), range[1].GetInt32() - range[0].GetInt32() + 1))];
}
