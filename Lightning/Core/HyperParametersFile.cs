using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Lightning;

/// <summary>Reads hyperparameters from the hparams.yaml that loggers write, here or in Python.</summary>
internal static class HyperParametersFile
{
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no YAML, or no mapping from names to values.</exception>
    internal static HyperParameters Read(string path)
    {
        using var reader = new StreamReader(path);
        var stream = new YamlStream();
        try
        {
            stream.Load(reader);
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"{path}({exception.Start.Line}): this is no YAML: {exception.Message}", exception);
        }

        if (stream.Documents.Count == 0)
        {
            return new HyperParameters();
        }

        return stream.Documents[0].RootNode is YamlMappingNode mapping
            ? HyperParameters.From(Mapping(mapping))
            : throw new InvalidDataException($"{path}: hyperparameters are a mapping from names to values, and this file holds something else.");
    }

    private static Dictionary<string, object?> Mapping(YamlMappingNode node) =>
        node.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value ?? "", pair => Value(pair.Value));

    private static object? Value(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Mapping(mapping),
        YamlSequenceNode sequence => sequence.Children.Select(Value).ToList(),
        YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };

    private static object? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" or "True" => true,
        "false" or "False" => false,
        ".inf" => double.PositiveInfinity,
        "-.inf" => double.NegativeInfinity,
        ".nan" => double.NaN,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) => real,
        _ => text,
    };
}
