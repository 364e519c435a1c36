namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Where the operands are equal, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator ==(Tensor left, Tensor right) => ops.aten.eq_Tensor(left, right);

        /// <summary>Where the operands are equal, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator ==(Tensor left, Scalar right) => ops.aten.eq_Scalar(left, right);

        /// <summary>Where the operands are equal, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator ==(Scalar left, Tensor right) => ops.aten.eq_Scalar(right, left);

        /// <summary>Where the operands differ, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator !=(Tensor left, Tensor right) => ops.aten.ne_Tensor(left, right);

        /// <summary>Where the operands differ, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator !=(Tensor left, Scalar right) => ops.aten.ne_Scalar(left, right);

        /// <summary>Where the operands differ, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator !=(Scalar left, Tensor right) => ops.aten.ne_Scalar(right, left);

        /// <summary>Where the operands ascend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator <(Tensor left, Tensor right) => ops.aten.lt_Tensor(left, right);

        /// <summary>Where the operands ascend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator <(Tensor left, Scalar right) => ops.aten.lt_Scalar(left, right);

        /// <summary>Where the operands ascend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator <(Scalar left, Tensor right) => ops.aten.gt_Scalar(right, left);

        /// <summary>Where the operands do not descend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator <=(Tensor left, Tensor right) => ops.aten.le_Tensor(left, right);

        /// <summary>Where the operands do not descend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator <=(Tensor left, Scalar right) => ops.aten.le_Scalar(left, right);

        /// <summary>Where the operands do not descend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator <=(Scalar left, Tensor right) => ops.aten.ge_Scalar(right, left);

        /// <summary>Where the operands descend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator >(Tensor left, Tensor right) => ops.aten.gt_Tensor(left, right);

        /// <summary>Where the operands descend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator >(Tensor left, Scalar right) => ops.aten.gt_Scalar(left, right);

        /// <summary>Where the operands descend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator >(Scalar left, Tensor right) => ops.aten.lt_Scalar(right, left);

        /// <summary>Where the operands do not ascend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator >=(Tensor left, Tensor right) => ops.aten.ge_Tensor(left, right);

        /// <summary>Where the operands do not ascend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator >=(Tensor left, Scalar right) => ops.aten.ge_Scalar(left, right);

        /// <summary>Where the operands do not ascend, element by element, as a tensor of truth values.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator >=(Scalar left, Tensor right) => ops.aten.le_Scalar(right, left);
    }
}
