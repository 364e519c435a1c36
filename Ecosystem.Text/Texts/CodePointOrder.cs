namespace TorchSharp;

/// <summary>
/// Texts in the order of their code points, as Python and UTF-8 order them. .NET's ordinal order goes by UTF-16 units and puts the characters
/// beyond U+FFFF, which are surrogate pairs there, before U+E000.
/// </summary>
internal sealed class CodePointOrder : IComparer<string>
{
    private CodePointOrder()
    {
    }

    public static CodePointOrder Comparer { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }
        var same = x.AsSpan().CommonPrefixLength(y);
        return same == x.Length || same == y.Length ? x.Length.CompareTo(y.Length) : Rank(x[same]).CompareTo(Rank(y[same]));
    }

    // Where two well-formed texts part inside a pair, both units are surrogates: ranking single units is enough.
    private static int Rank(char unit) => unit switch
    {
        >= '\uE000' => unit - 0x800,
        >= '\uD800' => unit + 0x2000,
        _ => unit,
    };
}
