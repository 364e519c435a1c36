using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The dimensions whose lengths are open, by their names, with their lengths in both runs.</summary>
internal sealed class DynamicAxes(Dictionary<string, Dictionary<int, string>> asked, Func<long, long> other)
{
    private readonly Dictionary<string, (long First, long Second)> lengths = [];
    private readonly HashSet<string> used = [];
    private readonly List<string> seen = [];

    /// <summary>An input with the other lengths along its dynamic dimensions, its elements repeated.</summary>
    /// <exception cref="ArgumentException">There is no such dimension, or two of one name have different lengths.</exception>
    internal Tensor Resize(string name, Tensor tensor)
    {
        Tensor result = tensor.clone();
        foreach (var (axis, label) in Of(name))
        {
            int place = axis < 0 ? axis + (int)tensor.dim() : axis;
            if (place < 0 || place >= tensor.dim())
            {
                throw new ArgumentException($"dynamic_axes: '{name}' has {tensor.dim()} dimensions, so none is number {axis}", nameof(name));
            }

            long length = tensor.shape[place];
            if (length == 0)
            {
                throw new ArgumentException($"dynamic_axes: the example for '{name}' is empty along dimension {axis}; give one with elements", nameof(name));
            }

            if (!lengths.TryAdd(label, (length, other(length))) && lengths[label].First != length)
            {
                throw new ArgumentException(
                    $"dynamic_axes: '{label}' is {lengths[label].First} long elsewhere and {length} in '{name}'; give them names of their own", nameof(name));
            }

            result = result.index_select(place, arange(lengths[label].Second, ScalarType.Int64, tensor.device).remainder(length));
        }

        return result;
    }

    /// <summary>The dimensions of an input or output: lengths, or names where they are open.</summary>
    internal OnnxDimension[] Dimensions(string name, TracedValue value)
    {
        long[] shape = value.Shape;
        var named = Of(name).ToDictionary(entry => entry.Key < 0 ? entry.Key + shape.Length : entry.Key, entry => entry.Value);
        return
        [
            .. shape.Select((length, axis) => named.TryGetValue(axis, out var label) ? new OnnxDimension(-1, label)
                : length >= 0 ? new OnnxDimension(length, null)
                : new OnnxDimension(-1, Label((value.FirstShape[axis], value.SecondShape[axis])) ?? $"{name}_dim_{axis}")),
        ];
    }

    /// <exception cref="ArgumentException">A name is no input's and no output's.</exception>
    internal void RequireAllUsed()
    {
        if (asked.Keys.FirstOrDefault(name => !used.Contains(name)) is { } unknown)
        {
            throw new ArgumentException(
                $"dynamic_axes: there is no input or output '{unknown}'; there are {string.Join(", ", used.Concat(seen).Distinct())}", nameof(asked));
        }
    }

    private string? Label((long First, long Second) pair) => lengths.Where(entry => entry.Value == pair).Select(entry => entry.Key).FirstOrDefault();

    private Dictionary<int, string> Of(string name)
    {
        seen.Add(name);
        if (!asked.TryGetValue(name, out var axes))
        {
            return [];
        }

        used.Add(name);
        return axes;
    }
}
