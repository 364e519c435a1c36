using System.Text;
using Reporting;
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
    public static RunReport Begin(Settings settings, PictureData data) => new(ReportFolder.Create(settings.Output), settings, data);

    /// <summary>Writes the weights, the curves, the confusion matrix, the tested pictures and the summary.</summary>
    public void Write(Run fineTuned, Run fromScratch, int headEpochs)
    {
        Backbone.Save(fineTuned.Model.Network, Path.Combine(Folder, "model.pth"));
        var (tuned, scratch) = (fineTuned.History.Epochs, fromScratch.History.Epochs);
        var unfrozen = $"backbone frozen for the first {tuned[Math.Min(headEpochs, tuned.Count) - 1].Seconds:0.0} s of fine-tuning";
        Curves.Loss.Draw(Path.Combine(Folder, "loss.png"), unfrozen, (fineTuned.Title, tuned), (fromScratch.Title, scratch));
        Curves.Accuracy.Draw(Path.Combine(Folder, "accuracy.png"), unfrozen, (fineTuned.Title, tuned), (fromScratch.Title, scratch));
        ConfusionChart.Draw(Path.Combine(Folder, "confusion.png"), fineTuned.Model.Tested, "Test pictures by true and predicted class, fine-tuned");
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
