using Torchlight.Drawing;

namespace TransferLearning.Reports;

/// <summary>The confusion matrix as a picture.</summary>
internal static class ConfusionChart
{
    public static void Draw(string path, Confusion confusion)
    {
        var counts = new long[confusion.Classes.Count, confusion.Classes.Count];
        for (var truth = 0; truth < confusion.Classes.Count; truth++)
        {
            for (var guess = 0; guess < confusion.Classes.Count; guess++)
            {
                counts[truth, guess] = confusion[truth, guess];
            }
        }

        new ConfusionMatrix(confusion.Classes, counts) { Title = "Test pictures by true and predicted class, fine-tuned" }.Save(path);
    }
}
