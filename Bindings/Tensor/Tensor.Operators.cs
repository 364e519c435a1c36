using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    [SuppressMessage("Usage", "CA2225", Justification = "the named twins have Python's names: add, sub, mul, div, eq, ...")]
    public partial class Tensor
    {
        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(Tensor left, Tensor right) => Add(left, right);

        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(Tensor left, Scalar right) => Add(left, right);

        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(Tensor left, int right) => Add(left, (Scalar)right);

        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(Tensor left, long right) => Add(left, (Scalar)right);

        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(Tensor left, float right) => Add(left, (Scalar)right);

        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(Tensor left, double right) => Add(left, (Scalar)right);

        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(Scalar left, Tensor right) => Add(right, left);

        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(int left, Tensor right) => Add(right, (Scalar)left);

        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(long left, Tensor right) => Add(right, (Scalar)left);

        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(float left, Tensor right) => Add(right, (Scalar)left);

        /// <summary>Adds, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator +(double left, Tensor right) => Add(right, (Scalar)left);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(Tensor left, Tensor right) => Subtract(left, right);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(Tensor left, Scalar right) => Subtract(left, right);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(Tensor left, int right) => Subtract(left, (Scalar)right);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(Tensor left, long right) => Subtract(left, (Scalar)right);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(Tensor left, float right) => Subtract(left, (Scalar)right);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(Tensor left, double right) => Subtract(left, (Scalar)right);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(Scalar left, Tensor right) => ops.aten.rsub_Scalar(right, left, 1);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(int left, Tensor right) => ops.aten.rsub_Scalar(right, (Scalar)left, 1);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(long left, Tensor right) => ops.aten.rsub_Scalar(right, (Scalar)left, 1);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(float left, Tensor right) => ops.aten.rsub_Scalar(right, (Scalar)left, 1);

        /// <summary>Subtracts, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator -(double left, Tensor right) => ops.aten.rsub_Scalar(right, (Scalar)left, 1);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(Tensor left, Tensor right) => Multiply(left, right);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(Tensor left, Scalar right) => Multiply(left, right);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(Tensor left, int right) => Multiply(left, (Scalar)right);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(Tensor left, long right) => Multiply(left, (Scalar)right);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(Tensor left, float right) => Multiply(left, (Scalar)right);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(Tensor left, double right) => Multiply(left, (Scalar)right);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(Scalar left, Tensor right) => Multiply(right, left);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(int left, Tensor right) => Multiply(right, (Scalar)left);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(long left, Tensor right) => Multiply(right, (Scalar)left);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(float left, Tensor right) => Multiply(right, (Scalar)left);

        /// <summary>Multiplies, element by element, broadcast.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator *(double left, Tensor right) => Multiply(right, (Scalar)left);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(Tensor left, Tensor right) => Divide(left, right);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(Tensor left, Scalar right) => Divide(left, right);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(Tensor left, int right) => Divide(left, (Scalar)right);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(Tensor left, long right) => Divide(left, (Scalar)right);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(Tensor left, float right) => Divide(left, (Scalar)right);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(Tensor left, double right) => Divide(left, (Scalar)right);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(Scalar left, Tensor right) => DivideNumber(left, right);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(int left, Tensor right) => DivideNumber((Scalar)left, right);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(long left, Tensor right) => DivideNumber((Scalar)left, right);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(float left, Tensor right) => DivideNumber((Scalar)left, right);

        /// <summary>Divides, element by element, broadcast; whole numbers give real ones.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator /(double left, Tensor right) => DivideNumber((Scalar)left, right);

        /// <summary>The remainder, with the sign of the divisor, as Python's %.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator %(Tensor left, Tensor right) => ops.aten.remainder_Tensor(left, right);

        /// <summary>The remainder, with the sign of the divisor, as Python's %.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator %(Tensor left, Scalar right) => ops.aten.remainder_Scalar(left, right);

        /// <summary>The remainder, with the sign of the divisor, as Python's %.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator %(Tensor left, int right) => ops.aten.remainder_Scalar(left, right);

        /// <summary>The remainder, with the sign of the divisor, as Python's %.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator %(Tensor left, long right) => ops.aten.remainder_Scalar(left, right);

        /// <summary>The remainder, with the sign of the divisor, as Python's %.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator %(Tensor left, float right) => ops.aten.remainder_Scalar(left, right);

        /// <summary>The remainder, with the sign of the divisor, as Python's %.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator %(Tensor left, double right) => ops.aten.remainder_Scalar(left, right);

        /// <summary>The remainder, with the sign of the divisor, as Python's %.</summary>
        /// <param name="left">Left operand.</param>
        /// <param name="right">Right operand.</param>
        public static Tensor operator %(Scalar left, Tensor right) => ops.aten.remainder_Scalar_Tensor(left, right);

        /// <summary>Turns the sign.</summary>
        /// <param name="tensor">The operand.</param>
        public static Tensor operator -(Tensor tensor) => ops.aten.neg(tensor);

        private static Tensor DivideNumber(Scalar left, Tensor right)
        {
            using Tensor inverse = ops.aten.reciprocal(right);
            return Multiply(inverse, left);
        }
    }
}
