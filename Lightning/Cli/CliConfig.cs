using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lightning;

/// <summary>
/// A configuration as it was read, with all defaults: null, bool, long, double, text, and lists and dictionaries of these. Keys may have dots:
/// <c>config["trainer.max_epochs"]</c>.
/// </summary>
/// <remarks>Python: <c>LightningCLI.config</c>, without the level of the subcommand.</remarks>
public sealed class CliConfig : IReadOnlyDictionary<string, object?>
{
    private readonly Dictionary<string, object?> _values;

    internal CliConfig(Dictionary<string, object?> values) => _values = values;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<object?> Values => _values.Values;

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <summary>The value of a setting.</summary>
    /// <exception cref="KeyNotFoundException">There is no such setting.</exception>
    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The configuration has no setting \"{key}\".");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        value = _values;
        foreach (var name in key.Split('.'))
        {
            if (value is not Dictionary<string, object?> entries || !entries.TryGetValue(name, out value))
            {
                value = null;
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
