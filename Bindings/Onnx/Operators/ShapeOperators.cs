using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Sizes, and the same elements in another shape or order.</summary>
internal static class ShapeOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::size"] = Size,
        ["aten::sym_size"] = Size,
        ["aten::numel"] = call => call.Return(call.Op("Size", [call.Name(call[0])])),
        ["aten::view"] = call => Reshape(call, "size"),
        ["aten::reshape"] = call => Reshape(call, "shape"),
        ["aten::_unsafe_view"] = call => Reshape(call, "size"),
        ["aten::unflatten"] = call => Reshape(call, null),
        ["aten::flatten"] = call => Reshape(call, null),
        ["aten::ravel"] = call => Reshape(call, null),
        ["aten::view_as"] = call => call.Return(call.Op("Reshape", [call.Name("self"), call.ShapeName(call["other"])])),
        ["aten::reshape_as"] = call => call.Return(call.Op("Reshape", [call.Name("self"), call.ShapeName(call["other"])])),
        ["aten::permute"] = call => Permute(call, [.. call.Longs("dims").Select(axis => OperatorCall.Wrap(axis, call[0].Rank))]),
        ["aten::transpose"] = call => Swap(call, call.Axis("dim0", call[0].Rank), call.Axis("dim1", call[0].Rank)),
        ["aten::swapaxes"] = call => Swap(call, call.Axis("axis0", call[0].Rank), call.Axis("axis1", call[0].Rank)),
        ["aten::swapdims"] = call => Swap(call, call.Axis("dim0", call[0].Rank), call.Axis("dim1", call[0].Rank)),
        ["aten::t"] = call => Permute(call, Backwards(call)),
        ["aten::numpy_T"] = call => Permute(call, Backwards(call)),
        ["aten::mT"] = call => Swap(call, call[0].Rank - 2, call[0].Rank - 1),
        ["aten::adjoint"] = call => Swap(call, call[0].Rank - 2, call[0].Rank - 1),
        ["aten::movedim"] = Move,
        ["aten::moveaxis"] = Move,
        ["aten::unsqueeze"] = call => call.Return(call.Op("Unsqueeze", [call.Name("self"), call.Whole(call.Axis("dim", call.Result.Rank))])),
        ["aten::squeeze"] = Squeeze,
        ["aten::expand"] = call => call.Return(call.Op("Expand", [call.Name("self"), ExpandedShape(call)])),
        ["aten::expand_as"] = call => call.Return(call.Op("Expand", [call.Name("self"), call.ShapeName(call["other"])])),
        ["aten::broadcast_to"] = call => call.Return(call.Op("Expand", [call.Name("self"), ExpandedShape(call)])),
        ["aten::repeat"] = call => call.Return(Tile(call, call["repeats"])),
        ["aten::tile"] = call => call.Return(Tile(call, call["dims"])),
        ["aten::repeat_interleave"] = Interleave,
        ["aten::contiguous"] = Same,
        ["aten::clone"] = Same,
        ["aten::detach"] = Same,
        ["aten::alias"] = Same,
        ["aten::lift_fresh"] = Same,
        ["aten::broadcast_tensors"] = Broadcast,
        ["aten::meshgrid"] = Mesh,
    };

    /// <summary>Another shape, which the result's own fixed dimensions tell where only one is open.</summary>
    internal static string Reshaped(OperatorCall call, string name, TracedValue result, TracedValue? size)
    {
        long[] shape = result.Shape;
        bool empty = shape.Contains(0);
        if (shape.Count(length => length < 0) <= 1 && !(empty && shape.Contains(-1)))
        {
            return empty ? call.Op("Reshape", [name, call.Whole(shape)], ("allowzero", 1L)) : call.Op("Reshape", [name, call.Whole(shape)]);
        }

        if (size is not null)
        {
            return call.Op("Reshape", [name, call.LongsName(size)]);
        }

        // What flatten and its kin leave alone stands at the same place from the front or from the back.
        TracedValue input = call[0];
        int front = 0;
        while (front < Math.Min(shape.Length, input.Rank) && SameLength(input, result, front, front))
        {
            front++;
        }

        string[] lengths =
        [
            .. Enumerable.Range(0, shape.Length).Select(axis => axis < front ? call.SizeName(input, axis)
                : shape[axis] >= 0 ? call.Whole(shape[axis])
                : axis > front && SameLength(input, result, input.Rank - shape.Length + axis, axis) ? call.SizeName(input, input.Rank - shape.Length + axis)
                : call.Whole(-1)),
        ];
        return call.Op("Reshape", [name, call.Op("Concat", lengths, ("axis", 0L))]);
    }

    private static bool SameLength(TracedValue input, TracedValue result, int from, int to) =>
        from >= 0 && input.FirstShape[from] == result.FirstShape[to] && input.SecondShape[from] == result.SecondShape[to];

    /// <summary>The elements as they are.</summary>
    internal static void Same(OperatorCall call) => call.Return(call.Name(call[0]));

    private static void Size(OperatorCall call)
    {
        string shape = call.Op("Shape", [call.Name(call[0])]);
        if (call.Result.Items is not { } items)
        {
            call.Return(call.Op("Gather", [shape, call.Number(call.Axis("dim", call[0].Rank))], ("axis", 0L)));
            return;
        }

        for (int axis = 0; axis < items.Count; axis++)
        {
            if (!items[axis].IsConstant)
            {
                items[axis].Name = call.Op("Gather", [shape, call.Number(axis)], ("axis", 0L));
            }
        }
    }

    private static void Reshape(OperatorCall call, string? size) =>
        call.Return(Reshaped(call, call.Name(call[0]), call.Result, size is null ? null : call[size]));

    private static long[] Backwards(OperatorCall call) => [.. Enumerable.Range(0, call[0].Rank).Reverse().Select(axis => (long)axis)];

    private static void Permute(OperatorCall call, long[] order) => call.Return(call.Op("Transpose", [call.Name(call[0])], ("perm", order)));

    private static void Swap(OperatorCall call, long one, long other)
    {
        long[] order = [.. Enumerable.Range(0, call[0].Rank).Select(axis => axis == one ? other : axis == other ? one : axis)];
        Permute(call, order);
    }

    private static void Move(OperatorCall call)
    {
        int rank = call[0].Rank;
        long[] from = [.. call.Longs("source").Select(axis => OperatorCall.Wrap(axis, rank))];
        long[] to = [.. call.Longs("destination").Select(axis => OperatorCall.Wrap(axis, rank))];
        var rest = new Queue<long>(Enumerable.Range(0, rank).Select(axis => (long)axis).Except(from));
        Permute(call, [.. Enumerable.Range(0, rank).Select(axis => Array.IndexOf(to, axis) is >= 0 and var place ? from[place] : rest.Dequeue())]);
    }

    private static void Squeeze(OperatorCall call)
    {
        int rank = call[0].Rank;
        long[] asked = call.Find("dim") is null ? [.. Enumerable.Range(0, rank).Select(axis => (long)axis)]
            : [.. call.Longs("dim").Select(axis => OperatorCall.Wrap(axis, rank))];
        long[] gone = rank == 0 ? [] : [.. asked.Where(axis => call[0].FirstShape[axis] == 1 && call[0].SecondShape[axis] == 1)];
        call.Return(gone.Length == 0 ? call.Name(call[0]) : call.Op("Squeeze", [call.Name(call[0]), call.Whole(gone)]));
    }

    // ONNX's 1 leaves a dimension as it is, as torch's -1 does.
    private static string ExpandedShape(OperatorCall call)
    {
        var sizes = call["size"].Items!;
        return call.LongsName(TracedValue.List(sizes.Select(size => size is { IsConstant: true, First: -1L } ? TracedValue.Constant(1L) : size)));
    }

    private static string Tile(OperatorCall call, TracedValue times)
    {
        var counts = times.Items!;
        int rank = call[0].Rank;
        string name = call.Name("self");
        if (counts.Count > rank)
        {
            name = call.Op("Unsqueeze", [name, call.Whole([.. Enumerable.Range(0, counts.Count - rank).Select(axis => (long)axis)])]);
        }

        IEnumerable<TracedValue> missing = Enumerable.Repeat(TracedValue.Constant(1L), Math.Max(0, rank - counts.Count));
        return call.Op("Tile", [name, call.LongsName(TracedValue.List([.. missing, .. counts]))]);
    }

    private static void Interleave(OperatorCall call)
    {
        if (call.Find("self") is null || call["repeats"].IsTensor)
        {
            throw OperatorCall.No("with a tensor of counts");
        }

        string name = call.Name("self");
        int rank = Math.Max(call[0].Rank, 1);
        long axis = 0;
        if (call.Has("dim"))
        {
            axis = call.Axis("dim", rank);
        }
        else
        {
            (name, rank) = (call.Op("Reshape", [name, call.Whole(-1)]), 1);
        }

        long count = call.Long("repeats");
        string repeated = call.Op(
            "Tile", [call.Op("Unsqueeze", [name, call.Whole(axis + 1)]), call.Whole([.. Enumerable.Range(0, rank + 1).Select(i => i == axis + 1 ? count : 1L)])]);
        long[] shape = [.. Enumerable.Range(0, rank).Select(i => i < axis ? 0L : i == axis ? -1L : call.Result.Shape[i])];
        if (shape[(int)(axis + 1)..].Contains(-1))
        {
            throw OperatorCall.No("before a dynamic axis");
        }

        call.Return(call.Op("Reshape", [repeated, call.Whole(shape)]));
    }

    private static void Broadcast(OperatorCall call)
    {
        string[] names = [.. call[0].Items!.Select(item => call.Name(item))];
        string shape = call.Op("Shape", [call[0].Items!.Select(item => call.As(item, ScalarType.Float32)).Aggregate((sum, name) => call.Op("Add", [sum, name]))]);
        call.ReturnList([.. names.Select(name => call.Op("Expand", [name, shape]))]);
    }

    private static void Mesh(OperatorCall call)
    {
        var axes = call[0].Items!;
        bool swapped = call.Text("indexing", "ij") == "xy" && axes.Count > 1;
        var grids = new List<string>();
        for (int i = 0; i < axes.Count; i++)
        {
            int place = swapped && i < 2 ? 1 - i : i;
            string shape = call.Whole([.. Enumerable.Range(0, axes.Count).Select(axis => axis == place ? -1L : 1L)]);
            string lengths = call.Op("Concat", [.. Enumerable.Range(0, axes.Count).Select(axis =>
            {
                TracedValue source = axes[swapped && axis < 2 ? 1 - axis : axis];
                return source.Rank == 0 ? call.Whole(1) : call.SizeName(source, 0);
            })], ("axis", 0L));
            grids.Add(call.Op("Expand", [call.Op("Reshape", [call.Name(axes[i]), shape]), lengths]));
        }

        call.ReturnList(grids);
    }
}
