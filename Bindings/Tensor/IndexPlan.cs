using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Works out an index expression as Python does: positions, slices, new dimensions and the ellipsis make a view; what is left are
/// the tensors of positions for one gather.
/// </summary>
internal static class IndexPlan
{
    /// <summary>The view, and the positions for each of its first dimensions (null: all); no positions where a view is the answer.</summary>
    /// <remarks>Makes intermediate views: called inside a dispose scope.</remarks>
    internal static (Tensor View, Tensor?[] Positions) Apply(Tensor tensor, TensorIndex[] indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        long used = indices.Sum(Consumes);
        long dims = tensor.dim();
        if (used > dims)
        {
            throw new TorchIndexException($"too many indices for tensor of dimension {dims}: {used} were given");
        }

        if (indices.Count(index => index.Kind == TensorIndex.Part.Ellipsis) > 1)
        {
            throw new TorchIndexException("an index can only have a single ellipsis ('...')");
        }

        Tensor view = tensor;
        List<Tensor?> positions = [];
        long dim = 0;
        foreach (TensorIndex index in indices)
        {
            switch (index.Kind)
            {
                case TensorIndex.Part.Single:
                    view = SelectAt(view, dim, index.Start!.Value);
                    break;
                case TensorIndex.Part.Slice:
                    view = Slice(view, dim++, index);
                    break;
                case TensorIndex.Part.Ellipsis:
                    dim += dims - used;
                    break;
                case TensorIndex.Part.None:
                    view = ops.aten.unsqueeze(view, dim++);
                    break;
                case TensorIndex.Part.Bool:
                    view = ops.aten.unsqueeze(view, dim);
                    Record(positions, dim++, Mask(index.Start != 0, view.device));
                    break;
                case TensorIndex.Part.Tensor when IsNumber(index.Positions!):
                    view = SelectAt(view, dim, index.Positions!.ToScalar().AsLong());
                    break;
                default:
                    Tensor at = index.Positions!;
                    view = at is { dtype: ScalarType.Bool or ScalarType.Byte } && at.dim() == 0 ? ops.aten.unsqueeze(view, dim) : view;
                    Record(positions, dim, Placed(at, view));
                    dim += Math.Max(ConsumesOf(at), at.dim() == 0 ? 1 : 0);
                    break;
            }
        }

        return (view, [.. positions]);
    }

    private static long Consumes(TensorIndex index) => index.Kind switch
    {
        TensorIndex.Part.Single or TensorIndex.Part.Slice => 1,
        TensorIndex.Part.Tensor => ConsumesOf(index.Positions!),
        _ => 0,
    };

    // A mask stands for all of its dimensions, a tensor of positions for one.
    private static long ConsumesOf(Tensor positions) => positions.dtype is ScalarType.Bool or ScalarType.Byte ? positions.dim() : 1;

    private static void Record(List<Tensor?> positions, long dim, Tensor at)
    {
        while (positions.Count < dim)
        {
            positions.Add(null);
        }

        positions.Add(at);
    }

    private static Tensor Mask(bool value, Device device) => torch.full([1], value, ScalarType.Bool, device);

    private static Tensor Placed(Tensor at, Tensor view)
    {
        bool mask = at.dtype is ScalarType.Bool or ScalarType.Byte;
        if (!mask && !torch.is_integral(at.dtype))
        {
            throw new TorchIndexException(
                $"tensors used as indices must be long, int, byte or bool tensors, this one is {at.dtype}");
        }

        Tensor placed = mask && at.dim() == 0 ? ops.aten.unsqueeze(at, 0) : at;
        return placed.device_type == view.device_type || placed.device_type == DeviceType.CPU ? placed : placed.to(view.device);
    }

    // One position is a number in Python, whatever holds it: the answer is a view. A trace and a map over batches keep it a tensor.
    private static bool IsNumber(Tensor positions) =>
        positions.dim() == 0 && torch.is_integral(positions.dtype) && positions.dtype != ScalarType.Byte && !positions.is_meta && !jit.is_tracing() && !Vmap.IsActive;

    private static Tensor SelectAt(Tensor view, long dim, long position)
    {
        long size = view.size((int)dim);
        if (position >= size || position < -size)
        {
            throw new TorchIndexException($"index {position} is out of bounds for dimension {dim} with size {size}");
        }

        return ops.aten.select_int(view, dim, position);
    }

    private static Tensor Slice(Tensor view, long dim, TensorIndex index)
    {
        long step = index.Step ?? 1;
        if (step <= 0)
        {
            throw new TorchValueException($"slice step must be positive, not {step}; flip the dimension first");
        }

        return index is { Start: null or 0, Stop: null, Step: null or 1 }
            ? view
            : ops.aten.slice_Tensor(view, dim, index.Start, index.Stop, step);
    }
}
