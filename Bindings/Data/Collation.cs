using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>How samples of each known type become one batch of the same type. The table is closed but for what a program registers: no
/// reflection.</summary>
internal static class Collation
{
    private static readonly ConcurrentDictionary<Type, Delegate> s_table = new(Known());

    public static void Register<T>(Func<IReadOnlyList<T>, Device?, T> collate) => s_table[typeof(T)] = collate;

    /// <summary>The collation of samples of type <typeparamref name="T"/>.</summary>
    /// <exception cref="NotSupportedException">The type is not known; the message says what to do.</exception>
    public static Func<IReadOnlyList<T>, Device?, T> Of<T>() => s_table.TryGetValue(typeof(T), out var collate)
        ? (Func<IReadOnlyList<T>, Device?, T>)collate
        : throw new NotSupportedException(
            $"Samples of type {typeof(T)} cannot be put together into a batch of the same type. Known are Tensor, tuples of up to seven tensors, "
            + "lists and arrays of tensors, dictionaries of tensors by string, and what torch.utils.data.register_collate was given; "
            + "pass collate_fn for others.");

    /// <summary>Stacks one tensor of each sample along a new first dimension.</summary>
    public static Tensor Stack<T>(IReadOnlyList<T> samples, Func<T, Tensor> field, Device? device)
    {
        var tensors = new Tensor[samples.Count];
        for (var index = 0; index < tensors.Length; index++)
        {
            tensors[index] = field(samples[index])
                ?? throw new ArgumentException($"Sample {index} of the batch has no tensor where the others have one.");
            if (tensors[index].is_nested)
            {
                throw new ArgumentException($"Sample {index} of the batch is a nested tensor, which do not stack; pass a collate_fn that puts them together.");
            }
        }
        return To(ops.aten.stack(tensors), device);
    }

    /// <summary>Whole numbers become int64, as Python's do.</summary>
    public static Tensor Integers<T>(IReadOnlyList<T> samples, Device? device)
        where T : INumberBase<T> => To(torch.tensor(Map(samples, long.CreateChecked)), device);

    public static TResult[] Map<T, TResult>(IReadOnlyList<T> samples, Func<T, TResult> convert)
    {
        var results = new TResult[samples.Count];
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = convert(samples[index]);
        }
        return results;
    }

    public static Tensor To(Tensor tensor, Device? device)
    {
        if (device is null || device.Equals(tensor.device))
        {
            return tensor;
        }
        var moved = tensor.to(device);
        tensor.Dispose();
        return moved;
    }

    /// <summary>Samples whose type only shows at run time: tensors stack, numbers become a tensor, text a list, and containers are taken
    /// apart.</summary>
    public static object? Dynamic(IReadOnlyList<object?> samples, Device? device)
    {
        if (samples.Count == 0)
        {
            throw new ArgumentException("There are no samples to put together.", nameof(samples));
        }
        return samples[0] switch
        {
            Tensor => Stack(samples, sample => (Tensor)sample!, device),
            bool => To(torch.tensor(Map(samples, sample => (bool)sample!)), device),
            long or int or short or sbyte or byte =>
                To(torch.tensor(Map(samples, sample => Convert.ToInt64(sample, CultureInfo.InvariantCulture))), device),
            float => To(torch.tensor(Map(samples, sample => (float)sample!)), device),
            double => To(torch.tensor(Map(samples, sample => (double)sample!)), device),
            string => new List<string>(samples.Select(sample => (string)sample!)),
            Dictionary<string, object?> first => first.Keys.ToDictionary(key => key, key =>
                Dynamic(Map(samples, sample => ((Dictionary<string, object?>)sample!)[key]), device)),
            Dictionary<string, Tensor> => Of<Dictionary<string, Tensor>>()(Map(samples, sample => (Dictionary<string, Tensor>)sample!), device),
            ITuple first => Enumerable.Range(0, first.Length).Select(field =>
                Dynamic(Map(samples, sample => ((ITuple)sample!)[field]), device)).ToArray(),
            System.Collections.IList first => Enumerable.Range(0, first.Count).Select(field =>
                Dynamic(Map(samples, sample => ItemOf(sample, field, first.Count)), device)).ToList(),
            var other => throw new NotSupportedException(
                $"Samples of type {other?.GetType().ToString() ?? "null"} cannot be put together into a batch; pass collate_fn."),
        };
    }

    private static object? ItemOf(object? sample, int field, int count) => sample is System.Collections.IList list && list.Count == count
        ? list[field]
        : throw new ArgumentException($"Each sample's list has to have the same length; the first one's is {count}.");

    private static IEnumerable<KeyValuePair<Type, Delegate>> Known()
    {
        yield return Entry<Tensor>((samples, device) => Stack(samples, sample => sample, device));
        yield return Entry<(Tensor, Tensor)>((s, d) => (Stack(s, x => x.Item1, d), Stack(s, x => x.Item2, d)));
        yield return Entry<(Tensor, Tensor, Tensor)>((s, d) => (Stack(s, x => x.Item1, d), Stack(s, x => x.Item2, d), Stack(s, x => x.Item3, d)));
        yield return Entry<(Tensor, Tensor, Tensor, Tensor)>((s, d) =>
            (Stack(s, x => x.Item1, d), Stack(s, x => x.Item2, d), Stack(s, x => x.Item3, d), Stack(s, x => x.Item4, d)));
        yield return Entry<(Tensor, Tensor, Tensor, Tensor, Tensor)>((s, d) =>
            (Stack(s, x => x.Item1, d), Stack(s, x => x.Item2, d), Stack(s, x => x.Item3, d), Stack(s, x => x.Item4, d), Stack(s, x => x.Item5, d)));
        yield return Entry<(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)>((s, d) =>
            (Stack(s, x => x.Item1, d), Stack(s, x => x.Item2, d), Stack(s, x => x.Item3, d), Stack(s, x => x.Item4, d), Stack(s, x => x.Item5, d),
                Stack(s, x => x.Item6, d)));
        yield return Entry<(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)>((s, d) =>
            (Stack(s, x => x.Item1, d), Stack(s, x => x.Item2, d), Stack(s, x => x.Item3, d), Stack(s, x => x.Item4, d), Stack(s, x => x.Item5, d),
                Stack(s, x => x.Item6, d), Stack(s, x => x.Item7, d)));
        yield return Entry<IList<Tensor>>((samples, device) => Columns(samples, device));
        yield return Entry<List<Tensor>>((samples, device) => [.. Columns(samples, device)]);
        yield return Entry<Tensor[]>(Columns);
        yield return Entry<Dictionary<string, Tensor>>((samples, device) =>
            samples[0].Keys.ToDictionary(key => key, key => Stack(samples, sample => sample[key], device)));
    }

    private static KeyValuePair<Type, Delegate> Entry<T>(Func<IReadOnlyList<T>, Device?, T> collate) => new(typeof(T), collate);

    private static Tensor[] Columns<TList>(IReadOnlyList<TList> samples, Device? device)
        where TList : IList<Tensor>
    {
        var columns = new Tensor[samples[0].Count];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = Stack(samples, sample => sample.Count == columns.Length
                ? sample[column]
                : throw new ArgumentException($"Each sample has to have the same number of tensors; the first one has {columns.Length}."), device);
        }
        return columns;
    }
}
