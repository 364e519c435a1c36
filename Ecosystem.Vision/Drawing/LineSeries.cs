namespace Torchlight.Drawing;

/// <summary>One line of a <see cref="LineChart"/>.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">Its points, from left to right.</param>
/// <param name="Color">Its colour; null for the next of the palette.</param>
public sealed record LineSeries(string Name, IReadOnlyList<(double X, double Y)> Points, Color? Color = null);
