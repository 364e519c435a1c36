using Torchlight.Drawing;
using TorchSharp;
using TransferLearning.Training;
using static TorchSharp.torch;

namespace TransferLearning.Reports;

/// <summary>Test pictures with what they are and what they were taken for.</summary>
internal static class PictureGrid
{
    private const int Columns = 8;
    private const int MostPictures = 48;
    private const int Side = 256;

    public static void Draw(string path, PictureData data, TransferModel model)
    {
        var (all, shown) = (data.Split.Test.Count, Math.Min(MostPictures, data.Split.Test.Count));
        var grid = new ImageGrid
        {
            Title = "Test pictures, fine-tuned",
            Subtitle = $"{shown} of {all}, about as many of each class; green is right, red is wrong",
            Columns = Columns,
            TileSize = Side / 2,
        };
        var middle = PictureData.Middle(Side);
        foreach (var position in Choose(data))
        {
            using var scope = NewDisposeScope();
            var file = data.Split.Test[position];
            var picture = middle.call(torchvision.io.read_image(data.Files[file], torchvision.io.ImageReadMode.RGB));
            grid.AddPrediction(picture, data.Classes[model.Guesses[position]], data.Classes[data.Labels[file]]);
        }

        grid.Save(path);
    }

    // The first test pictures of each class in turn, so that every class shows, good or bad.
    private static IEnumerable<int> Choose(PictureData data) => Enumerable.Range(0, data.Split.Test.Count)
        .GroupBy(position => data.Labels[data.Split.Test[position]])
        .SelectMany(group => group.Select((position, rank) => (position, rank)))
        .OrderBy(entry => entry.rank)
        .Take(MostPictures)
        .OrderBy(entry => data.Labels[data.Split.Test[entry.position]])
        .Select(entry => entry.position);
}
