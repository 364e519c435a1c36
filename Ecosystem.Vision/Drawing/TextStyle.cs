namespace Torchlight.Drawing;

/// <summary>How a line of text looks.</summary>
/// <param name="Size">Height of the font in pixels.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Bold">Whether it is bold.</param>
public readonly record struct TextStyle(double Size, Color Color, bool Bold = false);
