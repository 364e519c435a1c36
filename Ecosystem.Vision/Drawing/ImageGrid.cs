using static TorchSharp.torch;

namespace Torchlight.Drawing;

/// <summary>Pictures side by side with captions, such as predicted and true labels.</summary>
public sealed class ImageGrid : Figure
{
    private const double Gap = 18;
    private const double LineHeight = 18;

    private readonly List<(Picture Picture, Line[] Lines, Color? Frame)> tiles = [];

    /// <summary>How many pictures stand side by side; fewer if there are fewer.</summary>
    public int Columns { get; set; } = 6;

    /// <summary>The square that each picture is fitted into, in units of drawing.</summary>
    public double TileSize { get; set; } = 150;

    /// <summary>How many pictures there are.</summary>
    public int Count => tiles.Count;

    /// <summary>Adds a picture.</summary>
    /// <param name="picture">[channels, height, width] with 1 to 4 channels: uint8, or floating point from 0 to 1. It is copied.</param>
    /// <param name="captions">The lines under it.</param>
    /// <returns>This grid.</returns>
    /// <exception cref="ArgumentException">The tensor is not a picture.</exception>
    public ImageGrid Add(Tensor picture, params ReadOnlySpan<Caption> captions)
    {
        Line[] lines = [.. captions.ToArray().Select(caption => new Line(caption))];
        tiles.Add((Picture.From(picture), lines, null));
        return this;
    }

    /// <summary>Adds a picture with what it was taken for, green where that is right and red where it is wrong, and what it is.</summary>
    /// <param name="picture">[channels, height, width] with 1 to 4 channels: uint8, or floating point from 0 to 1. It is copied.</param>
    /// <param name="predicted">The class that it was taken for.</param>
    /// <param name="actual">Its true class.</param>
    /// <param name="confidence">The probability of the predicted class; null to say nothing of it.</param>
    /// <returns>This grid.</returns>
    /// <exception cref="ArgumentException">The tensor is not a picture.</exception>
    public ImageGrid AddPrediction(Tensor picture, string predicted, string actual, double? confidence = null)
    {
        Color verdict = predicted == actual ? Color.Good : Color.Bad;
        string sure = confidence is { } share ? " " + ConfusionMatrix.Percent(share) : "";
        Line[] lines = [new(new Caption(predicted, verdict, Bold: true), sure), new(new Caption($"true: {actual}", Theme.Soft))];
        tiles.Add((Picture.From(picture), lines, verdict));
        return this;
    }

    /// <inheritdoc/>
    public override Canvas Render()
    {
        int columns = Math.Clamp(tiles.Count, 1, Math.Max(Columns, 1));
        int rows = (tiles.Count + columns - 1) / columns;
        int lines = tiles.Count == 0 ? 0 : tiles.Max(tile => tile.Lines.Length);
        double tileHeight = TileSize + lines * LineHeight + (lines > 0 ? 6 : 0);
        double top = Theme.Margin + HeadHeight + (HeadHeight > 0 ? 10 : 0);
        using var ruler = new Canvas(1, 1);
        double head = Math.Min(ruler.Measure(Title ?? "", Theme.Title).Width, 600);
        double width = Math.Max(columns * (TileSize + Gap) - Gap, head) + 2 * Theme.Margin;
        var canvas = new Canvas(width, top + Math.Max(rows * (tileHeight + Gap) - Gap, 40) + Theme.Margin, Scale);
        DrawHead(canvas);
        for (int i = 0; i < tiles.Count; i++)
        {
            DrawTile(canvas, i, Theme.Margin + i % columns * (TileSize + Gap), top + i / columns * (tileHeight + Gap));
        }

        return canvas;
    }

    private void DrawTile(Canvas canvas, int index, double x, double y)
    {
        (Picture picture, Line[] lines, Color? frame) = tiles[index];
        double factor = Math.Min(TileSize / picture.Width, TileSize / picture.Height);
        double width = picture.Width * factor, height = picture.Height * factor;
        double left = x + (TileSize - width) / 2, upper = y + (TileSize - height) / 2;
        canvas.Fill(x, y, TileSize, TileSize, Theme.Pale);
        canvas.Image(picture, left, upper, width, height);
        if (frame is { } color)
        {
            canvas.Rectangle(x + 1, y + 1, TileSize - 2, TileSize - 2, color, 2);
        }

        for (int i = 0; i < lines.Length; i++)
        {
            Caption caption = lines[i].Caption;
            var style = new TextStyle(13, caption.Color ?? Theme.Ink, caption.Bold);
            double room = TileSize + Gap - 8 - canvas.Measure(lines[i].Tail, style).Width;
            string text = canvas.Fit(caption.Text, style, room) + lines[i].Tail;
            canvas.Text(text, x + TileSize / 2, y + TileSize + 14 + i * LineHeight, style, TextAnchor.Middle);
        }
    }

    /// <summary>A caption that is shortened to fit, and what stands behind it in any case.</summary>
    private readonly record struct Line(Caption Caption, string Tail = "");
}
