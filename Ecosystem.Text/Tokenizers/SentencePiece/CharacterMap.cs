using System.Buffers.Binary;

namespace TorchSharp.Transforms.Text;

/// <summary>The compiled rules by which a model replaces characters: a double array that finds the longest rule, and the replacements.</summary>
/// <remarks>
/// The array comes from a file and is believed in nothing: every step is checked, and one that leads out of it is an exception that names the byte.
/// Each step takes a byte of the text, so no array can make a search endless.
/// </remarks>
internal sealed class CharacterMap
{
    private const int LengthSize = sizeof(uint);
    private const uint LeafBit = 1u << 8;
    private const uint LabelMask = 0x8000_00FF;
    private const uint WideOffsetBit = 1u << 9;
    private const uint ValueMask = 0x7FFF_FFFF;

    private readonly uint[] units;
    private readonly byte[] replacements;
    private readonly string? fileName;
    private readonly int offset;

    /// <param name="blob">The map: the array's size in bytes, the array, the replacements, each ended by a zero.</param>
    /// <param name="fileName">The file, for messages.</param>
    /// <param name="offset">Where in the file the map begins.</param>
    /// <exception cref="TokenizerFormatException">The map's parts do not fit into it.</exception>
    public CharacterMap(ReadOnlySpan<byte> blob, string? fileName, int offset)
    {
        (this.fileName, this.offset) = (fileName, offset);
        if (blob.Length < LengthSize)
        {
            throw Wrong(0, "is cut short");
        }

        var size = BinaryPrimitives.ReadUInt32LittleEndian(blob);
        if (size > blob.Length - LengthSize || size % sizeof(uint) != 0 || size == 0)
        {
            throw Wrong(0, $"cannot hold an array of {size} bytes, having {blob.Length}");
        }

        units = new uint[size / sizeof(uint)];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = BinaryPrimitives.ReadUInt32LittleEndian(blob[(LengthSize + (i * sizeof(uint)))..]);
        }

        replacements = blob[(LengthSize + (int)size)..].ToArray();
        if (replacements.Length > 0 && replacements[^1] != 0)
        {
            throw Wrong(blob.Length - 1, "has a last replacement without an end");
        }
    }

    /// <summary>The longest rule that a text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="replacement">What to put in its place.</param>
    /// <returns>How many bytes of the text it covers; 0 if there is no rule.</returns>
    public int Longest(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> replacement)
    {
        var (found, length) = (-1, 0);
        var node = OffsetOf(units[0]);
        for (var i = 0; i < text.Length; i++)
        {
            node ^= text[i];
            var unit = UnitAt(node);
            if ((unit & LabelMask) != text[i])
            {
                break;
            }

            node ^= OffsetOf(unit);
            if ((unit & LeafBit) != 0)
            {
                (found, length) = ((int)(UnitAt(node) & ValueMask), i + 1);
            }
        }

        replacement = default;
        if (length > 0)
        {
            replacement = replacements.AsSpan(found < replacements.Length ? found : throw Wrong(0, $"has no replacement at {found}"));
            replacement = replacement[..replacement.IndexOf((byte)0)];
        }

        return length;
    }

    private static uint OffsetOf(uint unit) => (unit >> 10) << (int)((unit & WideOffsetBit) >> 6);

    private uint UnitAt(uint node) => node < (uint)units.Length ? units[node] : throw Wrong(0, $"leads to its unit {node} and has {units.Length}");

    private TokenizerFormatException Wrong(int at, string problem) =>
        new(fileName, offset + at, null, $"not a SentencePiece model: its character map {problem}. The file is damaged.");
}
