namespace Torchlight.Drawing;

/// <summary>The colours and sizes that all figures share.</summary>
internal static class Theme
{
    /// <summary>Space around a figure.</summary>
    internal const double Margin = 28;

    internal static readonly Color Ink = Color.FromHex("#1F2933");
    internal static readonly Color Soft = Color.FromHex("#66727F");
    internal static readonly Color Faint = Color.FromHex("#B4BDC7");
    internal static readonly Color GridLine = Color.FromHex("#E7EBF0");
    internal static readonly Color Axis = Color.FromHex("#98A3AF");
    internal static readonly Color Deep = Color.FromHex("#0B4F9E");
    internal static readonly Color Pale = Color.FromHex("#F2F6FB");

    internal static readonly TextStyle Title = new(19, Ink, Bold: true);
    internal static readonly TextStyle Subtitle = new(13, Soft);
    internal static readonly TextStyle Label = new(13, Soft);
    internal static readonly TextStyle Name = new(13, Ink);
    internal static readonly TextStyle Tick = new(12, Soft);

    // Told apart by people with the common colour blindnesses too: neighbours differ in brightness as well as in hue.
    private static readonly Color[] Series =
    [
        Color.FromHex("#2563C9"), Color.FromHex("#E5672B"), Color.FromHex("#1D9A83"), Color.FromHex("#8C4FC4"),
        Color.FromHex("#DDA01B"), Color.FromHex("#CF3E82"), Color.FromHex("#53677C"), Color.FromHex("#7BA53B"),
    ];

    internal static Color ForSeries(int index) => Series[index % Series.Length];

    /// <summary>Series beyond the number of colours repeat them with dashes.</summary>
    internal static double[] DashFor(int index) => (index / Series.Length % 3) switch
    {
        0 => [],
        1 => [7, 4],
        _ => [2, 4],
    };
}
