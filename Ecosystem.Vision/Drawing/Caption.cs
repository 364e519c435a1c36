namespace Torchlight.Drawing;

/// <summary>A line under a picture of an <see cref="ImageGrid"/>.</summary>
/// <param name="Text">The line.</param>
/// <param name="Color">Its colour; dark grey if null.</param>
/// <param name="Bold">Whether it is bold.</param>
public readonly record struct Caption(string Text, Color? Color = null, bool Bold = false);
