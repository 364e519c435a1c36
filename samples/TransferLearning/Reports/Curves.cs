using Torchlight.Drawing;
using TransferLearning.Training;

namespace TransferLearning.Reports;

/// <summary>How a number went in both trainings, over the time that they trained: they got the same.</summary>
internal sealed record Curves(string What, Func<Epoch, double> Training, Func<Epoch, double> Validation, bool Logarithmic)
{
    /// <summary>The share of pictures taken for what they are.</summary>
    public static Curves Accuracy { get; } = new("accuracy", epoch => epoch.TrainAccuracy, epoch => epoch.ValidationAccuracy, Logarithmic: false);

    /// <summary>The loss: logarithmic, since that of fresh weights may shoot up at first.</summary>
    public static Curves Loss { get; } = new("loss", epoch => epoch.TrainLoss, epoch => epoch.ValidationLoss, Logarithmic: true);

    /// <summary>Draws both trainings into a PNG file.</summary>
    public void Draw(string path, Run fineTuned, Run fromScratch, int headEpochs)
    {
        var unfrozen = fineTuned.History.Epochs[Math.Min(headEpochs, fineTuned.History.Epochs.Count) - 1].Seconds;
        var chart = new LineChart
        {
            Title = $"{char.ToUpperInvariant(What[0])}{What[1..]} by training time",
            Subtitle = $"backbone frozen for the first {unfrozen:0.0} s of fine-tuning",
            XLabel = "seconds of training",
            YLabel = What,
            LogY = Logarithmic,
        };
        Add(chart, fineTuned, Color.FromHex("#2563C9"), Color.FromHex("#A6C1EF"));
        Add(chart, fromScratch, Color.FromHex("#E5672B"), Color.FromHex("#F5BFA3"));
        chart.Save(path);
    }

    private void Add(LineChart chart, Run run, Color strong, Color pale)
    {
        chart.Add($"{run.Title}, validation", run.History.Epochs.Select(epoch => (epoch.Seconds, Validation(epoch))), strong);
        chart.Add($"{run.Title}, training", run.History.Epochs.Select(epoch => (epoch.Seconds, Training(epoch))), pale);
    }
}
