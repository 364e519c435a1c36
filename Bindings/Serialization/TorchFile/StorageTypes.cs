using System.Collections.Frozen;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What Python calls the storages and dtypes that torch files name.</summary>
internal static class StorageTypes
{
    private static readonly (ScalarType Type, string Storage, string[] Names)[] s_types =
    [
        (ScalarType.Float32, "FloatStorage", ["float32", "float"]),
        (ScalarType.Float64, "DoubleStorage", ["float64", "double"]),
        (ScalarType.Float16, "HalfStorage", ["float16", "half"]),
        (ScalarType.BFloat16, "BFloat16Storage", ["bfloat16"]),
        (ScalarType.Int64, "LongStorage", ["int64", "long"]),
        (ScalarType.Int32, "IntStorage", ["int32", "int"]),
        (ScalarType.Int16, "ShortStorage", ["int16", "short"]),
        (ScalarType.Int8, "CharStorage", ["int8"]),
        (ScalarType.Byte, "ByteStorage", ["uint8"]),
        (ScalarType.Bool, "BoolStorage", ["bool"]),
        (ScalarType.ComplexFloat32, "ComplexFloatStorage", ["complex64", "cfloat"]),
        (ScalarType.ComplexFloat64, "ComplexDoubleStorage", ["complex128", "cdouble"]),
    ];

    private static readonly FrozenDictionary<ScalarType, (string Storage, string Name)> s_byType =
        s_types.ToFrozenDictionary(entry => entry.Type, entry => (entry.Storage, entry.Names[0]));

    /// <summary>Storage class to dtype, such as <c>FloatStorage</c>.</summary>
    public static FrozenDictionary<string, ScalarType> ByStorage { get; } =
        s_types.ToFrozenDictionary(entry => entry.Storage, entry => entry.Type);

    /// <summary>Python's name of a dtype (and its aliases) to the dtype, such as <c>float32</c>.</summary>
    public static FrozenDictionary<string, ScalarType> ByName { get; } =
        s_types.SelectMany(entry => entry.Names.Select(name => (name, entry.Type))).ToFrozenDictionary(pair => pair.name, pair => pair.Type);

    public static string StorageOf(ScalarType type) => Find(type).Storage;

    public static string NameOf(ScalarType type) => Find(type).Name;

    private static (string Storage, string Name) Find(ScalarType type) => s_byType.TryGetValue(type, out var names)
        ? names
        : throw new NotSupportedException($"Tensors of {type} cannot be saved in a torch file; convert to another type, or dequantize, first.");
}
