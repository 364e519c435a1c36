using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Lightning;

/// <summary>Hyperparameters by name, in their order: booleans, integers (long), numbers (double), text, and lists and dictionaries of these.</summary>
/// <remarks>Python: <c>LightningModule.hparams</c>.</remarks>
public sealed class HyperParameters : IReadOnlyDictionary<string, object?>
{
    private readonly Dictionary<string, object?> _values;

    /// <summary>Makes an empty set.</summary>
    public HyperParameters() => _values = [];

    private HyperParameters(Dictionary<string, object?> values) => _values = values;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<object?> Values => _values.Values;

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public object? this[string key] => _values.TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"No hyperparameter \"{key}\" was saved; saved were: {string.Join(", ", _values.Keys)}.");

    /// <summary>A number, converted to the type asked for.</summary>
    /// <exception cref="KeyNotFoundException">No such hyperparameter was saved.</exception>
    public T number<T>(string key)
        where T : INumberBase<T> => this[key] switch
        {
            long integer => T.CreateChecked(integer),
            double real => T.CreateChecked(real),
            var other => throw new MisconfigurationException($"The hyperparameter \"{key}\" is {other ?? "null"}, not a number."),
        };

    /// <summary>A text.</summary>
    /// <exception cref="KeyNotFoundException">No such hyperparameter was saved.</exception>
    public string text(string key) => Convert.ToString(this[key], CultureInfo.InvariantCulture) ?? "";

    /// <summary>A boolean.</summary>
    /// <exception cref="KeyNotFoundException">No such hyperparameter was saved.</exception>
    public bool flag(string key) => this[key] is bool value
        ? value
        : throw new MisconfigurationException($"The hyperparameter \"{key}\" is {this[key] ?? "null"}, not true or false.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object? value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static HyperParameters From<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T source)
        where T : notnull
    {
        var values = new Dictionary<string, object?>();
        if (source is IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            foreach (var (name, value) in pairs)
            {
                values[name] = Plain(name, value);
            }

            return new HyperParameters(values);
        }

        foreach (var property in typeof(T).GetProperties())
        {
            if (property.GetIndexParameters().Length == 0)
            {
                values[property.Name] = Plain(property.Name, property.GetValue(source));
            }
        }

        return new HyperParameters(values);
    }

    internal HyperParameters With(HyperParameters other)
    {
        var values = new Dictionary<string, object?>(_values);
        foreach (var (name, value) in other._values)
        {
            values[name] = value;
        }

        return new HyperParameters(values);
    }

    internal Dictionary<string, object?> ToDictionary() => new(_values);

    internal static object? Plain(string name, object? value) => value switch
    {
        null or bool or long or double or string => value,
        byte or sbyte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        float single => double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        Half or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        Enum named => named.ToString(),
        TimeSpan or DateTime or DateTimeOffset or Guid or Version or Uri => Convert.ToString(value, CultureInfo.InvariantCulture),
        IEnumerable<KeyValuePair<string, object?>> nested => nested.ToDictionary(pair => pair.Key, pair => Plain($"{name}.{pair.Key}", pair.Value)),
        IEnumerable items => items.Cast<object?>().Select(item => Plain(name, item)).ToList(),
        _ => throw new MisconfigurationException(
            $"The hyperparameter \"{name}\" of type {value.GetType().Name} cannot be stored. Use numbers, text, booleans, enums, and lists or dictionaries of these."),
    };
}
