using System.Globalization;
using System.Text;

namespace Lightning;

/// <summary>
/// The pattern of a checkpoint's name: <c>{name}</c> and <c>{name:format}</c> become <c>name=value</c>. Formats are Python's (<c>.2f</c>, <c>02d</c>)
/// or .NET's (<c>F2</c>).
/// </summary>
internal sealed class CheckpointName(string pattern, bool insertNames, bool versions)
{
    private const string Extension = ".ckpt";

    /// <summary>The path under a folder; a taken name gets <c>-v1</c>, <c>-v2</c> and so on.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="metrics">The values; a missing one counts as 0.</param>
    /// <param name="except">A file that is about to give way and does not take the name.</param>
    internal string In(string folder, IReadOnlyDictionary<string, double> metrics, string? except)
    {
        var stem = Format(metrics);
        var path = Path.Combine(folder, stem + Extension);
        for (var version = 1; versions && File.Exists(path) && path != except; version++)
        {
            path = Path.Combine(folder, $"{stem}-v{version}{Extension}");
        }

        return path;
    }

    /// <summary>The name without folder and extension.</summary>
    internal string Format(IReadOnlyDictionary<string, double> metrics)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            var close = pattern[i] == '{' ? pattern.IndexOf('}', i) : -1;
            if (close < 0)
            {
                text.Append(pattern[i++]);
                continue;
            }

            var field = pattern[(i + 1)..close];
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? field : field[..colon];
            var format = colon < 0 ? "" : field[(colon + 1)..];
            if (insertNames)
            {
                text.Append(name).Append('=');
            }

            text.Append(Number(metrics.GetValueOrDefault(name), format, whole: name is "epoch" or "step"));
            i = close + 1;
        }

        return text.ToString();
    }

    private static string Number(double value, string format, bool whole)
    {
        if (format.Length == 0)
        {
            return whole ? ((long)value).ToString(CultureInfo.InvariantCulture) : value.ToString("G", CultureInfo.InvariantCulture);
        }

        var kind = format[^1];
        if (kind == 'd' && int.TryParse(format[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var width))
        {
            return ((long)value).ToString($"D{width}", CultureInfo.InvariantCulture);
        }

        if (format[0] == '.' && kind is 'f' or 'e' or 'g' && int.TryParse(format[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return value.ToString($"{char.ToUpperInvariant(kind)}{digits}", CultureInfo.InvariantCulture);
        }

        try
        {
            return value.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException exception)
        {
            throw new MisconfigurationException($"ModelCheckpoint(filename:) has the format \"{format}\", which is unknown; use for example {{val_loss:.2f}} or {{epoch:02d}}.", exception);
        }
    }
}
