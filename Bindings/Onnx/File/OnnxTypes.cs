using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>ONNX's numbers for the types of elements.</summary>
internal static class OnnxTypes
{
    internal static long Of(ScalarType type) => type switch
    {
        ScalarType.Float32 => 1,
        ScalarType.Byte => 2,
        ScalarType.Int8 => 3,
        ScalarType.Int16 => 5,
        ScalarType.Int32 => 6,
        ScalarType.Int64 => 7,
        ScalarType.Bool => 9,
        ScalarType.Float16 => 10,
        ScalarType.Float64 => 11,
        ScalarType.BFloat16 => 16,
        _ => throw new OnnxUnsupportedException($"elements of type {type} have no counterpart in ONNX here"),
    };
}
