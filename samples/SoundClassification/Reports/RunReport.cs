using System.Text;
using Reporting;
using SoundClassification.Training;
using static TorchSharp.torch;

namespace SoundClassification.Reports;

/// <summary>The folder that a run leaves.</summary>
internal sealed class RunReport
{
    private const int MostExamples = 24, Mistakes = 12;

    private readonly Settings _settings;
    private readonly SoundData _data;

    private RunReport(string folder, Settings settings, SoundData data) => (Folder, _settings, _data) = (folder, settings, data);

    public string Folder { get; }

    /// <summary>Makes a folder of its own for a run.</summary>
    public static RunReport Begin(Settings settings, SoundData data) => new(ReportFolder.Create(settings.Output), settings, data);

    /// <summary>Writes the weights, the curves, the confusion matrix, tested sounds and the summary.</summary>
    public void Write(SoundModel model, History history, TrainingClock clock)
    {
        SaveWeights(model.Network, Path.Combine(Folder, "model.pth"));
        var epochs = history.Epochs;
        Curves.Loss.Draw(Path.Combine(Folder, "loss.png"), "training sounds are moved and masked, validation sounds are not", ("", epochs));
        Curves.Accuracy.Draw(Path.Combine(Folder, "accuracy.png"), "training sounds are moved and masked, validation sounds are not", ("", epochs));
        ConfusionChart.Draw(Path.Combine(Folder, "confusion.png"), model.Tested, "Test sounds by true and predicted class");
        DrawSounds(model);
        File.WriteAllText(Path.Combine(Folder, "summary.md"), Summary(model, epochs, clock));
    }

    private static void SaveWeights(SoundNet net, string path)
    {
        using var scope = NewDisposeScope();
        serialization.save(net.state_dict().ToDictionary(entry => entry.Key, entry => (object?)entry.Value), path);
    }

    private void DrawSounds(SoundModel model)
    {
        var all = _data.Split.Test.Count;
        int[] wrong = [.. Enumerable.Range(0, all).Where(position => !IsRight(model, position))];
        int[] shown = [.. Choose(wrong.ToHashSet()), .. wrong.Take(Mistakes)];
        var subtitle = $"{shown.Length} of {all}: some of each class, then {Math.Min(wrong.Length, Mistakes)} of {wrong.Length} mistakes; waveform and "
            + "mel spectrogram, the louder the lighter";
        using var sheet = new SoundSheet("Test sounds and what they were taken for", subtitle, _data.Shape.Seconds, LogMel.LowestHertz, _data.Shape.SampleRate / 2);
        foreach (var position in shown)
        {
            using var scope = NewDisposeScope();
            using var without = no_grad();
            var file = _data.Split.Test[position];
            var (sound, _) = _data.Clips.GetTensor(file);
            var level = model.Network.Spectrogram.Decibels(sound.unsqueeze(0))[0, 0];
            sheet.Add(sound, level, _data.Classes[model.Guesses[position].Class], _data.Classes[_data.Files.Labels[file]]);
        }

        sheet.Save(Path.Combine(Folder, "sounds.png"));
    }

    private bool IsRight(SoundModel model, int position) => model.Guesses[position].Class == _data.Files.Labels[_data.Split.Test[position]];

    // The first test sounds of each class in turn, so that every class shows; mistakes follow by themselves.
    private IEnumerable<int> Choose(HashSet<int> without) => Enumerable.Range(0, _data.Split.Test.Count)
        .Where(position => !without.Contains(position))
        .GroupBy(position => _data.Files.Labels[_data.Split.Test[position]])
        .SelectMany(group => group.Select((position, rank) => (position, rank)))
        .OrderBy(entry => entry.rank)
        .Take(Math.Max(MostExamples / _data.Classes.Count * _data.Classes.Count, MostExamples / 2))
        .OrderBy(entry => _data.Files.Labels[_data.Split.Test[entry.position]])
        .Select(entry => entry.position);

    private string Summary(SoundModel model, IReadOnlyList<Epoch> epochs, TrainingClock clock)
    {
        var (tested, shape) = (model.Tested, _data.Shape);
        var text = new StringBuilder("# Sound classification\n\n");
        text.AppendLine($"- sounds: {_settings.Data ?? "synthesized"}, {_data.Classes.Count} classes; {_data.Split}");
        text.AppendLine($"- each {shape.Seconds:0.0#} s at {shape.SampleRate} Hz, as {shape}");
        text.AppendLine($"- network: residual, {model.Network.parameters().Sum(weight => weight.numel()):N0} weights; seed {_settings.Seed}");
        text.AppendLine($"- test accuracy: {tested.Accuracy:0.000}");
        text.AppendLine($"- best validation accuracy: {epochs.Max(epoch => epoch.ValidationAccuracy):0.000}");
        text.AppendLine($"- training time: {clock.Elapsed.TotalSeconds:0.0} s, {epochs.Count} epochs").AppendLine();
        text.AppendLine("| class | test sounds | recall | precision |").AppendLine("|---|---|---|---|");
        for (var i = 0; i < tested.Classes.Count; i++)
        {
            text.AppendLine($"| {tested.Classes[i]} | {tested.Seen(i)} | {tested.Recall(i):0.00} | {tested.Precision(i):0.00} |");
        }

        return text.ToString();
    }
}
