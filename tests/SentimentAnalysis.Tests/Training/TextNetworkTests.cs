using SentimentAnalysis.Training;
using static TorchSharp.torch;

namespace SentimentAnalysis.Tests.Training;

/// <summary>Shapes, and what must not change a score.</summary>
public class TextNetworkTests
{
    private static TextNetwork Network(bool withNgrams, int classes = 3)
    {
        manual_seed(4);
        var vectors = randn(20, 8);
        vectors[TextEncoder.Padding].zero_();
        var net = new TextNetwork(vectors, withNgrams ? randn(30, classes) : null, classes);
        net.eval();
        return net;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Scores_are_one_for_each_text_and_class(bool withNgrams)
    {
        using var scope = NewDisposeScope();
        using var net = Network(withNgrams);
        Assert.Equal([5, 3], net.call(ones(5, 7, dtype: ScalarType.Int64), ones(5, 4, dtype: ScalarType.Int64)).shape);
        Assert.Equal([5, 3], net.call(ones(5, 1, dtype: ScalarType.Int64), ones(5, 1, dtype: ScalarType.Int64)).shape);
        Assert.Equal(withNgrams, net.state_dict().ContainsKey("ngrams.weight"));
        Assert.Contains("convolutions.2.weight", net.state_dict().Keys);
        Assert.Equal(net.parameters().Count() - (withNgrams ? 1 : 0), net.WordParameters.Count());
    }

    [Fact]
    public void What_a_text_is_filled_up_with_does_not_change_its_score()
    {
        using var scope = NewDisposeScope();
        using var net = Network(withNgrams: true);
        foreach (var words in new long[][] { [3, 4, 5], [6], [] })
        {
            Tensor Padded(long[] numbers, int length) => tensor([.. numbers, .. new long[length - numbers.Length]], 1, length);
            var tight = net.call(Padded(words, Math.Max(words.Length, 1)), Padded([7, 8], 2));
            var wide = net.call(Padded(words, 12), Padded([7, 8], 9));
            Assert.True(tight.allclose(wide, atol: 1e-6), $"{words.Length} words");
        }
    }

    [Fact]
    public void The_order_of_words_counts_for_one_view_and_not_for_the_other()
    {
        using var scope = NewDisposeScope();
        using var net = Network(withNgrams: true);
        var (forth, back) = (tensor([3L, 4, 5, 6], 1, 4), tensor([6L, 5, 4, 3], 1, 4));
        Assert.False(net.ScoreWords(forth).allclose(net.ScoreWords(back)));
        Assert.True(net.ScoreNgrams(forth).allclose(net.ScoreNgrams(back), atol: 1e-6));
        Assert.True(net.call(forth, back).allclose((net.ScoreWords(forth) + net.ScoreNgrams(back)) / 2, atol: 1e-6));
    }

    [Fact]
    public void The_padding_never_learns()
    {
        using var scope = NewDisposeScope();
        using var net = Network(withNgrams: true);
        net.train();
        net.call(tensor([3L, 0, 0], 1, 3), tensor([2L, 0], 1, 2)).sum().backward();
        foreach (var (name, parameter) in net.named_parameters().Where(entry => entry.name is "embedding.weight" or "ngrams.weight"))
        {
            Assert.Equal(0, parameter.grad![0].abs().sum().item<float>());
            Assert.True(parameter.grad!.abs().sum().item<float>() > 0, name);
        }
    }
}
