namespace TorchSharp.Transforms.Text;

/// <summary>
/// The character that stands for each byte in GPT-2's and CLIP's files: the visible characters of Latin-1 stand for themselves, the other 68 bytes
/// take the characters from U+0100 on, in order.
/// </summary>
internal static class ByteAlphabet
{
    private const char FirstSubstitute = '\u0100';

    private static readonly char[] Characters = new char[256];
    private static readonly Dictionary<char, byte> Bytes = [];

    static ByteAlphabet()
    {
        var substitute = FirstSubstitute;
        for (var i = 0; i < Characters.Length; i++)
        {
            Characters[i] = IsVisible(i) ? (char)i : substitute++;
            Bytes.Add(Characters[i], (byte)i);
        }
    }

    /// <summary>The bytes in the order in which Python lists them: the visible ones first.</summary>
    public static IEnumerable<byte> InPythonsOrder => Enumerable.Range(0, 256).OrderBy(value => !IsVisible(value)).Select(value => (byte)value);

    public static char CharacterOf(byte value) => Characters[value];

    /// <summary>Appends the bytes that a token's characters stand for; false at a character that stands for none.</summary>
    public static bool TryGetBytes(ReadOnlySpan<char> token, List<byte> bytes)
    {
        foreach (var character in token)
        {
            if (!Bytes.TryGetValue(character, out var value))
            {
                return false;
            }

            bytes.Add(value);
        }

        return true;
    }

    private static bool IsVisible(int value) => value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
}
