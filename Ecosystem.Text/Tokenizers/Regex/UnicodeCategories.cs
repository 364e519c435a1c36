using System.Globalization;

namespace TorchSharp.Transforms.Text;

/// <summary>Unicode's general categories by their short names; like RE2, without those of no character.</summary>
internal static class UnicodeCategories
{
    private static readonly string[] Names =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf",
        "Po", "Sm", "Sc", "Sk", "So",
    ];

    /// <summary>The categories of a name of two letters, or of one letter for all that begin with it; null if there is none.</summary>
    public static HashSet<UnicodeCategory>? Named(string name)
    {
        var found = name.Length is 1 or 2
            ? Enumerable.Range(0, Names.Length).Where(i => Names[i].StartsWith(name, StringComparison.Ordinal)).Select(i => (UnicodeCategory)i).ToHashSet()
            : [];
        return found.Count > 0 ? found : null;
    }
}
