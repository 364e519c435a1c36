using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Borders, rolls, and elements folded from space into channels and back.</summary>
internal static class PaddingOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::constant_pad_nd"] = call => Pad(call, "pad", "constant"),
        ["aten::pad"] = call => Pad(call, "pad", call.Text("mode", "constant")),
        ["aten::reflection_pad1d"] = call => Pad(call, "padding", "reflect"),
        ["aten::reflection_pad2d"] = call => Pad(call, "padding", "reflect"),
        ["aten::reflection_pad3d"] = call => Pad(call, "padding", "reflect"),
        ["aten::replication_pad1d"] = call => Pad(call, "padding", "replicate"),
        ["aten::replication_pad2d"] = call => Pad(call, "padding", "replicate"),
        ["aten::replication_pad3d"] = call => Pad(call, "padding", "replicate"),
        ["aten::_pad_circular"] = call => Circular(call, call.Longs("pad")),
        ["aten::roll"] = Roll,
        ["aten::flip"] = call => Flip(call, call.Longs("dims")),
        ["aten::fliplr"] = call => Flip(call, [1]),
        ["aten::flipud"] = call => Flip(call, [0]),
        ["aten::pixel_shuffle"] = PixelShuffle,
        ["aten::pixel_unshuffle"] = PixelUnshuffle,
        ["aten::channel_shuffle"] = ChannelShuffle,
        ["aten::native_channel_shuffle"] = ChannelShuffle,
        ["aten::unfold"] = Unfold,
        ["aten::im2col"] = Columns,
    };

    // Torch counts from the last dimension and gives both ends together, ONNX all starts and then all ends.
    private static void Pad(OperatorCall call, string argument, string mode)
    {
        if (mode == "circular")
        {
            Circular(call, call.Longs(argument));
            return;
        }

        var given = call[argument].Items!;
        int rank = call[0].Rank;
        var ends = Enumerable.Repeat(TracedValue.Constant(0L), 2 * rank).ToArray();
        for (int i = 0; i < given.Count / 2; i++)
        {
            ends[rank - 1 - i] = given[2 * i];
            ends[(2 * rank) - 1 - i] = given[(2 * i) + 1];
        }

        string self = call.As("self", call.Type);
        string pads = call.LongsName(TracedValue.List(ends));
        call.Return(mode == "constant"
            ? call.Op("Pad", [self, pads, call.Has("value") ? call.As("value", call.Type) : null])
            : call.Op("Pad", [self, pads], ("mode", mode == "reflect" ? "reflect" : "edge")));
    }

    private static string Part(OperatorCall call, string name, long start, long end, long axis, long step = 1) =>
        call.Op("Slice", [name, call.Whole(start), call.Whole(end), call.Whole(axis), call.Whole(step)]);

    private static void Circular(OperatorCall call, long[] pads)
    {
        string name = call.Name("self");
        for (int i = 0; i < pads.Length / 2; i++)
        {
            long axis = call[0].Rank - 1 - i;
            var (before, after) = (pads[2 * i], pads[(2 * i) + 1]);
            string middle = before < 0 || after < 0 ? Part(call, name, Math.Max(0, -before), after < 0 ? after : long.MaxValue, axis) : name;
            List<string> parts = [middle];
            if (before > 0)
            {
                parts.Insert(0, Part(call, name, -before, long.MaxValue, axis));
            }

            if (after > 0)
            {
                parts.Add(Part(call, name, 0, after, axis));
            }

            name = parts.Count == 1 ? middle : call.Op("Concat", parts, ("axis", axis));
        }

        call.Return(name);
    }

    private static void Roll(OperatorCall call)
    {
        long[] shifts = call.Longs("shifts");
        long[] axes = call.Longs("dims");
        string name = call.Name("self");
        if (axes.Length == 0)
        {
            string flat = Rolled(call, call.Op("Reshape", [name, call.Whole(-1)]), shifts[0], 0, call[0].FirstShape.Aggregate(1L, (all, length) => all * length));
            call.Return(call.Op("Reshape", [flat, call.ShapeName(call[0])]));
            return;
        }

        for (int i = 0; i < axes.Length; i++)
        {
            long axis = OperatorCall.Wrap(axes[i], call[0].Rank);
            name = Rolled(call, name, shifts[i], axis, call[0].Shape[axis]);
        }

        call.Return(name);
    }

    private static string Rolled(OperatorCall call, string name, long shift, long axis, long length)
    {
        if (length > 0)
        {
            shift = ((shift % length) + length) % length;
        }

        return shift == 0 ? name : call.Op("Concat", [Part(call, name, -shift, long.MaxValue, axis), Part(call, name, 0, -shift, axis)], ("axis", axis));
    }

    private static void Flip(OperatorCall call, long[] dims)
    {
        string name = call.Name("self");
        foreach (long axis in dims.Select(axis => OperatorCall.Wrap(axis, call[0].Rank)))
        {
            name = Part(call, name, -1, long.MinValue + 1, axis, -1);
        }

        call.Return(name);
    }

    private static void PixelShuffle(OperatorCall call)
    {
        if (call[0].Rank != 4)
        {
            throw OperatorCall.No("on tensors that have not four dimensions");
        }

        call.Return(call.Op("DepthToSpace", [call.Name("self")], ("blocksize", call.Long("upscale_factor")), ("mode", "CRD")));
    }

    private static void PixelUnshuffle(OperatorCall call)
    {
        long[] shape = call.Result.Shape;
        long block = call.Long("downscale_factor");
        if (shape.Length != 4 || shape[1..].Contains(-1))
        {
            throw OperatorCall.No("on tensors that have not four dimensions, of which only the first may be a dynamic one");
        }

        string parts = call.Op("Reshape", [call.Name("self"), call.Whole(0, call[0].Shape[1], shape[2], block, shape[3], block)]);
        parts = call.Op("Transpose", [parts], ("perm", (long[])[0, 1, 3, 5, 2, 4]));
        call.Return(call.Op("Reshape", [parts, call.Whole(0, shape[1], shape[2], shape[3])]));
    }

    private static void ChannelShuffle(OperatorCall call)
    {
        long groups = call.Long("groups");
        string parts = call.Op("Reshape", [call.Name("self"), call.Whole(0, groups, call[0].Shape[1] / groups, -1)]);
        call.Return(call.Op("Reshape", [call.Op("Transpose", [parts], ("perm", (long[])[0, 2, 1, 3])), call.ShapeName(call[0])]));
    }

    // Windows along one dimension: their elements' places are known, and their length goes to the end.
    private static void Unfold(OperatorCall call)
    {
        int rank = call[0].Rank;
        long axis = call.Axis("dimension", rank);
        string windows = Windows(call, call.Name("self"), axis, call.Result.Shape[axis], call.Long("size"), call.Long("step"), 1);
        long[] order = [.. Enumerable.Range(0, rank + 1).Where(i => i != axis + 1).Select(i => (long)i), axis + 1];
        call.Return(call.Op("Transpose", [windows], ("perm", order)));
    }

    private static string Windows(OperatorCall call, string name, long axis, long count, long size, long step, long dilation)
    {
        if (count < 0)
        {
            throw OperatorCall.No("along a dynamic axis");
        }

        var places = new long[count * size];
        for (long i = 0; i < places.Length; i++)
        {
            places[i] = (i / size * step) + (i % size * dilation);
        }

        return call.Op("Gather", [name, call.Initializer(tensor(places).reshape(count, size))], ("axis", axis));
    }

    private static void Columns(OperatorCall call)
    {
        long[] kernel = call.Longs("kernel_size"), dilation = call.Longs("dilation"), padding = call.Longs("padding"), stride = call.Longs("stride");
        if (call[0].Rank != 4 || call[0].Shape[1..].Contains(-1))
        {
            throw OperatorCall.No("on tensors that have not four dimensions, of which only the first may be a dynamic one");
        }

        string name = call.Op("Pad", [call.Name("self"), call.Whole(0, 0, padding[0], padding[1], 0, 0, padding[0], padding[1])]);
        long[] counts = [.. Enumerable.Range(0, 2).Select(i => ((call[0].Shape[i + 2] + (2 * padding[i]) - (dilation[i] * (kernel[i] - 1)) - 1) / stride[i]) + 1)];
        name = Windows(call, name, 2, counts[0], kernel[0], stride[0], dilation[0]);
        name = Windows(call, name, 4, counts[1], kernel[1], stride[1], dilation[1]);
        name = call.Op("Transpose", [name], ("perm", (long[])[0, 1, 3, 5, 2, 4]));
        call.Return(call.Op("Reshape", [name, call.Whole(0, call[0].Shape[1] * kernel[0] * kernel[1], counts[0] * counts[1])]));
    }
}
