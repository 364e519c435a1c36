using System.Collections;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace Lightning;

/// <summary>Hyperparameters as YAML, through the emitter alone: no reflection.</summary>
internal static class HparamsYaml
{
    internal static string Write(IEnumerable<KeyValuePair<string, object?>> values)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(writer);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Mapping(emitter, values);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return writer.ToString();
    }

    private static void Mapping(Emitter emitter, IEnumerable<KeyValuePair<string, object?>> values)
    {
        emitter.Emit(new MappingStart());
        foreach (var (name, value) in values)
        {
            emitter.Emit(new YamlScalar(name));
            Node(emitter, value);
        }

        emitter.Emit(new MappingEnd());
    }

    private static void Node(Emitter emitter, object? value)
    {
        switch (value)
        {
            case string text:
                // Text that reads as something else is quoted, so that it comes back as text.
                var style = ReadsAsOther(text) ? ScalarStyle.SingleQuoted : ScalarStyle.Any;
                emitter.Emit(new YamlScalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));
                break;
            case IEnumerable<KeyValuePair<string, object?>> nested:
                Mapping(emitter, nested);
                break;
            case IEnumerable items:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                foreach (var item in items)
                {
                    Node(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            default:
                emitter.Emit(new YamlScalar(Plain(value)));
                break;
        }
    }

    private static bool ReadsAsOther(string text) =>
        text is "" or "null" or "~" or "true" or "false" or "yes" or "no" or "on" or "off" or "True" or "False"
        || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    internal static string Plain(object? value) => value switch
    {
        null => "null",
        true => "true",
        false => "false",
        double.PositiveInfinity => ".inf",
        double.NegativeInfinity => "-.inf",
        double number when double.IsNaN(number) => ".nan",
        // YAML 1.1 readers take 1e-05 for text: the mantissa needs its point.
        double number when number.ToString("R", CultureInfo.InvariantCulture) is var text =>
            text.Contains('E') && !text.Contains('.') ? text.Replace("E", ".0E", StringComparison.Ordinal) : text.Contains('.') || text.Contains('E') ? text : text + ".0",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
    };
}
