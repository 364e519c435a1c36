using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>A set of characters by their codes, and how .NET's regular expressions, which see UTF-16 units, match one of them.</summary>
internal sealed class CodePointSet
{
    /// <summary>The small s that RE2 takes for one where case is ignored, and .NET does not.</summary>
    public const int LongS = 0x17F;

    private const int Last = 0x10FFFF;
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;
    private const int FirstAstral = 0x10000;

    private static readonly ConcurrentDictionary<string, CodePointSet> Categories = new(StringComparer.Ordinal);

    private readonly List<(int From, int To)> ranges = [];

    /// <summary>The characters of a general category of Unicode, such as L or Lu; null if there is none of that name.</summary>
    public static CodePointSet? OfCategory(string name) =>
        name == "Any" ? new CodePointSet().Add(0, Last)
        : UnicodeCategories.Named(name) is { } wanted ? Categories.GetOrAdd(name, _ => Find(wanted))
        : null;

    public CodePointSet Add(int from, int to)
    {
        ranges.Add((from, to));
        return this;
    }

    public CodePointSet Add(CodePointSet other)
    {
        ranges.AddRange(other.ranges);
        return this;
    }

    /// <summary>The set with the long s if it has another s, and with those if it has the long one.</summary>
    public CodePointSet WithLongS() =>
        Contains('s') || Contains('S') || Contains(LongS) ? new CodePointSet().Add(this).Add('s', 's').Add(LongS, LongS) : this;

    /// <summary>Every other character.</summary>
    public CodePointSet Negated()
    {
        var others = new CodePointSet();
        var next = 0;
        foreach (var (from, to) in ranges.Order())
        {
            if (from > next)
            {
                others.Add(next, from - 1);
            }

            next = Math.Max(next, to + 1);
        }

        return next <= Last ? others.Add(next, Last) : others;
    }

    /// <summary>A pattern for one character of the set.</summary>
    public string ToPattern()
    {
        var basic = new StringBuilder();
        var alternatives = new List<string>();
        // Twice negated: sorted, and without overlaps.
        foreach (var (from, to) in Negated().Negated().ranges)
        {
            AppendRange(basic, from, Math.Min(to, FirstSurrogate - 1));
            AppendRange(basic, Math.Max(from, LastSurrogate + 1), Math.Min(to, FirstAstral - 1));
            AddPairs(alternatives, Math.Max(from, FirstAstral), to);
        }

        if (basic.Length > 0)
        {
            alternatives.Insert(0, $"[{basic}]");
        }

        return alternatives.Count == 0 ? "[^\\s\\S]" : alternatives.Count == 1 && basic.Length > 0 ? alternatives[0] : $"(?:{string.Join('|', alternatives)})";
    }

    private bool Contains(int code) => ranges.Exists(range => range.From <= code && code <= range.To);

    private static void AppendRange(StringBuilder text, int from, int to)
    {
        if (from <= to)
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{from:X4}-\\u{to:X4}");
        }
    }

    // A range above the basic plane: first halves that all second halves follow, and first halves with some.
    private static void AddPairs(List<string> alternatives, int from, int to)
    {
        while (from <= to)
        {
            var (high, low) = (High(from), Low(from));
            if (low == 0xDC00 && Low(to) == 0xDFFF)
            {
                alternatives.Add($"[\\u{high:X4}-\\u{High(to):X4}][\\uDC00-\\uDFFF]");
                return;
            }

            var end = Math.Min(to, from - low + 0xDC00 + 0x3FF);
            if (low == 0xDC00 && end < to)
            {
                // Whole first halves, up to the one where the range ends.
                end = to - (Low(to) - 0xDC00) - 1;
                alternatives.Add($"[\\u{high:X4}-\\u{High(end):X4}][\\uDC00-\\uDFFF]");
            }
            else
            {
                alternatives.Add($"\\u{high:X4}[\\u{low:X4}-\\u{Low(end):X4}]");
            }

            from = end + 1;
        }
    }

    private static int High(int code) => FirstSurrogate + ((code - FirstAstral) >> 10);

    private static int Low(int code) => 0xDC00 + ((code - FirstAstral) & 0x3FF);

    private static CodePointSet Find(HashSet<UnicodeCategory> wanted)
    {
        var found = new CodePointSet();
        var start = -1;
        for (var code = 0; code <= Last + 1; code++)
        {
            var inside = code <= Last && wanted.Contains(CharUnicodeInfo.GetUnicodeCategory(code));
            if (inside && start < 0)
            {
                start = code;
            }
            else if (!inside && start >= 0)
            {
                found.Add(start, code - 1);
                start = -1;
            }
        }

        return found;
    }
}
