using System.Globalization;
using System.Text;
using TransferLearning.Training;

namespace TransferLearning.Reports;

/// <summary>The folder that a run leaves.</summary>
internal sealed class RunReport
{
    private readonly Settings _settings;
    private readonly PictureData _data;

    private RunReport(string folder, Settings settings, PictureData data) => (Folder, _settings, _data) = (folder, settings, data);

    public string Folder { get; }

    /// <summary>Makes a folder of its own for a run.</summary>
    public static RunReport Begin(Settings settings, PictureData data)
    {
        var name = DateTime.Now.ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture);
        var folder = Path.Combine(settings.Output, name);
        for (var again = 2; Directory.Exists(folder); again++)
        {
            folder = Path.Combine(settings.Output, $"{name}-{again}");
        }

        Directory.CreateDirectory(folder);
        return new RunReport(folder, settings, data);
    }

    /// <summary>Writes the weights, the curves, the confusion matrix, the tested pictures and the summary.</summary>
    public void Write(Run fineTuned, Run fromScratch, int headEpochs)
    {
        Backbone.Save(fineTuned.Model.Network, Path.Combine(Folder, "model.pth"));
        Curves.Loss.Draw(Path.Combine(Folder, "loss.png"), fineTuned, fromScratch, headEpochs);
        Curves.Accuracy.Draw(Path.Combine(Folder, "accuracy.png"), fineTuned, fromScratch, headEpochs);
        ConfusionChart.Draw(Path.Combine(Folder, "confusion.png"), fineTuned.Model.Tested);
        PictureGrid.Draw(Path.Combine(Folder, "pictures.png"), _data, fineTuned.Model);
        File.WriteAllText(Path.Combine(Folder, "summary.md"), Summary(fineTuned, fromScratch));
    }

    private string Summary(Run fineTuned, Run fromScratch)
    {
        var origin = _settings.Weights is { } weights ? $"weights of {weights}" : "trained on other drawn classes";
        var text = new StringBuilder("# Transfer learning\n\n");
        text.AppendLine($"- pictures: {_settings.Data ?? "drawn"}, {_data.Classes.Count} classes; {_data.Split}");
        text.AppendLine($"- backbone: {_settings.Backbone}, {origin}, pictures at {_settings.ImageSize} x {_settings.ImageSize}");
        text.AppendLine($"- seed: {_settings.Seed}").AppendLine();
        text.AppendLine("| | test accuracy | best validation accuracy | training time | epochs |").AppendLine("|---|---|---|---|---|");
        foreach (var run in (ReadOnlySpan<Run>)[fineTuned, fromScratch])
        {
            var best = run.History.Epochs.Max(epoch => epoch.ValidationAccuracy);
            var (accuracy, seconds) = (run.Model.Tested.Accuracy, run.Clock.Elapsed.TotalSeconds);
            text.AppendLine($"| {run.Title} | {accuracy:0.000} | {best:0.000} | {seconds:0.0} s | {run.History.Epochs.Count} |");
        }

        text.AppendLine().AppendLine("| class | test pictures | recall fine-tuned | precision fine-tuned | recall from scratch |");
        text.AppendLine("|---|---|---|---|---|");
        var (tuned, scratch) = (fineTuned.Model.Tested, fromScratch.Model.Tested);
        for (var i = 0; i < tuned.Classes.Count; i++)
        {
            text.Append($"| {tuned.Classes[i]} | {tuned.Seen(i)} ");
            text.AppendLine($"| {tuned.Recall(i):0.00} | {tuned.Precision(i):0.00} | {scratch.Recall(i):0.00} |");
        }

        return text.ToString();
    }
}
