using Torchlight.Drawing;
using TransferLearning.Training;

namespace TransferLearning.Reports;

/// <summary>How a number went in both trainings, over the time that they trained: they got the same.</summary>
internal static class Curves
{
    public static void Draw(string path, string what, Run fineTuned, Run fromScratch, int headEpochs, Func<Epoch, double> training, Func<Epoch, double> validation)
    {
        var unfrozen = fineTuned.History.Epochs[Math.Min(headEpochs, fineTuned.History.Epochs.Count) - 1].Seconds;
        var chart = new LineChart
        {
            Title = $"{char.ToUpperInvariant(what[0])}{what[1..]} by training time",
            Subtitle = $"backbone frozen for the first {unfrozen:0.0} s of fine-tuning",
            XLabel = "seconds of training",
            YLabel = what,
        };
        foreach (var (run, strong, pale) in (ReadOnlySpan<(Run, string, string)>)[(fineTuned, "#2563C9", "#A6C1EF"), (fromScratch, "#E5672B", "#F5BFA3")])
        {
            chart.Add($"{run.Title}, validation", run.History.Epochs.Select(epoch => (epoch.Seconds, validation(epoch))), Color.FromHex(strong));
            chart.Add($"{run.Title}, training", run.History.Epochs.Select(epoch => (epoch.Seconds, training(epoch))), Color.FromHex(pale));
        }

        chart.Save(path);
    }
}
