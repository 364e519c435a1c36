namespace TorchSharp;

public static partial class torch
{
    /// <summary>The element types of tensors; the numbers are libtorch's.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>Unsigned 8-bit integer (torch.uint8).</summary>
        Byte = 0,

        /// <summary>Signed 8-bit integer (torch.int8).</summary>
        Int8 = 1,

        /// <summary>Signed 16-bit integer (torch.int16).</summary>
        Int16 = 2,

        /// <summary>Signed 32-bit integer (torch.int32).</summary>
        Int32 = 3,

        /// <summary>Signed 64-bit integer (torch.int64).</summary>
        Int64 = 4,

        /// <summary>IEEE half precision (torch.float16).</summary>
        Float16 = 5,

        /// <summary>IEEE single precision (torch.float32).</summary>
        Float32 = 6,

        /// <summary>IEEE double precision (torch.float64).</summary>
        Float64 = 7,

        /// <summary>Complex of two half-precision parts (torch.complex32).</summary>
        ComplexFloat16 = 8,

        /// <summary>Complex of two single-precision parts (torch.complex64).</summary>
        ComplexFloat32 = 9,

        /// <summary>Complex of two double-precision parts (torch.complex128).</summary>
        ComplexFloat64 = 10,

        /// <summary>Truth value, one byte (torch.bool).</summary>
        Bool = 11,

        /// <summary>Quantized signed 8-bit integer (torch.qint8).</summary>
        QInt8 = 12,

        /// <summary>Quantized unsigned 8-bit integer (torch.quint8).</summary>
        QUInt8 = 13,

        /// <summary>Quantized signed 32-bit integer (torch.qint32).</summary>
        QInt32 = 14,

        /// <summary>Brain floating point: 8 bits of exponent, 7 of mantissa (torch.bfloat16).</summary>
        BFloat16 = 15,
    }
}
