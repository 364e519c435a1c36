using SentimentAnalysis.Sentences;

namespace SentimentAnalysis.Tests.Sentences;

/// <summary>Made sentences are worth learning: no single word gives the class away.</summary>
public class MadeSentencesTests
{
    private static readonly (long Label, string[] Words)[] All =
        [.. MadeSentences.Make(4000, 3).Select(sample => (sample.label, sample.text.Split(' ')))];

    [Fact]
    public void The_same_seed_makes_the_same_sentences()
    {
        Assert.Equal(MadeSentences.Make(50, 8), MadeSentences.Make(50, 8));
        Assert.NotEqual(MadeSentences.Make(50, 8), MadeSentences.Make(50, 9));
    }

    [Fact]
    public void Half_of_them_are_of_each_class_and_few_are_alike()
    {
        Assert.Equal(2000, All.Count(sentence => sentence.Label == 1));
        Assert.True(All.Select(sentence => string.Join(' ', sentence.Words)).Distinct().Count() > 3000);
    }

    [Fact]
    public void No_frequent_word_goes_with_a_class()
    {
        var telling = All.SelectMany(sentence => sentence.Words.Distinct().Select(word => (word, sentence.Label)))
            .GroupBy(entry => entry.word)
            .Where(group => group.Count() > 100 && Math.Abs(group.Average(entry => entry.Label) - 0.5) > 0.1)
            .Select(group => group.Key);
        Assert.Empty(telling);
    }

    [Fact]
    public void A_bag_of_words_can_do_hardly_better_than_guess()
    {
        // Naive Bayes over single words, learnt on one half and tried on the other.
        var (learn, test) = (All[..2000], All[2000..]);
        var evidence = learn.SelectMany(sentence => sentence.Words.Distinct().Select(word => (word, sentence.Label)))
            .GroupBy(entry => entry.word)
            .ToDictionary(group => group.Key, group => Math.Log((group.Count(entry => entry.Label == 1) + 1.0) / (group.Count(entry => entry.Label == 0) + 1.0)));
        var right = test.Count(sentence => sentence.Words.Distinct().Sum(word => evidence.GetValueOrDefault(word)) > 0 == (sentence.Label == 1));
        Assert.InRange(right / 2000.0, 0.4, 0.6);
    }
}
