using System.Collections.Frozen;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An element type of the safetensors format.</summary>
/// <param name="Name">As the format writes it, such as <c>BF16</c>.</param>
/// <param name="Bits">What an element takes.</param>
/// <param name="Type">The tensors' element type; null where tensors here have none.</param>
internal sealed record SafetensorsType(string Name, int Bits, ScalarType? Type)
{
    private static readonly FrozenDictionary<string, SafetensorsType> s_byName = new SafetensorsType[]
    {
        new("F64", 64, ScalarType.Float64),
        new("I64", 64, ScalarType.Int64),
        new("U64", 64, null),
        new("C64", 64, ScalarType.ComplexFloat32),
        new("F32", 32, ScalarType.Float32),
        new("I32", 32, ScalarType.Int32),
        new("U32", 32, null),
        new("F16", 16, ScalarType.Float16),
        new("BF16", 16, ScalarType.BFloat16),
        new("I16", 16, ScalarType.Int16),
        new("U16", 16, null),
        new("I8", 8, ScalarType.Int8),
        new("U8", 8, ScalarType.Byte),
        new("BOOL", 8, ScalarType.Bool),
        new("F8_E5M2", 8, null),
        new("F8_E4M3", 8, null),
        new("F8_E5M2FNUZ", 8, null),
        new("F8_E4M3FNUZ", 8, null),
        new("F8_E8M0", 8, null),
        new("F6_E3M2", 6, null),
        new("F6_E2M3", 6, null),
        new("F4", 4, null),
    }.ToFrozenDictionary(type => type.Name);

    private static readonly FrozenDictionary<ScalarType, SafetensorsType> s_byType =
        s_byName.Values.Where(type => type.Type is not null).ToFrozenDictionary(type => type.Type!.Value);

    /// <summary>The type of that name, or null where the format has none.</summary>
    public static SafetensorsType? Named(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The format's type for a tensor's.</summary>
    /// <exception cref="NotSupportedException">The format has none.</exception>
    public static SafetensorsType Of(ScalarType type, string tensor) => s_byType.TryGetValue(type, out var found)
        ? found
        : throw new NotSupportedException(
            $"The tensor '{tensor}' is {type}, which the safetensors format cannot hold; convert it first (complex numbers with view_as_real, "
            + "quantized ones with dequantize).");
}
