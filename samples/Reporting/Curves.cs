using Torchlight.Drawing;

namespace Reporting;

/// <summary>How a number went in one training or several, over the time that they trained.</summary>
public sealed record Curves(string What, Func<Epoch, double> Training, Func<Epoch, double> Validation, bool Logarithmic)
{
    private static readonly (string Strong, string Pale)[] Colors = [("#2563C9", "#A6C1EF"), ("#E5672B", "#F5BFA3")];

    /// <summary>The share of examples taken for what they are.</summary>
    public static Curves Accuracy { get; } = new("accuracy", epoch => epoch.TrainAccuracy, epoch => epoch.ValidationAccuracy, Logarithmic: false);

    /// <summary>The loss: logarithmic, since that of fresh weights may shoot up at first.</summary>
    public static Curves Loss { get; } = new("loss", epoch => epoch.TrainLoss, epoch => epoch.ValidationLoss, Logarithmic: true);

    /// <summary>Draws one or two trainings into a PNG file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="subtitle">A line below the title, or nothing.</param>
    /// <param name="runs">Each training's name (may be empty where there is one only) and its epochs.</param>
    public void Draw(string path, string subtitle, params IReadOnlyList<(string Title, IReadOnlyList<Epoch> Epochs)> runs)
    {
        var chart = new LineChart
        {
            Title = $"{char.ToUpperInvariant(What[0])}{What[1..]} by training time",
            Subtitle = subtitle,
            XLabel = "seconds of training",
            YLabel = What,
            LogY = Logarithmic,
        };
        foreach (var ((title, epochs), (strong, pale)) in runs.Zip(Colors))
        {
            var prefix = title.Length == 0 ? "" : $"{title}, ";
            chart.Add($"{prefix}validation", epochs.Select(epoch => (epoch.Seconds, Validation(epoch))), Color.FromHex(strong));
            chart.Add($"{prefix}training", epochs.Select(epoch => (epoch.Seconds, Training(epoch))), Color.FromHex(pale));
        }

        chart.Save(path);
    }
}
