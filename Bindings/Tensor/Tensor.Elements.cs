using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The raw bytes of a contiguous tensor on the host; valid while the tensor lives. Writing to it changes the tensor, and so does setting all of
        /// them at once.
        /// </summary>
        /// <exception cref="InvalidOperationException">Not on the host, or not contiguous, or too big for a span.</exception>
        /// <exception cref="ArgumentException">What is set has another number of bytes than the tensor.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (device_type != DeviceType.CPU || !is_contiguous())
                {
                    throw new InvalidOperationException("bytes are those of a contiguous tensor on the host: call cpu().contiguous() first");
                }

                if (TensorMemory.IsLazy(this))
                {
                    throw new InvalidOperationException("the memory does not hold the elements: call resolve_conj().resolve_neg().clone() first");
                }

                nint data;
                NativeError.Check(NativeMethods.tl_tensor_data(Handle, &data), "bytes");
                return new Span<byte>((void*)data, checked((int)(numel() * element_size())));
            }

            set
            {
                Span<byte> own = bytes;
                if (value.Length != own.Length)
                {
                    throw new ArgumentException($"the tensor has {own.Length} bytes, not {value.Length}", nameof(value));
                }

                value.CopyTo(own);
            }
        }

        /// <summary>Reads and writes the elements on the host.</summary>
        /// <typeparam name="T">The .NET type of the elements; has to fit <see cref="dtype"/>.</typeparam>
        /// <exception cref="ArgumentException">T does not hold elements of this type.</exception>
        /// <exception cref="InvalidOperationException">The tensor is not on the host or not strided.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged => new(this);

        /// <summary>The only element of a tensor with one element.</summary>
        /// <typeparam name="T">The .NET type of the element; has to fit <see cref="dtype"/>.</typeparam>
        /// <exception cref="ArgumentException">T does not hold elements of this type.</exception>
        /// <exception cref="TorchException">There is not exactly one element.</exception>
        public unsafe T item<T>()
            where T : unmanaged
        {
            ScalarType type = dtype;
            if (!ElementTypes.Holds<T>(type))
            {
                throw new ArgumentException($"the tensor's element is {type}, not {ElementTypes.Of<T>()}: use item<{NetName(type)}>() or convert it first");
            }

            double* complex = stackalloc double[2];
            Value value;
            int status = NativeMethods.tl_tensor_item(Handle, &value, complex);
            if (status != 0)
            {
                throw NativeError.FromOperator(status, "item", this);
            }

            EndUse();
            return Narrow<T>(in value, complex);
        }

        /// <summary>The only element as a number of any type.</summary>
        /// <exception cref="TorchException">There is not exactly one element.</exception>
        public unsafe Scalar ToScalar()
        {
            double* complex = stackalloc double[2];
            Value value;
            int status = NativeMethods.tl_tensor_item(Handle, &value, complex);
            if (status != 0)
            {
                throw NativeError.FromOperator(status, "item", this);
            }

            EndUse();
            return value.AsScalar(complex);
        }

        /// <summary>Whether the only element is not zero.</summary>
        public bool is_nonzero() => ToScalar().AsBool();

        /// <summary>Element <paramref name="i"/> in order, of a tensor of doubles on the host.</summary>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        /// <summary>Element <paramref name="i"/> in order, of a tensor of singles on the host.</summary>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        /// <summary>Element <paramref name="i"/> in order, of a tensor of 32-bit integers on the host.</summary>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        /// <summary>Element <paramref name="i"/> in order, of a tensor of 64-bit integers on the host.</summary>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        /// <summary>Element <paramref name="i"/> in order, of a tensor of bytes on the host.</summary>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        /// <summary>Element <paramref name="i"/> in order, of a tensor of signed bytes on the host.</summary>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        /// <summary>Element <paramref name="i"/> in order, of a tensor of 16-bit integers on the host.</summary>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        /// <summary>Element <paramref name="i"/> in order, of a tensor of truth values on the host.</summary>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        /// <summary>Element <paramref name="i"/> in order, of a tensor of half-precision numbers on the host.</summary>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        /// <summary>Element <paramref name="i"/> in order, of a tensor of bfloat16 numbers on the host.</summary>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public float ReadCpuBFloat16(long i) => ReadCpuValue<BFloat16>(i).ToSingle();

        /// <summary>Element <paramref name="i"/> in order, of a tensor on the host.</summary>
        /// <typeparam name="T">The .NET type of the elements.</typeparam>
        /// <param name="i">Its place, counted in the order of indices.</param>
        public T ReadCpuValue<T>(long i)
            where T : unmanaged
        {
            TensorAccessor<T> elements = data<T>();
            return i >= 0 && i < elements.Count
                ? elements[Unravel(i)]
                : throw new ArgumentOutOfRangeException(nameof(i), i, $"the tensor has {elements.Count} elements");
        }

        private static unsafe T Narrow<T>(in Value value, double* complex)
            where T : unmanaged
        {
            if (typeof(T) == typeof(float)) return As<T, float>((float)value.AsDouble());
            if (typeof(T) == typeof(double)) return As<T, double>(value.AsDouble());
            if (typeof(T) == typeof(long)) return As<T, long>(value.AsLong());
            if (typeof(T) == typeof(int)) return As<T, int>((int)value.AsLong());
            if (typeof(T) == typeof(bool)) return As<T, bool>(value.AsBool());
            if (typeof(T) == typeof(byte)) return As<T, byte>((byte)value.AsLong());
            if (typeof(T) == typeof(sbyte)) return As<T, sbyte>((sbyte)value.AsLong());
            if (typeof(T) == typeof(short)) return As<T, short>((short)value.AsLong());
            if (typeof(T) == typeof(Half)) return As<T, Half>((Half)value.AsDouble());
            if (typeof(T) == typeof(BFloat16)) return As<T, BFloat16>(new BFloat16((float)value.AsDouble()));
            if (typeof(T) == typeof(Complex)) return As<T, Complex>(new Complex(complex[0], complex[1]));
            return As<T, (float, float)>(((float)complex[0], (float)complex[1]));
        }

        private static T As<T, TValue>(TValue value)
            where T : unmanaged
            where TValue : unmanaged => Unsafe.As<TValue, T>(ref value);

        private static string NetName(ScalarType type) => type switch
        {
            ScalarType.Byte or ScalarType.QUInt8 => "byte",
            ScalarType.Int8 or ScalarType.QInt8 => "sbyte",
            ScalarType.Int16 => "short",
            ScalarType.Int32 or ScalarType.QInt32 => "int",
            ScalarType.Int64 => "long",
            ScalarType.Float16 => "Half",
            ScalarType.Float32 => "float",
            ScalarType.Float64 => "double",
            ScalarType.Bool => "bool",
            ScalarType.ComplexFloat32 => "(float, float)",
            ScalarType.ComplexFloat64 => "Complex",
            _ => type.ToString(),
        };

        private long[] Unravel(long element)
        {
            long[] sizes = shape;
            for (int dim = sizes.Length - 1; dim >= 0; dim--)
            {
                (element, sizes[dim]) = Math.DivRem(element, sizes[dim]);
            }

            return sizes;
        }
    }
}
