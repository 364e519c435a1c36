using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Convolutions of one to three dimensions, transposed ones too.</summary>
internal static class ConvolutionOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::_convolution"] = call => Convolve(call, call.Bool("transposed")),
        ["aten::convolution"] = call => Convolve(call, call.Bool("transposed")),
        ["aten::_convolution_mode"] = call => Convolve(call, transposed: false),
        ["aten::conv1d"] = call => Convolve(call, transposed: false),
        ["aten::conv2d"] = call => Convolve(call, transposed: false),
        ["aten::conv3d"] = call => Convolve(call, transposed: false),
        ["aten::conv_transpose1d"] = call => Convolve(call, transposed: true),
        ["aten::conv_transpose2d"] = call => Convolve(call, transposed: true),
        ["aten::conv_transpose3d"] = call => Convolve(call, transposed: true),
    };

    private static void Convolve(OperatorCall call, bool transposed)
    {
        TracedValue weight = call["weight"];
        int dimensions = weight.Rank - 2;
        bool batched = call[0].Rank == weight.Rank;
        string input = call.As(call[0], call.Type);
        if (!batched)
        {
            input = call.Op("Unsqueeze", [input, call.Whole(0)]);
        }

        long[] dilation = Spread(call, "dilation", dimensions, 1);
        long[] kernel = weight.FirstShape[2..];
        List<(string Name, object Value)> attributes =
        [
            ("dilations", dilation), ("group", call.Long("groups", 1)), ("kernel_shape", kernel), ("pads", Pads(call, kernel, dilation)),
            ("strides", Spread(call, "stride", dimensions, 1)),
        ];
        if (transposed)
        {
            attributes.Add(("output_padding", Spread(call, "output_padding", dimensions, 0)));
        }

        string result = call.Op(
            transposed ? "ConvTranspose" : "Conv", [input, call.As(weight, call.Type), call.Has("bias") ? call.As("bias", call.Type) : null], [.. attributes]);
        call.Return(batched ? result : call.Op("Squeeze", [result, call.Whole(0)]));
    }

    private static long[] Pads(OperatorCall call, long[] kernel, long[] dilation)
    {
        if (call["padding"].First is string mode)
        {
            long[] whole = [.. kernel.Select((length, i) => mode == "same" ? dilation[i] * (length - 1) : 0)];
            return [.. whole.Select(pad => pad / 2), .. whole.Select(pad => pad - (pad / 2))];
        }

        long[] pads = Spread(call, "padding", kernel.Length, 0);
        return [.. pads, .. pads];
    }

    /// <summary>A list with one number for each dimension: one alone stands for all, none for the usual.</summary>
    internal static long[] Spread(OperatorCall call, string argument, int dimensions, long usual)
    {
        long[] given = call.Find(argument) is null ? [] : call.Longs(argument);
        return given.Length == dimensions ? given : [.. Enumerable.Repeat(given.Length == 0 ? usual : given[0], dimensions)];
    }
}
