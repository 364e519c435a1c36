using System.Globalization;

namespace Mnist;

/// <summary>
/// Recognizes handwritten digits with a small convolutional network. <c>--data FOLDER</c> holds mnist/test_data/train-images-idx3-ubyte and its
/// three companions; without it digits are drawn. <c>--epochs N</c>, default 2.
/// </summary>
public static class Program
{
    public static int Main(string[] args)
    {
        var data = Option(args, "--data");
        var epochs = int.Parse(Option(args, "--epochs") ?? "2", CultureInfo.InvariantCulture);
        var folder = data ?? Directory.CreateTempSubdirectory("mnist-").FullName;
        try
        {
            if (data is null)
            {
                DrawnDigits.Write(folder);
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
