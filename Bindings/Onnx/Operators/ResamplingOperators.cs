using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Pictures in other sizes, and samples between their points.</summary>
internal static class ResamplingOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::upsample_nearest1d"] = call => Nearest(call, exact: false),
        ["aten::upsample_nearest2d"] = call => Nearest(call, exact: false),
        ["aten::upsample_nearest3d"] = call => Nearest(call, exact: false),
        ["aten::_upsample_nearest_exact1d"] = call => Nearest(call, exact: true),
        ["aten::_upsample_nearest_exact2d"] = call => Nearest(call, exact: true),
        ["aten::_upsample_nearest_exact3d"] = call => Nearest(call, exact: true),
        ["aten::upsample_linear1d"] = call => Smooth(call, "linear"),
        ["aten::upsample_bilinear2d"] = call => Smooth(call, "linear"),
        ["aten::upsample_trilinear3d"] = call => Smooth(call, "linear"),
        ["aten::upsample_bicubic2d"] = call => Smooth(call, "cubic"),
        ["aten::_upsample_bilinear2d_aa"] = call => Smooth(call, "linear", antialias: true),
        ["aten::grid_sampler"] = Sample,
        ["aten::grid_sampler_2d"] = Sample,
        ["aten::grid_sampler_3d"] = Sample,
    };

    private static void Nearest(OperatorCall call, bool exact) => Resize(
        call, exact ? "half_pixel" : "asymmetric", ("mode", "nearest"), ("nearest_mode", exact ? "round_prefer_ceil" : "floor"));

    private static void Smooth(OperatorCall call, string mode, bool antialias = false)
    {
        string places = call.Bool("align_corners") ? "align_corners" : "half_pixel";
        if (!antialias)
        {
            Resize(call, places, ("mode", mode), ("cubic_coeff_a", -0.75f));
            return;
        }

        if (call.Opset < 18)
        {
            throw OperatorCall.No("it needs opset_version 18");
        }

        Resize(call, places, ("mode", mode), ("antialias", 1L));
    }

    private static void Resize(OperatorCall call, string places, params (string Name, object Value)[] attributes)
    {
        TracedValue input = call[0];
        string name = call.As(input, call.Type);
        attributes = [("coordinate_transformation_mode", places), .. attributes];
        double[]? scales = Scales(call, input.Rank - 2);
        if (scales is not null)
        {
            call.Return(call.Op("Resize", [name, null, call.Floats([1, 1, .. scales.Select(scale => (float)scale)])], attributes));
            return;
        }

        string front = call.Op("Slice", [call.Op("Shape", [name]), call.Whole(0), call.Whole(2)]);
        long[] space = call.Result.Shape[2..];
        string sizes = space.Contains(-1) ? call.LongsName(call["output_size"]) : call.Whole(space);
        call.Return(call.Op("Resize", [name, null, null, call.Op("Concat", [front, sizes], ("axis", 0L))], attributes));
    }

    /// <summary>The scales that were asked for, where they are what the elements' places are computed from.</summary>
    private static double[]? Scales(OperatorCall call, int dimensions)
    {
        if (call.Find("scale_factors") is { IsNone: false })
        {
            return call.Doubles("scale_factors");
        }

        string[] names = dimensions == 1 ? ["scales"] : dimensions == 2 ? ["scales_h", "scales_w"] : ["scales_d", "scales_h", "scales_w"];
        return Array.TrueForAll(names, name => call.Find(name) is { IsNone: false, IsConstant: true }) ? [.. names.Select(name => call.Double(name))] : null;
    }

    private static void Sample(OperatorCall call)
    {
        if (call[0].Rank != 4 && call.Opset < 20)
        {
            throw OperatorCall.No("in space it needs opset_version 20");
        }

        string mode = call.Long("interpolation_mode") switch
        {
            0 => call.Opset >= 20 ? "linear" : "bilinear",
            1 => "nearest",
            _ => call.Opset >= 20 ? "cubic" : "bicubic",
        };
        string beyond = call.Long("padding_mode") switch { 0 => "zeros", 1 => "border", _ => "reflection" };
        call.Return(call.Op(
            "GridSample", [call.As("input", call.Type), call.As("grid", call.Type)],
            ("mode", mode), ("padding_mode", beyond), ("align_corners", call.Bool("align_corners") ? 1L : 0L)));
    }
}
