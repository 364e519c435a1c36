using System.Globalization;

namespace Lightning;

/// <summary>The folders <c>version_0</c>, <c>version_1</c> ... that runs of one experiment write to.</summary>
internal static class VersionFolders
{
    private const string Prefix = "version_";

    /// <summary>The name behind the greatest that is there.</summary>
    /// <param name="folder">The experiment's folder; it need not be there.</param>
    internal static string Next(string folder)
    {
        var last = -1;
        if (Directory.Exists(folder))
        {
            foreach (var path in Directory.EnumerateDirectories(folder, $"{Prefix}*"))
            {
                if (int.TryParse(Path.GetFileName(path).AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    last = Math.Max(last, number);
                }
            }
        }

        return $"{Prefix}{last + 1}";
    }
}
