using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>
/// Unicode's canonical decomposition (NFD). .NET's own depends on how the program was published: without globalization data it changes nothing.
/// </summary>
internal static partial class CanonicalDecompositions
{
    private const int HangulStart = 0xAC00;
    private const int LeadStart = 0x1100;
    private const int VowelStart = 0x1161;
    private const int TailStart = 0x11A7;
    private const int Vowels = 21;
    private const int Tails = 28;
    private const int HangulSyllables = 19 * Vowels * Tails;

    private static readonly Dictionary<Rune, Rune[]> Parts = ReadParts();
    private static readonly Dictionary<Rune, byte> CombiningClass = ReadClasses();

    /// <summary>A text with its characters taken apart, and the marks behind each character in their canonical order.</summary>
    public static List<Rune> Decompose(ReadOnlySpan<char> text)
    {
        var runes = new List<Rune>(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Parts.TryGetValue(rune, out var parts))
            {
                runes.AddRange(parts);
            }
            else if (rune.Value - HangulStart is >= 0 and < HangulSyllables and var syllable)
            {
                AddHangul(syllable, runes);
            }
            else
            {
                runes.Add(rune);
            }
        }

        Reorder(CollectionsMarshal.AsSpan(runes));
        return runes;
    }

    private static void AddHangul(int syllable, List<Rune> runes)
    {
        runes.Add(new Rune(LeadStart + (syllable / (Vowels * Tails))));
        runes.Add(new Rune(VowelStart + (syllable / Tails % Vowels)));
        if (syllable % Tails > 0)
        {
            runes.Add(new Rune(TailStart + (syllable % Tails)));
        }
    }

    // Runs of marks are sorted by their class, those of one class staying in order (OrderBy is stable).
    private static void Reorder(Span<Rune> runes)
    {
        for (var start = 0; start < runes.Length; start++)
        {
            var end = start;
            while (end < runes.Length && ClassOf(runes[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                runes[start..end].ToArray().OrderBy(ClassOf).ToArray().CopyTo(runes[start..end]);
            }

            start = end;
        }
    }

    private static byte ClassOf(Rune rune) => CombiningClass.GetValueOrDefault(rune);

    private static Dictionary<Rune, Rune[]> ReadParts()
    {
        var parts = new Dictionary<Rune, Rune[]>();
        var runes = new List<Rune>();
        foreach (var rune in Decompositions.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                runes.Add(rune);
                continue;
            }

            parts.Add(runes[0], [.. runes[1..]]);
            runes.Clear();
        }

        return parts;
    }

    private static Dictionary<Rune, byte> ReadClasses()
    {
        var classes = new Dictionary<Rune, byte>();
        Rune[] runes = [.. Classes.EnumerateRunes()];
        for (var i = 0; i < runes.Length; i += 3)
        {
            for (var value = runes[i].Value; value <= runes[i + 1].Value; value++)
            {
                classes.Add(new Rune(value), (byte)runes[i + 2].Value);
            }
        }

        return classes;
    }
}
