using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A tensor in a safetensors file of which parts are read: what Python's <c>safe_open(...).get_slice(name)</c> gives.</summary>
public sealed class SafetensorsSlice
{
    private readonly SafetensorsContent _part;
    private readonly SafetensorsEntry _entry;
    private readonly Device? _device;

    internal SafetensorsSlice(SafetensorsContent part, SafetensorsEntry entry, Device? device)
    {
        _part = part;
        _entry = entry;
        _device = device;
    }

    /// <summary>Reads a part of the tensor, and of the file hardly more than that part's bytes.</summary>
    /// <param name="indices">Positions, slices and at most one ellipsis, as for a tensor; dimensions that are not named are read whole.</param>
    /// <returns>A tensor that the caller owns.</returns>
    /// <exception cref="TorchIndexException">A position is out of range, or there are too many.</exception>
    /// <exception cref="NotSupportedException">The index holds a mask, a tensor or a new dimension: read, then index.</exception>
    public Tensor this[params TensorIndex[] indices]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(indices);
            var parts = Expand(indices);
            var (from, to) = (new long[parts.Length], new long[parts.Length]);
            for (var dimension = 0; dimension < parts.Length; dimension++)
            {
                (from[dimension], to[dimension]) = Bounds(parts[dimension], dimension);
            }
            using var scope = NewDisposeScope();
            using var mode = no_grad();
            var tensor = _part.ReadBox(_entry, from, to);
            for (var dimension = parts.Length - 1; dimension >= 0; dimension--)
            {
                tensor = parts[dimension] switch
                {
                    { Kind: TensorIndex.Part.Single } => ops.aten.select_int(tensor, dimension, 0),
                    { Step: { } step and > 1 } => ops.aten.slice_Tensor(tensor, dimension, step: step),
                    _ => tensor,
                };
            }
            var packed = tensor.contiguous();
            return (_device is null ? packed : packed.to(_device)).MoveToOuterDisposeScope();
        }
    }

    /// <summary>The whole tensor's shape.</summary>
    public long[] get_shape() => [.. _entry.Shape];

    /// <summary>The element type as the format names it, such as <c>F32</c>.</summary>
    public string get_dtype() => _entry.Type.Name;

    // One part for each dimension.
    private TensorIndex[] Expand(TensorIndex[] indices)
    {
        var given = indices.Count(index => index.Kind != TensorIndex.Part.Ellipsis);
        if (given > _entry.Shape.Length)
        {
            throw new TorchIndexException($"the tensor '{_entry.Name}' has {_entry.Shape.Length} dimensions and {given} indices were given");
        }
        if (indices.Length - given > 1)
        {
            throw new TorchIndexException("an index can only have a single ellipsis ('...')");
        }
        if (indices.Any(index => index.Kind is not (TensorIndex.Part.Ellipsis or TensorIndex.Part.Single or TensorIndex.Part.Slice)))
        {
            throw new NotSupportedException(
                $"Of the tensor '{_entry.Name}' only positions and slices can be read; read them, or the whole by get_tensor, and index the result.");
        }
        var rest = Enumerable.Repeat(TensorIndex.Colon, _entry.Shape.Length - given);
        var ellipsis = Array.FindIndex(indices, index => index.Kind == TensorIndex.Part.Ellipsis);
        return ellipsis < 0 ? [.. indices, .. rest] : [.. indices[..ellipsis], .. rest, .. indices[(ellipsis + 1)..]];
    }

    private (long From, long To) Bounds(TensorIndex index, int dimension)
    {
        var size = _entry.Shape[dimension];
        if (index.Kind == TensorIndex.Part.Single)
        {
            var position = index.Start!.Value < 0 ? index.Start.Value + size : index.Start.Value;
            return position >= 0 && position < size
                ? (position, position + 1)
                : throw new TorchIndexException(
                    $"index {index.Start} is out of bounds for dimension {dimension} of the tensor '{_entry.Name}' with size {size}");
        }
        if (index.Step is <= 0)
        {
            throw new TorchValueException("slice step must be positive");
        }
        var from = Clamp(index.Start ?? 0, size);
        return (from, Math.Max(from, Clamp(index.Stop ?? size, size)));
    }

    private static long Clamp(long position, long size) => Math.Clamp(position < 0 ? position + size : position, 0, size);
}
