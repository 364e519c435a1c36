using System.Text.Json;
using System.Text.RegularExpressions;
using TorchSharp;
using TorchSharp.Transforms.Text;

namespace Text.Tests.Tokenizers;

/// <summary>Patterns, replacements and texts as RE2 takes them (tests/golden/text-tokens/regexes.py).</summary>
public class RegexTokenizerTests
{
    private static readonly JsonElement Golden = TokenizerData.Golden("regexes.json");

    public static TheoryData<int> Cases { get; } = [.. Enumerable.Range(0, Golden.GetProperty("cases").GetArrayLength())];

    public static TheoryData<string> Refused { get; } = [.. Golden.GetProperty("refused").Strings()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Texts_become_what_RE2_makes_of_them(int number)
    {
        var golden = Golden.GetProperty("cases")[number];
        var pairs = golden.GetProperty("pairs").EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!)).ToArray();
        var texts = Golden.GetProperty("texts").Strings();
        var results = golden.GetProperty("results").Strings();
        for (var i = 0; i < texts.Length; i++)
        {
            var replaced = pairs.Aggregate(texts[i], (text, pair) => new Replacement(pair.Item1, pair.Item2, Timeout.InfiniteTimeSpan).Apply(text));
            Assert.Equal(results[i], replaced);
            Assert.Equal(results[i].Split(' ', StringSplitOptions.RemoveEmptyEntries), torchtext.transforms.RegexTokenizer(pairs).call(texts[i]));
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_RE2_refuses_is_refused(string pattern) =>
        Assert.Contains(pattern, Assert.Throws<ArgumentException>(() => new RegexTokenizer([(pattern, "")])).Message);

    [Theory]
    [InlineData("a", "\\1")]
    [InlineData("a", "\\")]
    [InlineData("a", "\\x")]
    [InlineData("(a)(b)", "\\3")]
    public void A_replacement_must_name_groups_that_are_there(string pattern, string replacement) =>
        Assert.Throws<ArgumentException>(() => new RegexTokenizer([(pattern, replacement)]));

    [Theory]
    [InlineData(@"\p{Greek}")]
    [InlineData("(?U)a*")]
    public void What_is_not_offered_is_refused(string pattern) => Assert.Throws<ArgumentException>(() => new RegexTokenizer([(pattern, "")]));

    [Fact]
    public void A_search_without_end_is_ended() => Assert.Throws<RegexMatchTimeoutException>(
        () => new RegexTokenizer([("(x+x+)+y", "")], TimeSpan.FromMilliseconds(100)).call(new string('x', 1000)));

    [Fact]
    public void Half_a_surrogate_pair_is_a_replacement_character() =>
        Assert.Equal(["\uFFFD", "x", "\uFFFD"], new RegexTokenizer([("a", " x ")]).call("\uD800a\uDC00"));
}
