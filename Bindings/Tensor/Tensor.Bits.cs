namespace TorchSharp;

public static partial class torch
{
    /// <summary>Operators on bits and truth values. A number does not widen a tensor's element type, as in Python.</summary>
    public partial class Tensor
    {
        /// <summary>Bitwise, or logical, not.</summary>
        /// <param name="left">The operand.</param>
        public static Tensor operator ~(Tensor left) => ops.aten.bitwise_not(left);

        /// <summary>Bitwise, or logical, and.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator &(Tensor left, Tensor right) => ops.aten.bitwise_and_Tensor(left, right);

        /// <summary>Bitwise, or logical, and.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator &(Tensor left, Scalar right) => ops.aten.bitwise_and_Scalar(left, right);

        /// <summary>Bitwise, or logical, and.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator &(Scalar left, Tensor right) => ops.aten.bitwise_and_Scalar(right, left);

        /// <summary>Bitwise, or logical, or.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator |(Tensor left, Tensor right) => ops.aten.bitwise_or_Tensor(left, right);

        /// <summary>Bitwise, or logical, or.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator |(Tensor left, Scalar right) => ops.aten.bitwise_or_Scalar(left, right);

        /// <summary>Bitwise, or logical, or.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator |(Scalar left, Tensor right) => ops.aten.bitwise_or_Scalar(right, left);

        /// <summary>Bitwise, or logical, exclusive or.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator ^(Tensor left, Tensor right) => ops.aten.bitwise_xor_Tensor(left, right);

        /// <summary>Bitwise, or logical, exclusive or.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator ^(Tensor left, Scalar right) => ops.aten.bitwise_xor_Scalar(left, right);

        /// <summary>Bitwise, or logical, exclusive or.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator ^(Scalar left, Tensor right) => ops.aten.bitwise_xor_Scalar(right, left);

        /// <summary>Bits shifted to the left, as Python's &lt;&lt;.</summary>
        /// <param name="left">What to shift.</param>
        /// <param name="right">By how many bits.</param>
        public static Tensor operator <<(Tensor left, Tensor right) => ops.aten.__lshift___Tensor(left, right);

        /// <summary>Bits shifted to the left, as Python's &lt;&lt;.</summary>
        /// <param name="left">What to shift.</param>
        /// <param name="right">By how many bits.</param>
        public static Tensor operator <<(Tensor left, Scalar right) => ops.aten.__lshift___Scalar(left, right);

        /// <summary>Bits shifted to the right, as Python's &gt;&gt;.</summary>
        /// <param name="left">What to shift.</param>
        /// <param name="right">By how many bits.</param>
        public static Tensor operator >>(Tensor left, Tensor right) => ops.aten.__rshift___Tensor(left, right);

        /// <summary>Bits shifted to the right, as Python's &gt;&gt;.</summary>
        /// <param name="left">What to shift.</param>
        /// <param name="right">By how many bits.</param>
        public static Tensor operator >>(Tensor left, Scalar right) => ops.aten.__rshift___Scalar(left, right);
    }
}
