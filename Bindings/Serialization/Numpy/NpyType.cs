using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An element type of NumPy's: its bytes as a tensor's, and what is to be done to them.</summary>
/// <param name="Stored">The element type whose bytes they are.</param>
/// <param name="Word">Bytes of a number; a complex element has two.</param>
/// <param name="BigEndian">Whether numbers begin with their highest byte.</param>
/// <param name="Unsigned">Whether numbers have no sign and are wider than a byte, which no tensor's are.</param>
internal sealed record NpyType(ScalarType Stored, int Word, bool BigEndian, bool Unsigned)
{
    private static readonly (string Code, ScalarType Type, int Word)[] s_types =
    [
        ("b1", ScalarType.Bool, 1),
        ("i1", ScalarType.Int8, 1),
        ("u1", ScalarType.Byte, 1),
        ("i2", ScalarType.Int16, 2),
        ("i4", ScalarType.Int32, 4),
        ("i8", ScalarType.Int64, 8),
        ("f2", ScalarType.Float16, 2),
        ("f4", ScalarType.Float32, 4),
        ("f8", ScalarType.Float64, 8),
        ("c8", ScalarType.ComplexFloat32, 4),
        ("c16", ScalarType.ComplexFloat64, 8),
    ];

    /// <summary>Reads a description such as <c>&lt;f4</c>.</summary>
    /// <exception cref="NotSupportedException">No tensor has such elements; the message says what they are and what to do.</exception>
    public static NpyType Parse(string description)
    {
        var order = description is [('<' or '>' or '|' or '=') and var first, ..] ? first : '=';
        var code = description.TrimStart('<', '>', '|', '=');
        var bigEndian = order == '>';
        foreach (var (known, type, word) in s_types)
        {
            if (code == known)
            {
                return new NpyType(type, word, bigEndian && word > 1, Unsigned: false);
            }
        }
        return code switch
        {
            "u2" => new NpyType(ScalarType.Int16, 2, bigEndian, Unsigned: true),
            "u4" => new NpyType(ScalarType.Int32, 4, bigEndian, Unsigned: true),
            "u8" => new NpyType(ScalarType.Int64, 8, bigEndian, Unsigned: true),
            _ => throw new NotSupportedException(
                $"The array holds elements of numpy's type '{description}' ({KindOf(code)}), which no tensor has; convert it in Python with "
                + "array.astype before it is saved."),
        };
    }

    /// <summary>NumPy's description of a tensor's elements.</summary>
    /// <exception cref="NotSupportedException">NumPy has no such type.</exception>
    public static string Describe(ScalarType type)
    {
        foreach (var (code, known, word) in s_types)
        {
            if (known == type)
            {
                return (word > 1 ? "<" : "|") + code;
            }
        }
        throw new NotSupportedException($"NumPy has no element type for {type}; convert the tensor first, such as by to(ScalarType.Float32).");
    }

    /// <summary>The name of an unsigned type, for messages.</summary>
    public string UnsignedName => string.Create(CultureInfo.InvariantCulture, $"uint{Word * 8}");

    /// <summary>The smallest element type that holds all values, or nearly all of uint64's.</summary>
    public ScalarType Wide => Word == 2 ? ScalarType.Int32 : ScalarType.Int64;

    private static string KindOf(string code) => code switch
    {
        ['O', ..] => "Python objects, which are never unpickled here",
        ['U', ..] or ['S', ..] or ['a', ..] => "text",
        ['M', ..] or ['m', ..] => "times",
        ['V', ..] => "raw bytes",
        ['f', ..] or ['c', ..] => "numbers of another width",
        _ => "unknown",
    };
}
