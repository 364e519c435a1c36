using System.Globalization;

namespace WordLanguageModel;

/// <summary>
/// Learns which word follows, with a transformer. <c>--data FOLDER</c> holds wiki.train.tokens, wiki.valid.tokens and wiki.test.tokens; without it
/// sentences are made. <c>--epochs N</c>, default 2.
/// </summary>
public static class Program
{
    public static int Main(string[] args)
    {
        var data = Option(args, "--data");
        var epochs = int.Parse(Option(args, "--epochs") ?? "2", CultureInfo.InvariantCulture);
        var folder = data ?? Directory.CreateTempSubdirectory("words-").FullName;
        try
        {
            if (data is null)
            {
                MadeText.Write(folder);
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
