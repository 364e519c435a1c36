namespace TorchSharp;

public static partial class torch
{
    /// <summary>Conversions named for their target type, as in Python.</summary>
    public partial class Tensor
    {
        /// <summary>This tensor with elements of type Bool; the same data where it has them already.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>This tensor with elements of type Byte; the same data where it has them already.</summary>
        public Tensor @byte() => to_type(ScalarType.Byte);

        /// <summary>This tensor with elements of type Int8; the same data where it has them already.</summary>
        public Tensor @char() => to_type(ScalarType.Int8);

        /// <summary>This tensor with elements of type Int16; the same data where it has them already.</summary>
        public Tensor @short() => to_type(ScalarType.Int16);

        /// <summary>This tensor with elements of type Int32; the same data where it has them already.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>This tensor with elements of type Int64; the same data where it has them already.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>This tensor with elements of type Float16; the same data where it has them already.</summary>
        public Tensor half() => to_type(ScalarType.Float16);

        /// <summary>This tensor with elements of type BFloat16; the same data where it has them already.</summary>
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        /// <summary>This tensor with elements of type Float32; the same data where it has them already.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>This tensor with elements of type Float64; the same data where it has them already.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>This tensor with elements of type ComplexFloat32; the same data where it has them already.</summary>
        public Tensor cfloat() => to_type(ScalarType.ComplexFloat32);

        /// <summary>This tensor with elements of type ComplexFloat64; the same data where it has them already.</summary>
        public Tensor cdouble() => to_type(ScalarType.ComplexFloat64);
    }
}
