namespace TorchSharp.Transforms.Text;

/// <summary>A list of merges, two symbols to a line, the most frequent first; the first line of the file is a version and is skipped.</summary>
internal static class MergesFile
{
    /// <summary>The merges by their rank; null stands for a blank line, which takes a rank too.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lastLine">Whether what follows the last line end counts as a line.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TokenizerFormatException">It is not UTF-8, or a line has not two symbols.</exception>
    public static List<(string First, string Second)?> Read(string path, bool lastLine)
    {
        var file = TextFile.Read(path);
        var merges = new List<(string, string)?>();
        foreach (var (text, number, offset) in file.Lines().Skip(1))
        {
            merges.Add(PythonText.Split(text) switch
            {
                [] => null,
                [var first, var second] => (first, second),
                var symbols => throw new TokenizerFormatException(
                    path, offset, number, $"a merge has two symbols with a space between them, and this line has {symbols.Length}."),
            });
        }

        if (!lastLine && merges.Count > 0)
        {
            merges.RemoveAt(merges.Count - 1);
        }

        return merges;
    }
}
