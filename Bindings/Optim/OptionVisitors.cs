using System.Globalization;

namespace TorchSharp.Modules;

/// <summary>Writes options into a group of a state dictionary.</summary>
internal sealed class OptionExport(Dictionary<string, object?> target) : IOptionVisitor
{
    public void Number(string name, ref double? value) => target[name] = value;

    public void Whole(string name, ref long? value) => target[name] = value;

    public void Text(string name, ref string? value) => target[name] = value;

    public void Flag(string name, ref bool? value) => target[name] = value;

    public void Pair(string name, ref double? first, ref double? second) => target[name] = new object?[] { first, second };

    public void Constant(string name, object? value) => target[name] = value;
}

/// <summary>Reads options from a group of a state dictionary; what is missing there stays.</summary>
/// <param name="source">The group.</param>
/// <param name="onlyUnset">Whether a field that has a value keeps it.</param>
internal sealed class OptionImport(IReadOnlyDictionary<string, object?> source, bool onlyUnset) : IOptionVisitor
{
    public void Number(string name, ref double? value)
    {
        if (!(onlyUnset && value.HasValue) && source.TryGetValue(name, out var found) && found is not null)
        {
            value = ToNumber(name, found);
        }
    }

    public void Whole(string name, ref long? value)
    {
        if (!(onlyUnset && value.HasValue) && source.TryGetValue(name, out var found) && found is not null)
        {
            value = (long)ToNumber(name, found);
        }
    }

    public void Text(string name, ref string? value)
    {
        if (!(onlyUnset && value is not null) && source.TryGetValue(name, out var found))
        {
            value = found is null or string ? (string?)found
                : throw new ArgumentException($"The state dictionary's '{name}' is {found}, which is no text.");
        }
    }

    public void Flag(string name, ref bool? value)
    {
        if (!(onlyUnset && value.HasValue) && source.TryGetValue(name, out var found) && found is not null)
        {
            value = ToNumber(name, found) != 0;
        }
    }

    public void Pair(string name, ref double? first, ref double? second)
    {
        if (source.TryGetValue(name, out var found) && found is System.Collections.IList { Count: 2 } pair)
        {
            first = Part(first, pair[0]);
            second = Part(second, pair[1]);
        }

        double? Part(double? held, object? given) => given is null || (onlyUnset && held.HasValue) ? held : ToNumber(name, given);
    }

    public void Constant(string name, object? value)
    {
    }

    /// <summary>A number of a state dictionary, which Python may hold as a whole number, a real one or a tensor of one element.</summary>
    public static double ToNumber(string name, object? value) => value switch
    {
        torch.Tensor tensor when tensor.numel() == 1 => tensor.to_type(torch.ScalarType.Float64).item<double>(),
        IConvertible number and not string => number.ToDouble(CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"The state dictionary's '{name}' is {value ?? "null"}, which is no number."),
    };
}
