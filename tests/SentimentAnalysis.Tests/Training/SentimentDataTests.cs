using SentimentAnalysis.Sentences;
using SentimentAnalysis.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SentimentAnalysis.Tests.Training;

/// <summary>The split, the vocabularies and the batches.</summary>
public class SentimentDataTests
{
    private static SentimentData Data(int seed = 1) => new(MadeSentences.Make(400, 2), new Settings { Seed = seed, BatchSize = 32 });

    [Fact]
    public void A_tenth_validates_and_a_tenth_tests()
    {
        var data = Data();
        Assert.Equal((320, 40, 40), (data.Train.Count, data.Validation.Count, data.Test.Count));
        Assert.Equal("320 texts to train, 40 to validate, 40 to test", data.ToString());
    }

    [Fact]
    public void The_same_seed_gives_the_same_split()
    {
        static string[] Tested(SentimentData data) => [.. Enumerable.Range(0, data.Test.Count).Select(data.TestText)];
        Assert.Equal(Tested(Data()), Tested(Data()));
        Assert.NotEqual(Tested(Data()), Tested(Data(2)));
    }

    [Fact]
    public void Tested_texts_are_those_that_were_encoded()
    {
        var data = Data();
        for (var i = 0; i < data.Test.Count; i++)
        {
            var again = data.Encoder.Encode(data.TestText(i), data.Test[i].Label);
            Assert.Equal(data.Test[i].Words, again.Words);
            Assert.Equal(data.Test[i].Ngrams, again.Ngrams);
        }
    }

    [Fact]
    public void The_vocabularies_know_the_training_texts_alone()
    {
        var encoder = new TextEncoder(["a good film", "a film"], longest: 2);
        Assert.Equal(["<pad>", "<unk>", "a", "film", "good"], encoder.Words.get_itos());
        Assert.Equal(["<pad>", "a", "film", "a film", "a good", "good", "good film"], encoder.Ngrams.get_itos());
        var encoded = encoder.Encode("A good bad film , a good", 1);
        Assert.Equal([2, 4, 1, 3, 1, 2, 4], encoded.Words);
        Assert.Equal([1, 5, 0, 2, 4], encoded.Ngrams.Distinct().Order().OrderBy(ngram => Array.IndexOf([1L, 5, 0, 2, 4], ngram)));
        Assert.Empty(new TextEncoder(["a b"], longest: 0).Encode("a b", 0).Ngrams);
    }

    [Fact]
    public void Batches_are_padded_and_hold_every_training_text()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var data = Data();
        var seen = 0L;
        foreach (var (words, ngrams, label) in data.train_dataloader().Cast<(Tensor words, Tensor ngrams, Tensor label)>())
        {
            Assert.Equal(label.shape[0], words.shape[0]);
            Assert.Equal(label.shape[0], ngrams.shape[0]);
            Assert.True(words.ne(TextEncoder.Padding).any(1).all().item<bool>());
            seen += label.shape[0];
        }
        Assert.Equal(320, seen);
    }

    [Fact]
    public void Evidence_is_how_much_more_frequent_an_ngram_is_in_a_class()
    {
        EncodedText[] texts = [new([], [1, 2], 0), new([], [1], 0), new([], [1, 3], 1)];
        using var evidence = Evidence.Of(texts, ngrams: 4, classes: 2);
        // Smoothed counts: class 0 has 1, 3, 2, 1 (7 together), class 1 has 1, 2, 1, 2 (6 together).
        Assert.Equal(Math.Log(3 / 7.0 / (2 / 6.0)), evidence[1, 0].item<float>(), 1e-6);
        Assert.Equal(Math.Log(2 / 6.0 / (3 / 7.0)), evidence[1, 1].item<float>(), 1e-6);
        Assert.Equal(Math.Log(1 / 7.0 / (2 / 6.0)), evidence[3, 0].item<float>(), 1e-6);
    }
}
