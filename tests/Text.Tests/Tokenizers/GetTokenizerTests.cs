using TorchSharp;

namespace Text.Tests.Tokenizers;

public class GetTokenizerTests
{
    [Fact]
    public void Basic_english_is_for_English()
    {
        Assert.Equal(
            ["you", "can", "now", "install", "torchtext", "using", "pip", "!"],
            torchtext.data.utils.get_tokenizer("basic_english")("You can now install TorchText using pip!"));
        Assert.Equal(["3", ".", "5"], torchtext.data.utils.get_tokenizer("basic_english")("3.5"));
        Assert.Contains("'de'", Assert.Throws<ArgumentException>(() => torchtext.data.utils.get_tokenizer("basic_english", "de")).Message);
    }

    [Fact]
    public void Null_splits_and_a_delegate_is_given_back()
    {
        Assert.Equal(["A", "b,", "c"], torchtext.data.utils.get_tokenizer(null)(" A\tb,\n c "));
        Func<string, string[]> mine = text => text.Split('|');
        Assert.Same(mine, torchtext.data.utils.get_tokenizer(mine));
        Assert.Equal(3, torchtext.data.utils.get_tokenizer(text => text.Length)("abc"));
        Assert.Throws<ArgumentNullException>(() => torchtext.data.utils.get_tokenizer(null)(null!));
    }

    [Theory]
    [InlineData("spacy")]
    [InlineData("moses")]
    [InlineData("toktok")]
    [InlineData("revtok")]
    [InlineData("subword")]
    public void What_other_packages_offer_is_said_not_to_be_here(string name)
    {
        var problem = Assert.Throws<NotSupportedException>(() => torchtext.data.utils.get_tokenizer(name));
        Assert.Contains($"'{name}'", problem.Message);
        Assert.Contains("basic_english", problem.Message);
    }

    [Fact]
    public void An_unknown_name_is_refused() =>
        Assert.Contains("'basic_german'", Assert.Throws<ArgumentException>(() => torchtext.data.utils.get_tokenizer("basic_german")).Message);
}
