using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// The memory behind a tensor, as a row of elements (torch.Storage): all of it, whatever part of it the tensor shows. Tensors that are views of
    /// each other have one storage.
    /// </summary>
    [SuppressMessage("Design", "CA1051", Justification = "TorchSharp's fields")]
    public abstract class Storage
    {
        /// <summary>A one-dimensional view of the whole memory; keeps it alive.</summary>
        protected Tensor _tensor;

        /// <summary>The address of the first element; 0 where the memory is not the host's.</summary>
        protected nint _tensor_data_ptr;

        /// <summary>The memory behind a tensor.</summary>
        /// <param name="tensor">The tensor.</param>
        /// <exception cref="TorchException">A sparse or other tensor without a storage.</exception>
        protected Storage(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            (_tensor, _tensor_data_ptr) = WholeOf(tensor);
        }

        /// <summary>A stretch of the memory behind another storage's tensor.</summary>
        /// <param name="tensor">A one-dimensional contiguous tensor; it becomes this storage's own.</param>
        /// <param name="data_ptr">The address of its first element.</param>
        protected Storage(Tensor tensor, nint data_ptr)
        {
            (_tensor, _tensor_data_ptr) = (tensor, data_ptr);
        }

        /// <summary>A storage with the elements converted to truth values (Python's <c>Storage.bool</c>).</summary>
        public Storage<bool> @bool() => Converted<bool>();

        /// <summary>A storage with the elements converted to unsigned 8-bit integers (Python's <c>Storage.byte</c>).</summary>
        public Storage<byte> @byte() => Converted<byte>();

        /// <summary>A storage with the elements converted to signed 8-bit integers (Python's <c>Storage.char</c>).</summary>
        public Storage<sbyte> @char() => Converted<sbyte>();

        /// <summary>A storage with the elements converted to 16-bit integers (Python's <c>Storage.short</c>).</summary>
        public Storage<short> @short() => Converted<short>();

        /// <summary>A storage with the elements converted to 32-bit integers (Python's <c>Storage.int</c>).</summary>
        public Storage<int> @int() => Converted<int>();

        /// <summary>A storage with the elements converted to 64-bit integers (Python's <c>Storage.long</c>).</summary>
        public Storage<long> @long() => Converted<long>();

        /// <summary>A storage with the elements converted to single precision (Python's <c>Storage.float</c>).</summary>
        public Storage<float> @float() => Converted<float>();

        /// <summary>A storage with the elements converted to double precision (Python's <c>Storage.double</c>).</summary>
        public Storage<double> @double() => Converted<double>();

        /// <summary>A storage with the elements converted to complex64 (Python's <c>Storage.complex_float</c>).</summary>
        public Storage<(float Real, float Imaginary)> complex_float() => Converted<(float Real, float Imaginary)>();

        /// <summary>A storage with the elements converted to complex128 (Python's <c>Storage.complex_double</c>).</summary>
        public Storage<Complex> complex_double() => Converted<Complex>();

        /// <summary>Bytes that one element takes.</summary>
        public abstract int element_size();

        /// <summary>The address of the first element; 0 where the memory is not the host's.</summary>
        public nint data_ptr() => _tensor_data_ptr;

        /// <summary>Bytes of the whole storage.</summary>
        public ulong nbytes() => (ulong)(_tensor.numel() * element_size());

        /// <summary>A one-dimensional tensor of a list's elements.</summary>
        /// <typeparam name="T">The .NET type of an element.</typeparam>
        /// <param name="dtype">The tensor's element type.</param>
        /// <param name="rawArray">The elements; they are copied.</param>
        protected static Tensor CreateTypedTensor<T>(ScalarType dtype, IList<T> rawArray)
            where T : unmanaged
        {
            ArgumentNullException.ThrowIfNull(rawArray);
            return FromList(rawArray, [rawArray.Count], dtype, CPU, false, null).DetachFromDisposeScope();
        }

        private static (Tensor Whole, nint Address) WholeOf(Tensor tensor)
        {
            long elements = TensorMemory.StorageBytes(tensor) / tensor.element_size();
            using IDisposable mode = no_grad();
            using Tensor plain = ops.aten.detach(tensor);
            Tensor whole = ops.aten.as_strided(plain, [elements], [1], 0).DetachFromDisposeScope();
            return (whole, tensor.is_cpu() ? TensorMemory.StorageAddress(tensor) : 0);
        }

        private Storage<T> Converted<T>()
            where T : unmanaged => Storage<T>.Take(_tensor.to_type(ElementTypes.Of<T>(), copy: true));
    }
}
