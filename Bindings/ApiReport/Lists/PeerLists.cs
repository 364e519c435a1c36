namespace Torchlight.ApiReport.Lists;

/// <summary>
/// The peer's public surface: the files <c>torchsharp-api.tsv</c> (area, member, kind, type) and <c>torchsharp-signatures.tsv</c>
/// (assembly, type, kind of type, member, kind, signature). They are facts about another project and lie outside of this one.
/// </summary>
internal sealed record PeerLists(IReadOnlyList<ListedName> Names, IReadOnlyList<ListedSignature> Signatures)
{
    public const string NamesFile = "torchsharp-api.tsv";
    public const string SignaturesFile = "torchsharp-signatures.tsv";

    private const string NoArea = "outside of the areas";

    private static readonly string[] Beside = ["torchvision", "torchaudio", "tensorboard protobuf", NoArea];

    /// <summary>Whether an area counts towards the totals: torchvision, torchaudio, generated messages and SkiaSharp's types do not.</summary>
    public static bool IsCounted(string area) => !Beside.Any(prefix => area.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The folder with the lists: <c>shared/reference</c> beside the repository or above it; null when there is none.</summary>
    public static string? FindFolder(string root)
    {
        for (var folder = Path.GetDirectoryName(root); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var lists = Path.Combine(folder, "shared", "reference");
            if (File.Exists(Path.Combine(lists, NamesFile)) && File.Exists(Path.Combine(lists, SignaturesFile)))
            {
                return lists;
            }
        }

        return null;
    }

    public static PeerLists ReadFolder(string folder) =>
        Parse(File.ReadLines(Path.Combine(folder, NamesFile)), File.ReadLines(Path.Combine(folder, SignaturesFile)));

    /// <exception cref="InvalidDataException">A row has too few columns.</exception>
    public static PeerLists Parse(IEnumerable<string> names, IEnumerable<string> signatures)
    {
        ListedName[] listed = [.. Rows(names, NamesFile, 4).Select(row => new ListedName(row[0], row[3], row[1], row[2]))];
        var areaOfMember = listed.GroupBy(name => (name.Type, name.Member)).ToDictionary(group => group.Key, group => group.First().Area);
        var areaOfType = listed.GroupBy(name => name.Type).ToDictionary(group => group.Key, group => group.First().Area);
        string Area(string type, string member) =>
            areaOfMember.GetValueOrDefault((type, member)) ?? areaOfType.GetValueOrDefault(type) ?? NoArea;

        return new PeerLists(listed, [.. Rows(signatures, SignaturesFile, 6).Select(row =>
            new ListedSignature(Area(row[1], row[3]), row[1], row[2], row[3], row[4], row[5]))]);
    }

    private static IEnumerable<string[]> Rows(IEnumerable<string> lines, string file, int columns)
    {
        var number = 1;
        foreach (var line in lines.Skip(1))
        {
            number++;
            string[] row = line.Split('\t');
            yield return row.Length >= columns
                ? row
                : throw new InvalidDataException($"{file}, line {number}: {row.Length} columns where {columns} are expected");
        }
    }
}
