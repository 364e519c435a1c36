namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a floating-point type (torch.finfo).</summary>
    /// <param name="dtype">A floating-point or complex type.</param>
    /// <exception cref="ArgumentException">Another type.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => new(16, Math.ScaleB(1, -10), 65504, Math.ScaleB(1, -14), 1e-3),
        ScalarType.BFloat16 => new(16, Math.ScaleB(1, -7), BFloat16.MaxValue.ToSingle(), Math.ScaleB(1, -126), 1e-2),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => new(32, Math.ScaleB(1, -23), float.MaxValue, Math.ScaleB(1, -126), 1e-6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => new(64, Math.ScaleB(1, -52), double.MaxValue, Math.ScaleB(1, -1022), 1e-15),
        _ => throw new ArgumentException($"{dtype} is not a floating-point type", nameof(dtype)),
    };

    /// <summary>The limits of the default floating-point type (torch.finfo).</summary>
    public static FInfo finfo() => finfo(get_default_dtype());

    /// <summary>The limits of a floating-point type.</summary>
    public readonly struct FInfo
    {
        /// <summary>Bits of the type; of one part for a complex one.</summary>
        public readonly int bits;

        /// <summary>The distance from 1 to the next number.</summary>
        public readonly double eps;

        /// <summary>The greatest finite number.</summary>
        public readonly double max;

        /// <summary>The smallest finite number.</summary>
        public readonly double min;

        /// <summary>The smallest positive normal number.</summary>
        public readonly double tiny;

        /// <summary>The smallest positive normal number.</summary>
        public readonly double smallest_normal;

        /// <summary>The decimal resolution.</summary>
        public readonly double resolution;

        internal FInfo(int bits, double eps, double max, double tiny, double resolution)
        {
            this.bits = bits;
            this.eps = eps;
            this.max = max;
            min = -max;
            this.tiny = tiny;
            smallest_normal = tiny;
            this.resolution = resolution;
        }
    }
}
