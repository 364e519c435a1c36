using System.Globalization;

namespace TextClassification;

/// <summary>
/// Sorts news into four kinds with a bag of words' embeddings. <c>--data FOLDER</c> holds train.csv and test.csv in AG_NEWS's form (class, title,
/// text); without it news are made. <c>--epochs N</c>, default 2.
/// </summary>
public static class Program
{
    public static int Main(string[] args)
    {
        var data = Option(args, "--data");
        var epochs = int.Parse(Option(args, "--epochs") ?? "2", CultureInfo.InvariantCulture);
        var folder = data ?? Directory.CreateTempSubdirectory("news-").FullName;
        try
        {
            if (data is null)
            {
                MadeNews.Write(folder);
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
