namespace Lightning;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Points">The points, in the order of their x; a y that is not finite leaves a gap.</param>
/// <param name="Dots">Draws each point too, for lines of few.</param>
internal sealed record ChartLine(string Name, IReadOnlyList<(double X, double Y)> Points, bool Dots = false);
