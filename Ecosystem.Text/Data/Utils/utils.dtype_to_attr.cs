using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        public static partial class utils
        {
            /// <summary>The name that a type has in Python's <c>torch</c>: <c>int64</c> for <see cref="ScalarType.Int64"/>.</summary>
            /// <param name="dtype">The type.</param>
            /// <exception cref="ArgumentOutOfRangeException">Python has no such type.</exception>
            public static string dtype_to_attr(ScalarType dtype) => dtype switch
            {
                ScalarType.Byte => "uint8",
                ScalarType.Int8 => "int8",
                ScalarType.Int16 => "int16",
                ScalarType.Int32 => "int32",
                ScalarType.Int64 => "int64",
                ScalarType.Float16 => "float16",
                ScalarType.Float32 => "float32",
                ScalarType.Float64 => "float64",
                ScalarType.BFloat16 => "bfloat16",
                ScalarType.ComplexFloat32 => "complex64",
                ScalarType.ComplexFloat64 => "complex128",
                ScalarType.Bool => "bool",
                _ => throw new ArgumentOutOfRangeException(nameof(dtype), dtype, "Python's torch names no such type."),
            };
        }
    }
}
