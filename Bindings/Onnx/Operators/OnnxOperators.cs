namespace TorchSharp;

/// <summary>Writes the ONNX operators of one operator of the script.</summary>
internal delegate void OnnxConverter(OperatorCall call);

/// <summary>The operators that have a counterpart in ONNX, by area.</summary>
internal static class OnnxOperators
{
    /// <summary>Each area's name and its converters, by operator.</summary>
    internal static IReadOnlyList<(string Area, IReadOnlyDictionary<string, OnnxConverter> Converters)> Areas { get; } =
    [
        ("Arithmetic", ArithmeticOperators.Converters),
        ("Element by element", ElementOperators.Converters),
        ("Comparison and choice", ComparisonOperators.Converters),
        ("Activations", ActivationOperators.Converters),
        ("Convolution", ConvolutionOperators.Converters),
        ("Normalization", NormalizationOperators.Converters),
        ("Pooling", PoolingOperators.Converters),
        ("Reductions", ReductionOperators.Converters),
        ("Order", OrderOperators.Converters),
        ("Shapes", ShapeOperators.Converters),
        ("Joining and splitting", JoiningOperators.Converters),
        ("Padding and folding", PaddingOperators.Converters),
        ("Indexing", IndexingOperators.Converters),
        ("Matrices", MatrixOperators.Converters),
        ("Resampling", ResamplingOperators.Converters),
        ("Recurrent layers", RecurrentOperators.Converters),
        ("Attention", AttentionOperators.Converters),
        ("New tensors and conversions", FactoryOperators.Converters),
        ("Spectra", SpectralOperators.Converters),
    ];

    /// <summary>All of them by operator.</summary>
    internal static IReadOnlyDictionary<string, OnnxConverter> Table { get; } = Areas.SelectMany(area => area.Converters).ToDictionary();
}
