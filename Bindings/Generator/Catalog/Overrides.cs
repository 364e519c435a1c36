namespace Torchlight.Generator.Catalog;

/// <summary>
/// The committed file <c>overrides.tsv</c>: operators that are not generated, each with the reason. Lines that begin with # are
/// comments.
/// </summary>
internal sealed class Overrides
{
    private readonly Dictionary<string, string> dropped;

    private Overrides(Dictionary<string, string> dropped) => this.dropped = dropped;

    /// <summary>The names that the file gives a reason for.</summary>
    public IEnumerable<string> Names => dropped.Keys;

    /// <exception cref="FormatException">A line has not two columns, or its reason is empty.</exception>
    public static Overrides Parse(IEnumerable<string> lines)
    {
        var dropped = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in lines.Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            string[] columns = line.Split('\t');
            if (columns.Length != 2 || string.IsNullOrWhiteSpace(columns[1]))
            {
                throw new FormatException($"overrides: an operator, a tab and a reason expected: {line}");
            }

            dropped.Add(columns[0], columns[1]);
        }

        return new Overrides(dropped);
    }

    /// <summary>Why an operator is dropped; null where the file says nothing.</summary>
    public string? ReasonFor(string fullName) => dropped.GetValueOrDefault(fullName);
}
