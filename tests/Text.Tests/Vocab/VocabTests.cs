using TorchSharp;

namespace Text.Tests.Vocab;

/// <summary>Mistakes name the token and its place, and lookups are the same from many threads.</summary>
public class VocabTests
{
    private static readonly torchtext.vocab.Vocab Letters = new(["a", "b", "c"]);

    private static string Refused<T>(Action mistake)
        where T : Exception => Assert.Throws<T>(mistake).Message;

    [Fact]
    public void A_token_that_is_there_twice_is_named_with_both_places()
    {
        var message = Refused<ArgumentException>(() => _ = new torchtext.vocab.Vocab(["x", "y", "z", "y"]));
        Assert.Contains("'y'", message);
        Assert.Contains("positions 1 and 3", message);
        Assert.Contains("'b' is in the vocabulary already, at index 1", Refused<ArgumentException>(() => Letters.append_token("b")));
        Assert.Contains("'c' is in the vocabulary already, at index 2", Refused<ArgumentException>(() => Letters.insert_token("c", 0)));
        Assert.Equal(["a", "b", "c"], Letters.get_itos());
    }

    [Fact]
    public void An_unknown_token_is_named_with_its_place_and_the_remedy()
    {
        Assert.Contains("'x'", Refused<KeyNotFoundException>(() => _ = Letters["x"]));
        var message = Refused<KeyNotFoundException>(() => Letters.lookup_indices(["a", "b", "x\n", "a"]));
        Assert.Contains("'x\\u000a' at position 2", message);
        Assert.Contains("3 tokens", message);
        Assert.Contains("set_default_index", message);
        Assert.Contains("'q' at position 1 of text 2", Refused<KeyNotFoundException>(() => Letters.lookup_indices([["a"], [], ["c", "q"]])));
    }

    [Fact]
    public void An_index_out_of_range_is_named_with_its_place()
    {
        Assert.Contains("from 0 to 2", Refused<ArgumentOutOfRangeException>(() => Letters.lookup_token(3)));
        Assert.Contains("from 0 to 2", Refused<ArgumentOutOfRangeException>(() => Letters.lookup_token(long.MinValue)));
        Assert.Contains("Position 1 asks for index -1", Refused<ArgumentOutOfRangeException>(() => Letters.lookup_tokens([0, -1])));
        Assert.Contains("Position 0 asks for index 4294967296", Refused<ArgumentOutOfRangeException>(() => Letters.lookup_tokens([1L << 32])));
        Assert.Contains("from 0 to 3", Refused<ArgumentOutOfRangeException>(() => Letters.insert_token("d", 4)));
        Assert.Contains("from 0 to 3", Refused<ArgumentOutOfRangeException>(() => Letters.insert_token("d", -1)));
    }

    [Fact]
    public void Null_and_half_a_surrogate_pair_are_no_tokens()
    {
        Assert.Contains("position 1", Refused<ArgumentException>(() => _ = new torchtext.vocab.Vocab(["a", null!])));
        Assert.Contains("position 1 of text 0", Refused<ArgumentException>(() => Letters.lookup_indices([["a", null!]])));
        Assert.Contains("Text 1", Refused<ArgumentException>(() => Letters.lookup_indices([["a"], null!])));
        foreach (var half in new[] { "a\uD83D", "\uDE00", "\uDE00\uD83D", "x\uD83Dx" })
        {
            Assert.Contains("half a surrogate pair", Refused<ArgumentException>(() => _ = new torchtext.vocab.Vocab(["a", half])));
            Assert.Contains("half a surrogate pair", Refused<ArgumentException>(() => new torchtext.vocab.Vocab([]).append_token(half)));
            var counted = Refused<ArgumentException>(() => torchtext.vocab.build_vocab_from_iterator([["a"], ["b", half]]));
            Assert.Contains("position 1 of text 1", counted);
        }
        Assert.Equal(0, new torchtext.vocab.Vocab(["\U0001F600"])["\U0001F600"]);
    }

    [Fact]
    public void Too_few_max_tokens_leave_no_room() =>
        Assert.Contains("no room", Refused<ArgumentException>(() => torchtext.vocab.build_vocab_from_iterator([["a"]], specials: ["<unk>"], max_tokens: 1)));

    [Fact]
    public void Tokens_are_compared_by_their_units_and_not_by_culture()
    {
        var vocabulary = new torchtext.vocab.Vocab(["é", "e\u0301", "I", "i", "ı", "", "a\0", "a"]);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], vocabulary.call(vocabulary.get_itos()));
    }

    [Fact]
    public void Copies_do_not_change_the_vocabulary()
    {
        var vocabulary = new torchtext.vocab.Vocab(["a"], default_index: 0);
        vocabulary.get_itos().Add("b");
        vocabulary.get_stoi().Add("b", 1);
        Assert.Equal(1, vocabulary.Count);
        Assert.False(vocabulary.Contains("b"));
        Assert.Equal("Vocab(1 tokens, default index 0)", vocabulary.ToString());
    }

    [Fact]
    public void A_large_batch_is_looked_up_on_all_cores_in_its_own_order()
    {
        var vocabulary = new torchtext.vocab.Vocab(Enumerable.Range(0, 1000).Select(i => $"t{i}"));
        string[][] batch = [.. Enumerable.Range(0, 3000).Select(text => Enumerable.Range(0, text % 17).Select(i => $"t{((text * 31) + i) % 1000}").ToArray())];
        Assert.Equal(batch.Select(tokens => tokens.Select(token => long.Parse(token[1..])).ToArray()), vocabulary.lookup_indices(batch));
    }

    [Fact]
    public void Of_several_mistakes_in_a_large_batch_the_first_one_is_told()
    {
        string[][] batch = [.. Enumerable.Range(0, 4000).Select(_ => new[] { "a", "b", "c", "a", "b" })];
        batch[2999] = ["later"];
        batch[17] = ["a", "first"];
        batch[18] = ["second"];
        Assert.Contains("'first' at position 1 of text 17", Refused<KeyNotFoundException>(() => Letters.lookup_indices(batch)));
    }
}
