namespace TorchSharp;

public static partial class torch
{
    /// <summary>Truth value, one byte.</summary>
    public static readonly ScalarType @bool = ScalarType.Bool;

    /// <summary>Unsigned 8-bit integer.</summary>
    public static readonly ScalarType uint8 = ScalarType.Byte;

    /// <summary>Signed 8-bit integer.</summary>
    public static readonly ScalarType int8 = ScalarType.Int8;

    /// <summary>Signed 16-bit integer.</summary>
    public static readonly ScalarType int16 = ScalarType.Int16;

    /// <summary>Signed 32-bit integer.</summary>
    public static readonly ScalarType int32 = ScalarType.Int32;

    /// <summary>Signed 64-bit integer.</summary>
    public static readonly ScalarType int64 = ScalarType.Int64;

    /// <summary>Brain floating point.</summary>
    public static readonly ScalarType bfloat16 = ScalarType.BFloat16;

    /// <summary>IEEE half precision.</summary>
    public static readonly ScalarType float16 = ScalarType.Float16;

    /// <summary>IEEE single precision.</summary>
    public static readonly ScalarType float32 = ScalarType.Float32;

    /// <summary>IEEE double precision.</summary>
    public static readonly ScalarType float64 = ScalarType.Float64;

    /// <summary>Complex of two single-precision parts.</summary>
    public static readonly ScalarType complex64 = ScalarType.ComplexFloat32;

    /// <summary>Complex of two double-precision parts.</summary>
    public static readonly ScalarType complex128 = ScalarType.ComplexFloat64;

    /// <summary>Another name of <see cref="int16"/>.</summary>
    public static readonly ScalarType @short = ScalarType.Int16;

    /// <summary>Another name of <see cref="int32"/>.</summary>
    public static readonly ScalarType @int = ScalarType.Int32;

    /// <summary>Another name of <see cref="int64"/>.</summary>
    public static readonly ScalarType @long = ScalarType.Int64;

    /// <summary>Another name of <see cref="float16"/>.</summary>
    public static readonly ScalarType half = ScalarType.Float16;

    /// <summary>Another name of <see cref="float32"/>.</summary>
    public static readonly ScalarType @float = ScalarType.Float32;

    /// <summary>Another name of <see cref="float64"/>.</summary>
    public static readonly ScalarType @double = ScalarType.Float64;

    /// <summary>Another name of <see cref="complex64"/>.</summary>
    public static readonly ScalarType cfloat = ScalarType.ComplexFloat32;

    /// <summary>Another name of <see cref="complex128"/>.</summary>
    public static readonly ScalarType cdouble = ScalarType.ComplexFloat64;

    /// <summary>Quantized signed 8-bit integer.</summary>
    public static readonly ScalarType qint8 = ScalarType.QInt8;

    /// <summary>Quantized unsigned 8-bit integer.</summary>
    public static readonly ScalarType quint8 = ScalarType.QUInt8;

    /// <summary>Quantized signed 32-bit integer.</summary>
    public static readonly ScalarType qint32 = ScalarType.QInt32;

    /// <summary>Whether the type is an integer type; bool is not.</summary>
    /// <param name="type">The element type.</param>
    public static bool is_integral(ScalarType type) => type is >= ScalarType.Byte and <= ScalarType.Int64;

    /// <summary>Whether the type is a floating-point type, half and bfloat16 included.</summary>
    /// <param name="type">The element type.</param>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

    /// <summary>Whether the type is complex.</summary>
    /// <param name="type">The element type.</param>
    public static bool is_complex(ScalarType type) =>
        type is ScalarType.ComplexFloat16 or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>Whether the type is quantized.</summary>
    /// <param name="type">The element type.</param>
    public static bool is_quantized(ScalarType type) => type is ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32;
}
