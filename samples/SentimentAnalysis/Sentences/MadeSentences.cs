using TorchSharp.Modules;

namespace SentimentAnalysis.Sentences;

/// <summary>
/// Sentences about films, made of a small grammar. Words of praise and blame are as frequent in one class as in the other, since half of the
/// phrases are turned round by a negation near or far, and of two halves of a sentence only the one behind "but" counts: what a sentence says
/// depends on the order of its words.
/// </summary>
internal static class MadeSentences
{
    private static readonly string[] Subjects =
        ["the film", "this movie", "the plot", "the cast", "its music", "the director's work", "the second half", "the dialogue", "every scene"];

    private static readonly string[] Good =
        ["good", "moving", "clever", "funny", "gripping", "fresh", "charming", "brilliant", "honest", "graceful", "sharp", "warm"];

    private static readonly string[] Bad =
        ["bad", "dull", "clumsy", "tedious", "flat", "stale", "noisy", "hollow", "silly", "muddled", "cold", "lifeless"];

    private static readonly string[] Plain =
        ["{0} is {1}", "i found {0} {1}", "{0} seems {1} to me", "{0} is always {1}", "critics call {0} {1} and they are right", "{0} stays {1} to the end"];

    private static readonly string[] Turned =
    [
        "{0} is not {1}", "{0} is anything but {1}", "i never found {0} {1}", "nobody could call {0} {1}", "{0} is hardly ever {1}",
        "critics call {0} {1} and they are wrong", "{0} is by no means as {1} as one hears", "it is not true that {0} is {1}",
    ];

    private static readonly string[] Openings = ["", "", "honestly , ", "in my view ", "for two hours ", "after the second viewing ", "on the whole "];

    /// <summary>The classes, in the order of their labels.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["negative", "positive"];

    /// <summary>Makes sentences, half of them of each class.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed makes the same sentences.</param>
    public static LabelledTextList Make(int count, int seed)
    {
        var dice = new Random(seed);
        return new LabelledTextList(Enumerable.Range(0, count).Select(i => (i % 2L, Sentence(dice, positive: i % 2 == 1))), Classes);
    }

    private static string Sentence(Random dice, bool positive)
    {
        var opening = Openings[dice.Next(Openings.Length)];
        return dice.Next(4) == 0
            ? $"{opening}{Clause(dice, !positive)} , but {Clause(dice, positive)} ."
            : $"{opening}{Clause(dice, positive)} .";
    }

    private static string Clause(Random dice, bool positive)
    {
        var turned = dice.Next(2) == 0;
        var frames = turned ? Turned : Plain;
        var words = positive != turned ? Good : Bad;
        return string.Format(
            System.Globalization.CultureInfo.InvariantCulture, frames[dice.Next(frames.Length)], Subjects[dice.Next(Subjects.Length)],
            words[dice.Next(words.Length)]);
    }
}
