using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Spectra. ONNX has no complex numbers: they are pairs of real ones in a last dimension of their own.</summary>
internal static class SpectralOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::stft"] = ShortTime,
        ["aten::view_as_real"] = ShapeOperators.Same,
        ["aten::view_as_complex"] = ShapeOperators.Same,
        ["aten::real"] = call => call.Return(call[0].Type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 ? Part(call, 0) : call.Name(call[0])),
        ["aten::imag"] = call => call.Return(Part(call, 1)),
    };

    /// <summary>Whether elements are complex numbers.</summary>
    internal static bool IsComplex(TracedValue value) => value.Type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>The lengths of complex numbers.</summary>
    internal static string Magnitude(OperatorCall call) => ReductionOperators.Reduce(call, "ReduceL2", call.Name(call[0]), [-1], keep: false);

    private static string Part(OperatorCall call, long which) => call.Op("Gather", [call.Name(call[0]), call.Number(which)], ("axis", -1L));

    private static void ShortTime(OperatorCall call)
    {
        TracedValue signal = call[0];
        long length = call.Long("n_fft");
        long hop = call.Find("hop_length") is { IsNone: false } ? call.Long("hop_length") : length / 4;
        long width = call.Find("win_length") is { IsNone: false } ? call.Long("win_length") : length;
        if (call.Find("center") is not null)
        {
            throw OperatorCall.No("with padding of its own: pad the signal before it");
        }

        if (!call.Bool("onesided", true) || IsComplex(signal))
        {
            throw OperatorCall.No("of both sides or of complex signals");
        }

        ScalarType type = signal.Type!.Value;
        string name = call.Name(signal);
        name = signal.Rank == 1 ? call.Op("Unsqueeze", [name, call.Whole(0)]) : name;
        string window = Window(call, type, length, width);
        string spectrum = call.Op("STFT", [call.Op("Unsqueeze", [name, call.Whole(-1)]), call.Number(hop), window, call.Number(length)], ("onesided", 1L));
        // (batch, frames, frequencies, 2) there, frequencies before frames here.
        spectrum = call.Op("Transpose", [spectrum], ("perm", (long[])[0, 2, 1, 3]));
        spectrum = signal.Rank == 1 ? call.Op("Squeeze", [spectrum, call.Whole(0)]) : spectrum;
        call.Return(call.Bool("normalized") ? call.Op("Div", [spectrum, call.Number(Math.Sqrt(length), type)]) : spectrum);
    }

    private static string Window(OperatorCall call, ScalarType type, long length, long width)
    {
        using var scope = NewDisposeScope();
        Tensor window = !call.Has("window") ? ones(width, type)
            : call["window"] is { IsConstant: true, First: Tensor given } ? given.to_type(type).cpu()
            : throw OperatorCall.No("with a window that is no constant");
        long before = (length - width) / 2;
        return call.Initializer(nn.functional.pad(window, [before, length - width - before]).clone().MoveToOuterDisposeScope());
    }
}
