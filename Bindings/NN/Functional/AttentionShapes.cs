using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>What attention takes; anything else is told in one message.</summary>
internal static class AttentionShapes
{
    /// <summary>Whether the three come in a batch: they have three dimensions then, and two otherwise.</summary>
    /// <exception cref="ArgumentException">They do not fit each other, or the layer.</exception>
    public static bool IsBatched(torch.Tensor query, torch.Tensor key, torch.Tensor value, long width, long heads, bool batchFirst = false)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        if (heads <= 0 || width % heads != 0)
        {
            throw new ArgumentException($"{width} features cannot be shared by {heads} heads: the number of heads divides that of features.");
        }

        if (query.is_nested || key.is_nested || value.is_nested)
        {
            ThrowUnlessNested(query, key, value, width);
            return true;
        }

        var (q, k, v) = (query.shape, key.shape, value.shape);
        var (batch, sequence) = q.Length == 3 && batchFirst ? (0, 1) : (1, 0);
        var fits = q.Length is 2 or 3 && k.Length == q.Length && v.Length == q.Length && q[^1] == width && k[sequence] == v[sequence]
            && (q.Length == 2 || (q[batch] == k[batch] && k[batch] == v[batch]));
        return fits
            ? q.Length == 3
            : throw new ArgumentException(
                $"Attention takes queries {Batch(batchFirst, 'L')}{width}), keys {Batch(batchFirst, 'S')}features) and values of S as well, or " +
                "all without N, not " +
                $"{Repr.Shape(q)}, {Repr.Shape(k)} and {Repr.Shape(v)}.", nameof(query));
    }

    // Nested tensors are batches of sequences of their own lengths, which libtorch compares.
    private static void ThrowUnlessNested(torch.Tensor query, torch.Tensor key, torch.Tensor value, long width)
    {
        foreach (var tensor in (ReadOnlySpan<torch.Tensor>)[query, key, value])
        {
            if (!tensor.is_nested || tensor.dim() != 3 || (ReferenceEquals(tensor, query) && tensor.size(2) != width))
            {
                throw new ArgumentException($"Attention takes nested tensors of sequences, queries of (length, {width}), all three nested or none.", nameof(query));
            }
        }
    }

    private static string Batch(bool first, char length) => first ? $"(N, {length}, " : $"({length}, N, ";

    /// <summary>Refuses a mask that is neither of booleans nor of floating-point numbers, or not of one of the shapes.</summary>
    public static void ThrowUnlessMask(torch.Tensor mask, string name, params long[][] shapes)
    {
        if (mask.dtype != torch.ScalarType.Bool && !torch.is_floating_point(mask.dtype))
        {
            throw new ArgumentException($"{name} holds booleans (true leaves a key out) or floating-point numbers to add, not {mask.dtype}.", name);
        }

        if (!shapes.Any(shape => shape.AsSpan().SequenceEqual(mask.shape)))
        {
            throw new ArgumentException(
                $"{name} has shape {string.Join(" or ", shapes.Select(Repr.Shape))} with these inputs, not {Repr.Shape(mask)}.", name);
        }
    }
}
