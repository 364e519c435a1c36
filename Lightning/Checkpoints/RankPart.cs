using System.Globalization;

namespace Lightning;

/// <summary>What a process other than the first has put beside a checkpoint that was written after a failure: <c>NAME.ckpt.rank1</c> and so on.</summary>
internal static class RankPart
{
    internal static string PathOf(string checkpoint, int rank) => $"{checkpoint}.rank{rank.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Removes the parts beside a checkpoint.</summary>
    internal static void DeleteAll(string checkpoint)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(checkpoint))!;
        foreach (var part in Directory.Exists(folder) ? Directory.GetFiles(folder, $"{Path.GetFileName(checkpoint)}.rank*") : [])
        {
            File.Delete(part);
        }
    }

    /// <summary>A process's part, if it is there, can be read, and was written by the same run at the same place.</summary>
    /// <param name="checkpoint">The checkpoint's path.</param>
    /// <param name="rank">Whose part.</param>
    /// <param name="place">What both have to say alike.</param>
    internal static IReadOnlyDictionary<string, object?>? Read(string checkpoint, int rank, IReadOnlyDictionary<string, object?> place)
    {
        var path = PathOf(checkpoint, rank);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return torch.serialization.load(path, torch.CPU) is IReadOnlyDictionary<string, object?> content && Same(content.GetValueOrDefault("place"), place)
                ? content.GetValueOrDefault("rank") as IReadOnlyDictionary<string, object?>
                : null;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or FormatException)
        {
            L.rank_zero_warn($"{path} cannot be read: {exception.Message}");
            return null;
        }
    }

    private static bool Same(object? left, IReadOnlyDictionary<string, object?> right) =>
        left is IReadOnlyDictionary<string, object?> named && named.Count == right.Count
        && right.All(entry => Convert.ToString(named.GetValueOrDefault(entry.Key), CultureInfo.InvariantCulture)
            == Convert.ToString(entry.Value, CultureInfo.InvariantCulture));
}
