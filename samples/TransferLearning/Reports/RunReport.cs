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
        Curves.Draw(Path.Combine(Folder, "loss.png"), "loss", fineTuned, fromScratch, headEpochs, epoch => epoch.TrainLoss, epoch => epoch.ValidationLoss);
        Curves.Draw(Path.Combine(Folder, "accuracy.png"), "accuracy", fineTuned, fromScratch, headEpochs, epoch => epoch.TrainAccuracy, epoch => epoch.ValidationAccuracy);
        ConfusionChart.Draw(Path.Combine(Folder, "confusion.png"), fineTuned.Model.Tested);
        PictureGrid.Draw(Path.Combine(Folder, "pictures.png"), _data, fineTuned.Model);
        File.WriteAllText(Path.Combine(Folder, "summary.md"), Summary(fineTuned, fromScratch));
    }

    private string Summary(Run fineTuned, Run fromScratch)
    {
        var text = new StringBuilder();
        text.AppendLine("# Transfer learning").AppendLine();
        text.AppendLine($"- pictures: {_settings.Data ?? "drawn"}, {_data.Classes.Count} classes; {_data.Split.Train.Count} to train, {_data.Split.Validation.Count} to validate, {_data.Split.Test.Count} to test");
        text.AppendLine($"- backbone: {_settings.Backbone}, {(_settings.Weights is { } weights ? $"weights of {weights}" : "trained on other drawn classes")}, pictures at {_settings.ImageSize} x {_settings.ImageSize}");
        text.AppendLine($"- seed: {_settings.Seed}").AppendLine();
        text.AppendLine("| | test accuracy | best validation accuracy | training time | epochs |").AppendLine("|---|---|---|---|---|");
        foreach (var run in (ReadOnlySpan<Run>)[fineTuned, fromScratch])
        {
            text.AppendLine($"| {run.Title} | {run.Model.Tested.Accuracy:0.000} | {run.History.Epochs.Max(epoch => epoch.ValidationAccuracy):0.000} | {run.Clock.Elapsed.TotalSeconds:0.0} s | {run.History.Epochs.Count} |");
        }

        text.AppendLine().AppendLine("| class | test pictures | recall fine-tuned | precision fine-tuned | recall from scratch |").AppendLine("|---|---|---|---|---|");
        var (tuned, scratch) = (fineTuned.Model.Tested, fromScratch.Model.Tested);
        for (var i = 0; i < tuned.Classes.Count; i++)
        {
            text.AppendLine($"| {tuned.Classes[i]} | {tuned.Seen(i)} | {tuned.Recall(i):0.00} | {tuned.Precision(i):0.00} | {scratch.Recall(i):0.00} |");
        }

        return text.ToString();
    }
}
