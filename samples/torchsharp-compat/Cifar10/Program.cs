using System.Globalization;

namespace Cifar10;

/// <summary>
/// Tells ten kinds of things apart with a residual network. <c>--data FOLDER</c> holds CIFAR10/cifar-10-batches-bin/data_batch_1.bin and its
/// companions; without it pictures are drawn. <c>--epochs N</c>, default 2.
/// </summary>
public static class Program
{
    public static int Main(string[] args)
    {
        var data = Option(args, "--data");
        var epochs = int.Parse(Option(args, "--epochs") ?? "2", CultureInfo.InvariantCulture);
        var folder = data ?? Directory.CreateTempSubdirectory("cifar10-").FullName;
        try
        {
            if (data is null)
            {
                DrawnThings.Write(folder);
            }

            new Training(folder).Run(epochs);
            return 0;
        }
        finally
        {
            if (data is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static string? Option(string[] args, string name)
    {
        var place = Array.IndexOf(args, name);
        return place >= 0 && place + 1 < args.Length ? args[place + 1] : null;
    }
}
