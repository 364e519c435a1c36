using System.Globalization;
using System.Text;
using Reporting;
using SentimentAnalysis.Training;
using TorchSharp;

namespace SentimentAnalysis.Reports;

/// <summary>The folder that a run leaves.</summary>
internal static class RunReport
{
    /// <summary>Writes the weights, the vocabularies, the curves, the confusion matrix, examples and the summary.</summary>
    public static void Write(string folder, Settings settings, SentimentData data, SentimentModel model, History history, TrainingClock clock)
    {
        var state = model.Network.state_dict().ToDictionary(entry => entry.Key, entry => (object?)entry.Value);
        torch.serialization.save(state, Path.Combine(folder, "model.pth"));
        data.Encoder.Words.save(Path.Combine(folder, "words.pt"));
        data.Encoder.Ngrams.save(Path.Combine(folder, "ngrams.pt"));
        var known = settings.Ngrams > 0 ? "the n-grams' weights know the training texts from the start" : "";
        Curves.Loss.Draw(Path.Combine(folder, "loss.png"), known, ("", history.Epochs));
        Curves.Accuracy.Draw(Path.Combine(folder, "accuracy.png"), known, ("", history.Epochs));
        ConfusionChart.Draw(Path.Combine(folder, "confusion.png"), model.Tested, "Test texts by class");
        File.WriteAllText(Path.Combine(folder, "examples.md"), Examples.Write(data, model));
        File.WriteAllText(Path.Combine(folder, "summary.md"), Summary(settings, data, model, history, clock));
    }

    private static string Summary(Settings settings, SentimentData data, SentimentModel model, History history, TrainingClock clock)
    {
        var (words, ngrams) = (data.Encoder.Words.Count, data.Encoder.Ngrams.Count);
        var text = new StringBuilder("# Sentiment analysis\n\n");
        text.AppendLine($"- texts: {settings.Data ?? "made"}, {data.Classes.Count} classes; {data}");
        text.AppendLine($"- words: {words}, their vectors {(settings.Vectors is { } file ? $"from {file}" : $"learnt, {settings.Dimension} numbers each")}");
        text.AppendLine(settings.Ngrams == 0 ? "- n-grams: none" : $"- n-grams: {ngrams} of up to {settings.Ngrams} words");
        text.AppendLine($"- seed: {settings.Seed}").AppendLine();
        text.AppendLine("| test accuracy | best validation accuracy | training time | epochs |").AppendLine("|---|---|---|---|");
        var best = history.Epochs.Max(epoch => epoch.ValidationAccuracy);
        text.AppendLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {model.Tested.Accuracy:0.000} | {best:0.000} | {clock.Elapsed.TotalSeconds:0.0} s | {history.Epochs.Count} |"));

        text.AppendLine().AppendLine("| class | test texts | recall | precision |").AppendLine("|---|---|---|---|");
        for (var i = 0; i < data.Classes.Count; i++)
        {
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {data.Classes[i]} | {model.Tested.Seen(i)} | {model.Tested.Recall(i):0.00} | {model.Tested.Precision(i):0.00} |"));
        }

        return text.ToString();
    }
}
