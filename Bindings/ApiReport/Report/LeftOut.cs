using System.Text.RegularExpressions;

namespace Torchlight.ApiReport.Report;

/// <summary>
/// The file of reasons, <c>left-out.tsv</c>: a pattern for the type, one for the member, and why it is left out. In a pattern <c>*</c>
/// stands for anything; the first line that fits counts.
/// </summary>
internal sealed class LeftOut
{
    private readonly List<(string Line, Regex Type, Regex Member, string Reason)> entries = [];
    private readonly HashSet<string> used = [];

    /// <summary>The lines that no missing member has asked for yet.</summary>
    public IEnumerable<string> Unused => entries.Select(entry => entry.Line).Where(line => !used.Contains(line));

    /// <exception cref="InvalidDataException">A line has not three columns.</exception>
    public static LeftOut Parse(IEnumerable<string> lines)
    {
        var leftOut = new LeftOut();
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] columns = line.Split('\t');
            if (columns is not [var type, var member, { Length: > 0 } reason])
            {
                throw new InvalidDataException($"left-out.tsv: '{line}' is not a type, a member and a reason, with tabs between them");
            }

            leftOut.entries.Add((line, Pattern(type), Pattern(member), reason));
        }

        return leftOut;
    }

    public string? ReasonFor(string type, string member)
    {
        var entry = entries.Find(entry => entry.Type.IsMatch(type) && entry.Member.IsMatch(member));
        if (entry.Line is not null)
        {
            used.Add(entry.Line);
        }

        return entry.Reason;
    }

    private static Regex Pattern(string text) => new($"^{Regex.Escape(text).Replace(@"\*", ".*")}$", RegexOptions.CultureInvariant);
}
