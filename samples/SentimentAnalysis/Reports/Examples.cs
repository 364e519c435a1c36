using System.Globalization;
using System.Text;
using SentimentAnalysis.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SentimentAnalysis.Reports;

/// <summary>Test texts with what they were taken for, and the n-grams that speak most for each class, as a page of Markdown.</summary>
internal static class Examples
{
    private const int Shown = 12;
    private const int Telling = 20;
    private const int PerText = 4;
    private const int LongestText = 300;

    public static string Write(SentimentData data, SentimentModel model)
    {
        var page = new StringBuilder("# Examples\n");
        var order = Enumerable.Range(0, data.Test.Count).OrderByDescending(i => model.Probabilities[i].Max()).ToArray();
        var wrong = order.Where(i => Guess(model, i) != data.Test[i].Label).ToArray();
        var right = order.Where(i => Guess(model, i) == data.Test[i].Label).ToArray();
        using var scope = NewDisposeScope();
        var weights = model.Network.NgramWeights is { } parameter ? parameter.detach().cpu().data<float>().ToArray() : null;

        Texts(page, "Wrong, and most sure of it", wrong.Take(Shown), data, model, weights);
        Texts(page, "Least sure", order.Reverse().Take(Shown), data, model, weights);
        Texts(page, "Right, and most sure of it", right.Take(Shown), data, model, weights);
        if (weights is not null)
        {
            MostTelling(page, data, weights);
        }

        return page.ToString();
    }

    private static int Guess(SentimentModel model, int position) => Array.IndexOf(model.Probabilities[position], model.Probabilities[position].Max());

    private static void Texts(
        StringBuilder page, string title, IEnumerable<int> positions, SentimentData data, SentimentModel model, float[]? weights)
    {
        page.AppendLine().AppendLine($"## {title}").AppendLine();
        page.AppendLine(weights is null ? "| taken for | probability | is | text |" : "| taken for | probability | is | text | what spoke most for it |");
        page.AppendLine(weights is null ? "|---|---|---|---|" : "|---|---|---|---|---|");
        foreach (var position in positions)
        {
            var text = data.Test[position];
            var guess = Guess(model, position);
            var probability = model.Probabilities[position][guess].ToString("0.00", CultureInfo.InvariantCulture);
            page.Append($"| {Cell(data.Classes[guess])} | {probability} | {Cell(data.Classes[(int)text.Label])} | {Cell(data.TestText(position))} |");
            page.AppendLine(weights is null ? "" : $" {Listed(Strongest(text.Ngrams.Distinct(), weights, guess, data.Classes.Count).Take(PerText), data)} |");
        }
    }

    private static void MostTelling(StringBuilder page, SentimentData data, float[] weights)
    {
        page.AppendLine().AppendLine("## Most telling n-grams").AppendLine().AppendLine("| class | n-grams, the most telling first |").AppendLine("|---|---|");
        for (var label = 0; label < data.Classes.Count; label++)
        {
            var all = Enumerable.Range(0, data.Encoder.Ngrams.Count).Select(ngram => (long)ngram);
            page.AppendLine($"| {Cell(data.Classes[label])} | {Listed(Strongest(all, weights, label, data.Classes.Count).Take(Telling), data)} |");
        }
    }

    // How much more an n-gram says for one class than for the others on average.
    private static IEnumerable<long> Strongest(IEnumerable<long> ngrams, float[] weights, int label, int classes) => ngrams
        .Where(ngram => ngram != TextEncoder.Padding)
        .OrderByDescending(ngram => weights[(ngram * classes) + label] - weights.AsSpan((int)ngram * classes, classes).ToArray().Average());

    private static string Listed(IEnumerable<long> ngrams, SentimentData data) =>
        string.Join(", ", ngrams.Select(ngram => $"*{Cell(data.Encoder.Ngrams.lookup_token(ngram))}*"));

    // One line of plain characters: nothing in a text may change the page around it.
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        foreach (var rune in (text.Length > LongestText ? text[..LongestText] + " ..." : text).EnumerateRunes())
        {
            cell.Append(Rune.IsControl(rune) ? " " : "\\`*_{}[]<>#|~&$".Contains((char)Math.Min(rune.Value, char.MaxValue)) ? $"\\{rune}" : rune.ToString());
        }

        return cell.ToString();
    }
}
