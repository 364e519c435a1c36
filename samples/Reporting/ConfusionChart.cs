using Torchlight.Drawing;

namespace Reporting;

/// <summary>The confusion matrix as a picture.</summary>
public static class ConfusionChart
{
    /// <summary>Draws it into a PNG file.</summary>
    public static void Draw(string path, Confusion confusion, string title)
    {
        var counts = new long[confusion.Classes.Count, confusion.Classes.Count];
        for (var truth = 0; truth < confusion.Classes.Count; truth++)
        {
            for (var guess = 0; guess < confusion.Classes.Count; guess++)
            {
                counts[truth, guess] = confusion[truth, guess];
            }
        }

        new ConfusionMatrix(confusion.Classes, counts) { Title = title }.Save(path);
    }
}
