using System.Globalization;
using System.Text.RegularExpressions;
using Torchlight.Generator.Schema;

namespace Generator.Tests.Schema;

/// <summary>Writes a parsed schema back as libtorch prints it, real numbers in .NET's form.</summary>
internal static partial class SchemaText
{
    public static string Write(FunctionSchema schema)
    {
        IEnumerable<string> positional = schema.Arguments.Where(a => !a.IsKeywordOnly).Select(Argument);
        IEnumerable<string> keyword = schema.Arguments.Where(a => a.IsKeywordOnly).Select(Argument);
        string arguments = string.Join(", ", keyword.Any() ? [.. positional, "*", .. keyword] : positional);
        string returns = schema.Returns.Count == 1
            ? Argument(schema.Returns[0])
            : $"({string.Join(", ", schema.Returns.Select(Argument))})";
        return $"{schema.FullName}({arguments}) -> {returns}";
    }

    /// <summary>A printed line with its real numbers in .NET's form.</summary>
    public static string Normalise(string line) =>
        RealDefault().Replace(line, match => "=" + Real(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));

    private static string Argument(SchemaArgument argument)
    {
        string name = argument.Name.Length > 0 ? " " + argument.Name : string.Empty;
        return Type(argument.Type, argument.Alias) + name + (argument.Default is null ? string.Empty : "=" + Literal(argument.Default));
    }

    private static string Type(SchemaType type, AliasInfo? alias) => type switch
    {
        NamedType named => named + Alias(alias),
        ListType list => $"{Type(list.Element, alias)}[{list.Size}]",
        OptionalType optional => Type(optional.Element, alias) + "?",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static string Alias(AliasInfo? alias)
    {
        if (alias is null)
        {
            return string.Empty;
        }

        string after = alias.After == alias.Before ? string.Empty : " -> " + alias.After;
        return $"({alias.Before}{(alias.IsWrite ? "!" : string.Empty)}{after})";
    }

    private static string Literal(SchemaLiteral literal) => literal switch
    {
        NoneLiteral => "None",
        BoolLiteral truth => truth.Value ? "True" : "False",
        IntLiteral whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        FloatLiteral real => Real(real.Value),
        StringLiteral text => '"' + text.Value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("'", "\\'") + '"',
        NameLiteral name => name.Name,
        ListLiteral list => $"[{string.Join(", ", list.Items.Select(Literal))}]",
        _ => throw new ArgumentOutOfRangeException(nameof(literal)),
    };

    private static string Real(double value) => "r" + value.ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"=(-?\d+(?:\.\d*(?:e[-+]?\d+)?|e[-+]?\d+))")]
    private static partial Regex RealDefault();
}
