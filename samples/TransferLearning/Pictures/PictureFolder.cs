using Reporting;
using TorchSharp;
using static TorchSharp.torch;

namespace TransferLearning.Pictures;

/// <summary>A drawn data set on disk: one folder per class, JPEG files in it, as any image folder.</summary>
internal static class PictureFolder
{
    private const int Quality = 90;

    /// <summary>Draws the pictures of some classes into a folder, unless an earlier run has left them there complete.</summary>
    /// <param name="root">Holds one folder per data set, named for all that decides its pictures.</param>
    /// <param name="name">What the data set is called.</param>
    /// <param name="categories">Its classes.</param>
    /// <param name="perClass">Pictures of each.</param>
    /// <param name="size">Width and height in points.</param>
    /// <param name="seed">Decides the pictures.</param>
    /// <param name="fresh">Draws them even if they are there.</param>
    public static string Draw(string root, string name, IReadOnlyList<Category> categories, int perClass, int size, int seed, bool fresh)
    {
        var folder = Path.Combine(root, $"{name}-v{Catalogue.Version}-seed{seed}-{perClass}x{size}");
        if (!fresh && IsComplete(folder, categories, perClass))
        {
            Console.WriteLine($"{name} pictures: {categories.Count * perClass} found in {folder}");
            return folder;
        }

        // Written aside and renamed when all are there: an interrupted run leaves nothing that looks complete.
        var aside = $"{folder}.{Environment.ProcessId}.part";
        foreach (var category in categories)
        {
            Directory.CreateDirectory(Path.Combine(aside, category.Name));
        }

        try
        {
            Work.ForEach($"drawing {name} pictures", categories.Count * perClass, i =>
            {
                var category = categories[i / perClass];
                var number = i % perClass;
                Write(Path.Combine(aside, category.Name, $"{number:0000}.jpg"), Studio.Take(category, (ulong)seed, number, size), size);
            });
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.Move(aside, folder);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }

        return folder;
    }

    private static bool IsComplete(string folder, IReadOnlyList<Category> categories, int perClass) => categories.All(category =>
    {
        var pictures = new DirectoryInfo(Path.Combine(folder, category.Name));
        return pictures.Exists && pictures.EnumerateFiles("*.jpg").Count(file => file.Length > 0) == perClass;
    });

    private static void Write(string path, byte[] planes, int size)
    {
        using var scope = NewDisposeScope();
        torchvision.io.write_jpeg(tensor(planes, [3, size, size]), path, Quality);
    }
}
