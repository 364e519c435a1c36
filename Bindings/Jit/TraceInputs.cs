using System.Collections;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The example inputs of a trace: tensors, and tuples, lists and dictionaries of tensors, become the trace's inputs; everything else that the
/// program takes is a constant of it.
/// </summary>
internal sealed class TraceInputs
{
    private readonly object?[] arguments;
    private readonly bool[] isTraced;

    internal TraceInputs(object?[] arguments, string[] names)
    {
        this.arguments = arguments;
        isTraced = Array.ConvertAll(arguments, argument => TensorsIn(argument) is { Count: > 0 });
        Names = [.. names.Where((_, i) => isTraced[i])];
        HashSet<nint> seen = [];
        Traced = [.. arguments.Where((_, i) => isTraced[i]).Select(value => Replace(value, tensor => seen.Add(tensor.Handle) ? tensor : Again(tensor)))];
    }

    /// <summary>The names of the trace's inputs.</summary>
    internal string[] Names { get; }

    /// <summary>The trace's inputs.</summary>
    internal object?[] Traced { get; }

    /// <summary>Every tensor of the inputs with words for where it is.</summary>
    internal List<(string Name, Tensor Tensor)> Tensors
    {
        get
        {
            List<(string, Tensor)> found = [];
            for (int i = 0; i < Traced.Length; i++)
            {
                List<Tensor> tensors = TensorsIn(Traced[i])!;
                found.AddRange(tensors.Select((tensor, k) => (tensors.Count == 1 ? Names[i] : $"{Names[i]}[{k}]", tensor)));
            }

            return found;
        }
    }

    /// <summary>All that the program takes, with these in the places of the trace's inputs.</summary>
    internal object?[] With(object?[] traced)
    {
        var all = (object?[])arguments.Clone();
        for (int i = 0, next = 0; i < all.Length; i++)
        {
            if (isTraced[i])
            {
                all[i] = traced[next++];
            }
        }

        return all;
    }

    /// <summary>Copies of what stands in the places of the trace's inputs among other arguments; given back with <see cref="Release"/>.</summary>
    /// <exception cref="ArgumentException">There is no tensor where the example has one.</exception>
    internal object?[] CopiesAlike(object?[] others) =>
    [
        .. others.Where((_, i) => isTraced[i]).Select(value => TensorsIn(value) is { Count: > 0 }
            ? Replace(value, Copy)
            : throw new ArgumentException("torch.jit.trace: check_inputs holds no tensor where the example input is one")),
    ];

    /// <summary>The trace's inputs with other tensors in the places of theirs, which are asked for in the order of <see cref="Tensors"/>.</summary>
    internal object?[] Replaced(Func<Tensor, Tensor> replace) => Array.ConvertAll(Traced, value => Replace(value, replace));

    /// <summary>The trace's inputs with copies of their tensors; given back with <see cref="Release"/>.</summary>
    internal object?[] Copies() => CopiesOf(Traced);

    /// <inheritdoc cref="Copies"/>
    internal static object?[] CopiesOf(object?[] traced) => Array.ConvertAll(traced, value => Replace(value, Copy));

    /// <summary>Disposes the tensors.</summary>
    internal static void Release(object?[] traced)
    {
        foreach (Tensor tensor in traced.SelectMany(value => TensorsIn(value) ?? []))
        {
            tensor.Dispose();
        }
    }

    /// <summary>The tensors in a value in order, or null where there is something else in it.</summary>
    internal static List<Tensor>? TensorsIn(object? value)
    {
        switch (value)
        {
            case null: return null;
            case Tensor tensor: return [tensor];
            case string: return null;
            case ITuple tuple: return All(Enumerable.Range(0, tuple.Length).Select(i => tuple[i]));
            case IDictionary dictionary: return All(dictionary.Values.Cast<object?>());
            case IEnumerable items: return All(items.Cast<object?>());
            default: return null;
        }
    }

    // The tracer knows a tensor by its native object: one that comes twice is two.
    private static Tensor Again(Tensor tensor) => ops.aten.alias(tensor);

    private static Tensor Copy(Tensor tensor)
    {
        using Tensor detached = tensor.detach();
        return detached.clone().requires_grad_(tensor.requires_grad);
    }

    private static List<Tensor>? All(IEnumerable<object?> items)
    {
        List<Tensor> found = [];
        foreach (object? item in items)
        {
            if (TensorsIn(item) is not { } tensors)
            {
                return null;
            }

            found.AddRange(tensors);
        }

        return found;
    }

    // The shapes of collections are kept as far as scripts tell them apart: tuples, lists and dictionaries.
    private static object? Replace(object? value, Func<Tensor, Tensor> replace)
    {
        switch (value)
        {
            case Tensor tensor: return replace(tensor);
            case ITuple tuple: return new Items([.. Enumerable.Range(0, tuple.Length).Select(i => Replace(tuple[i], replace))]);
            case IDictionary dictionary:
                var copy = new Dictionary<object, object?>();
                foreach (DictionaryEntry entry in dictionary)
                {
                    copy.Add(entry.Key, Replace(entry.Value, replace));
                }

                return copy;
            default: return ((IEnumerable)value!).Cast<object?>().Select(item => Replace(item, replace)).ToArray();
        }
    }

    /// <summary>A tuple of any length.</summary>
    private sealed class Items(object?[] items) : ITuple
    {
        public int Length => items.Length;

        public object? this[int index] => items[index];
    }
}
