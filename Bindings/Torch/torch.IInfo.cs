namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of an integer type (torch.iinfo).</summary>
    /// <param name="dtype">An integer type, or the integers that a quantized type holds.</param>
    /// <exception cref="ArgumentException">Another type.</exception>
    public static IInfo iinfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Byte or ScalarType.QUInt8 => new(dtype, 8, byte.MinValue, byte.MaxValue),
        ScalarType.Int8 or ScalarType.QInt8 => new(dtype, 8, sbyte.MinValue, sbyte.MaxValue),
        ScalarType.Int16 => new(dtype, 16, short.MinValue, short.MaxValue),
        ScalarType.Int32 or ScalarType.QInt32 => new(dtype, 32, int.MinValue, int.MaxValue),
        ScalarType.Int64 => new(dtype, 64, long.MinValue, long.MaxValue),
        _ => throw new ArgumentException($"{dtype} is not an integer type; the limits of a floating-point type are torch.finfo's", nameof(dtype)),
    };

    /// <summary>The limits of an integer type.</summary>
    public readonly struct IInfo
    {
        /// <summary>The type.</summary>
        public readonly ScalarType dtype;

        /// <summary>Bits of the type.</summary>
        public readonly int bits;

        /// <summary>The smallest number.</summary>
        public readonly long min;

        /// <summary>The greatest number.</summary>
        public readonly long max;

        internal IInfo(ScalarType dtype, int bits, long min, long max)
        {
            this.dtype = dtype;
            this.bits = bits;
            this.min = min;
            this.max = max;
        }
    }
}
