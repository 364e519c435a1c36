using System.Globalization;
using System.Numerics;

namespace Lightning.Cli;

/// <summary>The kinds of single values, by the type of the parameter.</summary>
internal static class ScalarKinds
{
    internal const string Boolean = "bool";

    internal static ScalarKind Bool { get; } = new(Boolean, Flag, plain => plain);

    internal static ScalarKind Int { get; } = Integer<int>();

    internal static ScalarKind Float { get; } = Real<double>();

    internal static ScalarKind Text { get; } = new("str", scalar => scalar.IsNull ? null : scalar.Text, plain => plain);

    private static readonly Dictionary<Type, ScalarKind> ByType = new()
    {
        [typeof(bool)] = Bool,
        [typeof(int)] = Int,
        [typeof(long)] = Integer<long>(),
        [typeof(short)] = Integer<short>(),
        [typeof(byte)] = Integer<byte>(),
        [typeof(uint)] = Integer<uint>(),
        [typeof(double)] = Float,
        [typeof(float)] = Real<float>(),
        [typeof(decimal)] = Real<decimal>(),
        [typeof(string)] = Text,
        [typeof(Device)] = new("str", scalar => scalar.Text, plain => new Device((string)plain)),
        [typeof(SeedEverything)] = new("bool or int", scalar => Flag(scalar) ?? Whole<int>(scalar), plain => plain is bool on ? (SeedEverything)on : (int)(long)plain),
    };

    /// <summary>The kind of a type, or null when it is no single value.</summary>
    internal static ScalarKind? For(Type type) => ByType.GetValueOrDefault(type) ?? (type.IsEnum ? Enumeration(type) : null);

    private static ScalarKind Integer<T>()
        where T : IBinaryInteger<T> => new("int", scalar => Whole<T>(scalar), plain => T.CreateChecked((long)plain));

    private static ScalarKind Real<T>()
        where T : INumber<T> => new("float", Number, plain => T.CreateChecked((double)plain));

    private static ScalarKind Enumeration(Type type)
    {
        var names = Enum.GetNames(type);
        return new ScalarKind(
            string.Join(", ", names),
            scalar => Array.Find(names, name => name == scalar.Text) ?? Array.Find(names, name => name.Equals(scalar.Text, StringComparison.OrdinalIgnoreCase)),
            plain => Enum.Parse(type, (string)plain));
    }

    private static object? Flag(ScalarNode scalar) => scalar.Quoted ? null : scalar.Text switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    private static object? Whole<T>(ScalarNode scalar)
        where T : IBinaryInteger<T> => !scalar.Quoted && T.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? long.CreateChecked(whole)
            : null;

    private static object? Number(ScalarNode scalar) => scalar.Quoted ? null : scalar.Text switch
    {
        ".inf" or "inf" or "+.inf" => double.PositiveInfinity,
        "-.inf" or "-inf" => double.NegativeInfinity,
        ".nan" or "nan" => double.NaN,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };
}
