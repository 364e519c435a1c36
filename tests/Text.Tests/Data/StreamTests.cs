using TorchSharp;
using D = TorchSharp.torchtext.data.functional;

namespace Text.Tests.Data;

/// <summary>Streams are lazy, and their mistakes name the place.</summary>
public class StreamTests
{
    private static IEnumerable<string[]> EndsBadly()
    {
        yield return ["a"];
        throw new InvalidOperationException("asked for too much");
    }

    [Fact]
    public void Texts_are_taken_one_by_one()
    {
        var vocabulary = new torchtext.vocab.Vocab(["a"]);
        Assert.Equal([0], D.numericalize_tokens_from_iterator(vocabulary, EndsBadly()).First());
        Assert.Equal([0], D.numericalize_tokens_from_iterator(vocabulary, EndsBadly(), ["b"]).First());
        Assert.Equal(["a"], D.simple_space_split(EndsBadly().Select(tokens => tokens[0])).First());
    }

    [Fact]
    public void Unknown_tokens_are_named()
    {
        var dictionary = new Dictionary<string, long> { ["a"] = 1 };
        var message = Assert.Throws<KeyNotFoundException>(() => D.numericalize_tokens_from_iterator(dictionary, [["a"], ["a", "x"]]).ToList()).Message;
        Assert.Contains("'x' at position 1 of text 1", message);
    }

    [Fact]
    public void Wrong_patterns_are_named()
    {
        Assert.Contains("Pattern 1, '('", Assert.Throws<ArgumentException>(() => D.custom_replace([("a", "b"), ("(", "")])).Message);
        Assert.Contains("write $1", Assert.Throws<ArgumentException>(() => D.custom_replace([("(a)", @"\1")])).Message);
        Assert.Equal(["b-a"], D.custom_replace([("(a)(b)", "$2-$1")])(["ab"]));
    }

    [Fact]
    public void A_stream_becomes_a_data_set()
    {
        var set = D.to_map_style_dataset(Enumerable.Range(3, 4));
        Assert.Equal(4, set.Count);
        Assert.Equal(6, set.GetTensor(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.GetTensor(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.GetTensor(-1));
    }

    [Fact]
    public void Scores_need_references_and_weights()
    {
        string Refused(Action mistake) => Assert.ThrowsAny<ArgumentException>(mistake).Message;
        Assert.Contains("1 weights for n-grams of 2", Refused(() => torchtext.data.metrics.bleu_score([], [], 2, [1.0])));
        Assert.Contains("1 candidates and 0", Refused(() => torchtext.data.metrics.bleu_score([["a"]], [])));
        Assert.Contains("Candidate 0", Refused(() => torchtext.data.metrics.bleu_score([["a"]], [[]])));
        Assert.Equal(0, torchtext.data.metrics.bleu_score([], []));
    }

    [Fact]
    public void A_shuffler_goes_on_from_its_state()
    {
        var shuffler = new torchtext.data.utils.RandomShuffler(5);
        _ = shuffler.call([1, 2, 3]);
        var state = shuffler.random_state;
        var next = shuffler.call([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        Assert.Equal(next, new torchtext.data.utils.RandomShuffler(state).call([1, 2, 3, 4, 5, 6, 7, 8, 9]));
        Assert.Contains("624", Assert.Throws<ArgumentException>(() => shuffler.random_state = [1, 2]).Message);
        state[624] = 625;
        Assert.Contains("position 625", Assert.Throws<ArgumentException>(() => shuffler.random_state = state).Message);
    }
}
