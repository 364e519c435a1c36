using System.Globalization;
using Torchlight.Drawing;
using TorchSharp;
using static TorchSharp.torch;

namespace SoundClassification.Reports;

/// <summary>Sounds side by side, each as waveform and mel spectrogram over the same time, with what it was taken for and what it is.</summary>
internal sealed class SoundSheet(string title, string subtitle, double seconds, double lowestHertz, double highestHertz) : IDisposable
{
    private const int Columns = 6, Sharpness = 2;
    private const double Margin = 28, AxisWidth = 44, Head = 66, TileWidth = 176, WaveHeight = 44, MelHeight = 104, Between = 4, CaptionHeight = 44, Gap = 16;
    private const double TileHeight = WaveHeight + Between + MelHeight;

    private static readonly Color Ink = Color.FromHex("#1F2933"), Soft = Color.FromHex("#66727F"), Line = Color.FromHex("#98A3AF");
    private static readonly double[] Hertz = [250, 500, 1000, 2000, 4000, 8000];
    private static readonly TextStyle Tick = new(11, Soft);

    private readonly List<(Tensor Wave, Tensor Mel, string Guess, string Truth)> _tiles = [];

    public int Count => _tiles.Count;

    /// <summary>Adds a sound.</summary>
    /// <param name="wave">[frames].</param>
    /// <param name="mel">[bands, steps] in decibels.</param>
    /// <param name="guess">What it was taken for.</param>
    /// <param name="truth">What it is.</param>
    public void Add(Tensor wave, Tensor mel, string guess, string truth)
    {
        using var scope = NewDisposeScope();
        var upper = torchaudio.utils.draw_waveform(wave, (int)(WaveHeight * Sharpness), (int)(TileWidth * Sharpness));
        var lower = torchaudio.utils.draw_spectrogram(mel, (int)(MelHeight * Sharpness), (int)(TileWidth * Sharpness));
        _tiles.Add((upper.DetachFromDisposeScope(), lower.DetachFromDisposeScope(), guess, truth));
    }

    /// <summary>Writes the sheet into a PNG file.</summary>
    public void Save(string path)
    {
        var (columns, rows) = (Math.Min(Columns, Count), (Count + Columns - 1) / Columns);
        using var canvas = new Canvas(
            (2 * Margin) + AxisWidth + (columns * (TileWidth + Gap)) - Gap, Head + (2 * Margin) + (rows * (TileHeight + CaptionHeight + Gap)), Sharpness);
        canvas.Text(title, Margin, Margin + 8, new TextStyle(19, Ink, Bold: true));
        canvas.Text(subtitle, Margin, Margin + 36, new TextStyle(13, Soft));
        for (var i = 0; i < Count; i++)
        {
            var (column, row) = (i % Columns, i / Columns);
            var (x, y) = (Margin + AxisWidth + (column * (TileWidth + Gap)), Margin + Head + (row * (TileHeight + CaptionHeight + Gap)));
            Draw(canvas, _tiles[i], x, y);
            Times(canvas, x, y + TileHeight);
            if (column == 0)
            {
                Frequencies(canvas, x, y + WaveHeight + Between);
            }
        }

        canvas.SavePng(path);
    }

    public void Dispose()
    {
        foreach (var (wave, mel, _, _) in _tiles)
        {
            wave.Dispose();
            mel.Dispose();
        }
    }

    private static void Draw(Canvas canvas, (Tensor Wave, Tensor Mel, string Guess, string Truth) tile, double x, double y)
    {
        var verdict = tile.Guess == tile.Truth ? Color.Good : Color.Bad;
        canvas.Image(tile.Wave, x, y, TileWidth, WaveHeight);
        canvas.Image(tile.Mel, x, y + WaveHeight + Between, TileWidth, MelHeight);
        canvas.Rectangle(x, y, TileWidth, TileHeight, verdict, 1.5);
        var name = new TextStyle(13, verdict, Bold: true);
        var (below, truth) = (y + TileHeight + 27, $"true: {tile.Truth}");
        var room = TileWidth - canvas.Measure(truth, Tick).Width - 10;
        canvas.Text(canvas.Fit(tile.Guess, name, room), x, below, name);
        canvas.Text(truth, x + TileWidth, below, Tick, TextAnchor.End);
    }

    /// <summary>Marks under a tile: the beginning, the middle and the end in seconds.</summary>
    private void Times(Canvas canvas, double x, double bottom)
    {
        foreach (var share in (ReadOnlySpan<double>)[0, 0.5, 1])
        {
            var place = x + (share * TileWidth);
            canvas.Line(place, bottom, place, bottom + 3, Line);
            var anchor = share == 0 ? TextAnchor.Start : share == 1 ? TextAnchor.End : TextAnchor.Middle;
            var label = (share * seconds).ToString("0.##", CultureInfo.InvariantCulture) + (share == 1 ? " s" : "");
            canvas.Text(label, place, bottom + 11, Tick, anchor);
        }
    }

    /// <summary>Marks to the left of a row of spectrograms, in kilohertz, where the mel scale has them.</summary>
    private void Frequencies(Canvas canvas, double x, double top)
    {
        foreach (var hertz in Hertz.Where(hertz => hertz >= lowestHertz && hertz <= highestHertz))
        {
            var share = (Mel(hertz) - Mel(lowestHertz)) / (Mel(highestHertz) - Mel(lowestHertz));
            var y = top + ((1 - share) * MelHeight);
            canvas.Line(x - 4, y, x, y, Line);
            canvas.Text((hertz / 1000).ToString("0.###", CultureInfo.InvariantCulture), x - 7, y, Tick, TextAnchor.End);
        }

        canvas.Text("kHz", x - 40, top + (MelHeight / 2), Tick, TextAnchor.Middle, degrees: -90);
    }

    private static double Mel(double hertz) => 2595 * Math.Log10(1 + (hertz / 700));
}
