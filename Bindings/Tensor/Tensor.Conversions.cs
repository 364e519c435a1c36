using System.Numerics;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Numbers and arrays become tensors where one is expected; one-element tensors become numbers by a cast.</summary>
    public partial class Tensor
    {
        /// <summary>A zero-dimensional tensor of a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(byte value) => torch.tensor(value);

        /// <summary>A zero-dimensional tensor of a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(sbyte value) => torch.tensor(value);

        /// <summary>A zero-dimensional tensor of a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(short value) => torch.tensor(value);

        /// <summary>A zero-dimensional tensor of a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(int value) => torch.tensor(value);

        /// <summary>A zero-dimensional tensor of a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(long value) => torch.tensor(value);

        /// <summary>A zero-dimensional tensor of a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(float value) => torch.tensor(value);

        /// <summary>A zero-dimensional tensor of a number.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(double value) => torch.tensor(value);

        /// <summary>A zero-dimensional tensor of a truth value.</summary>
        /// <param name="value">The truth value.</param>
        public static implicit operator Tensor(bool value) => torch.tensor(value);

        /// <summary>A zero-dimensional tensor of a complex number.</summary>
        /// <param name="value">The complex number.</param>
        public static implicit operator Tensor((float Real, float Imaginary) value) => torch.tensor(value);

        /// <summary>A zero-dimensional tensor of a complex number.</summary>
        /// <param name="value">The complex number.</param>
        public static implicit operator Tensor(Complex value) => torch.tensor(value);

        /// <summary>A one-dimensional tensor of numbers.</summary>
        /// <param name="value">The numbers; they are copied.</param>
        public static implicit operator Tensor(byte[] value) => torch.tensor(value);

        /// <summary>A one-dimensional tensor of numbers.</summary>
        /// <param name="value">The numbers; they are copied.</param>
        public static implicit operator Tensor(sbyte[] value) => torch.tensor(value);

        /// <summary>A one-dimensional tensor of numbers.</summary>
        /// <param name="value">The numbers; they are copied.</param>
        public static implicit operator Tensor(short[] value) => torch.tensor(value);

        /// <summary>A one-dimensional tensor of numbers.</summary>
        /// <param name="value">The numbers; they are copied.</param>
        public static implicit operator Tensor(int[] value) => torch.tensor(value);

        /// <summary>A one-dimensional tensor of numbers.</summary>
        /// <param name="value">The numbers; they are copied.</param>
        public static implicit operator Tensor(long[] value) => torch.tensor(value);

        /// <summary>A one-dimensional tensor of numbers.</summary>
        /// <param name="value">The numbers; they are copied.</param>
        public static implicit operator Tensor(float[] value) => torch.tensor(value);

        /// <summary>A one-dimensional tensor of numbers.</summary>
        /// <param name="value">The numbers; they are copied.</param>
        public static implicit operator Tensor(double[] value) => torch.tensor(value);

        /// <summary>A one-dimensional tensor of truth values.</summary>
        /// <param name="value">The truth values; they are copied.</param>
        public static implicit operator Tensor(bool[] value) => torch.tensor(value);

        /// <summary>A one-dimensional tensor of complex numbers.</summary>
        /// <param name="value">The complex numbers; they are copied.</param>
        public static implicit operator Tensor((float Real, float Imaginary)[] value) => torch.tensor(value);

        /// <summary>A one-dimensional tensor of complex numbers.</summary>
        /// <param name="value">The complex numbers; they are copied.</param>
        public static implicit operator Tensor(Complex[] value) => torch.tensor(value);

        /// <summary>A zero-dimensional tensor of a number, of the number's own type.</summary>
        /// <param name="scalar">The number.</param>
        public static implicit operator Tensor(Scalar scalar) => scalar_tensor(scalar, scalar.Type);

        /// <summary>The only element, converted.</summary>
        /// <param name="value">A tensor with one element.</param>
        public static explicit operator float(Tensor value) => (float)value.ToScalar().AsDouble();

        /// <summary>The only element, converted.</summary>
        /// <param name="value">A tensor with one element.</param>
        public static explicit operator double(Tensor value) => value.ToScalar().AsDouble();

        /// <summary>The only element, converted.</summary>
        /// <param name="value">A tensor with one element.</param>
        public static explicit operator sbyte(Tensor value) => (sbyte)value.ToScalar().AsLong();

        /// <summary>The only element, converted.</summary>
        /// <param name="value">A tensor with one element.</param>
        public static explicit operator byte(Tensor value) => (byte)value.ToScalar().AsLong();

        /// <summary>The only element, converted.</summary>
        /// <param name="value">A tensor with one element.</param>
        public static explicit operator short(Tensor value) => (short)value.ToScalar().AsLong();

        /// <summary>The only element, converted.</summary>
        /// <param name="value">A tensor with one element.</param>
        public static explicit operator int(Tensor value) => (int)value.ToScalar().AsLong();

        /// <summary>The only element, converted.</summary>
        /// <param name="value">A tensor with one element.</param>
        public static explicit operator long(Tensor value) => value.ToScalar().AsLong();

        /// <summary>The only element, converted.</summary>
        /// <param name="value">A tensor with one element.</param>
        public static explicit operator bool(Tensor value) => value.ToScalar().AsBool();
    }
}
