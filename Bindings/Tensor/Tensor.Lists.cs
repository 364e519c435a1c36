using System.Diagnostics.CodeAnalysis;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The elements as nested lists, a list for each dimension; the element itself of a zero-dimensional tensor (Python's
        /// <c>torch.Tensor.tolist</c>). Elements are boxed numbers of the .NET type that holds them exactly.
        /// </summary>
        /// <returns>A number, or a <c>List&lt;object&gt;</c> of numbers or lists.</returns>
        public object tolist()
        {
            using IDisposable mode = no_grad();
            using Tensor host = cpu();
            using Tensor row = host.reshape(-1);
            Func<long, object> element = Elements(row);
            long next = 0;
            return Nest(shape, 0, element, ref next);
        }

        /// <summary>Replaces each element by what a function makes of it; on the host only (Python's <c>torch.Tensor.apply_</c>).</summary>
        /// <typeparam name="T">The .NET type of the elements.</typeparam>
        /// <param name="callable">The function.</param>
        /// <returns>This tensor.</returns>
        public Tensor apply_<T>(Func<T, T> callable)
            where T : unmanaged
        {
            ArgumentNullException.ThrowIfNull(callable);
            T[] values = data<T>().ToArray();
            data<T>().CopyFrom(Array.ConvertAll(values, value => callable(value)));
            return this;
        }

        /// <summary>
        /// Replaces each element by what a function makes of it and of another tensor's, which broadcasts; on the host only (Python's
        /// <c>torch.Tensor.map_</c>).
        /// </summary>
        /// <typeparam name="T">The .NET type of the elements.</typeparam>
        /// <param name="tensor">The other tensor.</param>
        /// <param name="callable">The function.</param>
        /// <returns>This tensor.</returns>
        public Tensor map_<T>(Tensor tensor, Func<T, T, T> callable)
            where T : unmanaged
        {
            ArgumentNullException.ThrowIfNull(callable);
            using Tensor wide = tensor.expand_as(this);
            T[] others = wide.data<T>().ToArray();
            T[] values = data<T>().ToArray();
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = callable(values[i], others[i]);
            }

            data<T>().CopyFrom(values);
            return this;
        }

        /// <summary>Whether two tensors have the same sizes and elements (torch.equal).</summary>
        /// <param name="target">The other tensor.</param>
        [SuppressMessage("Usage", "CA2225", Justification = "TorchSharp's name")]
        public bool Equals(Tensor? target) =>
            ReferenceEquals(this, target) || (target is not null && dtype == target.dtype && device.Equals(target.device) && ops.aten.equal(this, target));

        /// <summary>The number of dimensions (Python's <c>torch.Tensor.ndimension</c>).</summary>
        public long ndimension() => dim();

        /// <summary>The number of elements (Python's <c>torch.Tensor.nelement</c>).</summary>
        public long nelement() => numel();

        /// <summary>The memory behind the tensor, all of it (Python's <c>torch.Tensor.storage</c>). Writing to it changes the tensor.</summary>
        /// <typeparam name="T">The .NET type of an element; has to fit <see cref="dtype"/>.</typeparam>
        /// <exception cref="ArgumentException">T does not hold elements of this type.</exception>
        public Storage<T> storage<T>()
            where T : unmanaged => new(this);

        /// <summary>The address of the first element (Python's <c>torch.Tensor.data_ptr</c>); valid while the tensor lives.</summary>
        public unsafe nint data_ptr()
        {
            nint address;
            NativeError.Check(NativeMethods.tl_tensor_data(Handle, &address), "data_ptr");
            EndUse();
            return address;
        }

        /// <summary>A new tensor of this one's type and device with the elements of an array (Python's <c>torch.Tensor.new_tensor</c>).</summary>
        /// <param name="data">The array, of any rank.</param>
        /// <param name="dtype">Element type; this one's when null.</param>
        /// <param name="device">Device; this one's when null.</param>
        /// <param name="requires_grad">Whether autograd records what is done to it.</param>
        public Tensor new_tensor(Array data, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            from_array(data, dtype ?? this.dtype, device ?? this.device, requires_grad);

        private static object Nest(long[] sizes, int dimension, Func<long, object> element, ref long next)
        {
            if (dimension == sizes.Length)
            {
                return element(next++);
            }

            var list = new List<object>(checked((int)sizes[dimension]));
            for (long i = 0; i < sizes[dimension]; i++)
            {
                list.Add(Nest(sizes, dimension + 1, element, ref next));
            }

            return list;
        }

        private static Func<long, object> Elements(Tensor row)
        {
            switch (row.dtype)
            {
                case ScalarType.Bool: return Boxed<bool>(row);
                case ScalarType.Byte: return Boxed<byte>(row);
                case ScalarType.Int8: return Boxed<sbyte>(row);
                case ScalarType.Int16: return Boxed<short>(row);
                case ScalarType.Int32: return Boxed<int>(row);
                case ScalarType.Int64: return Boxed<long>(row);
                case ScalarType.Float16: return Boxed<Half>(row);
                case ScalarType.BFloat16: return Boxed<BFloat16>(row);
                case ScalarType.Float32: return Boxed<float>(row);
                case ScalarType.Float64: return Boxed<double>(row);
                case ScalarType.ComplexFloat32: return Boxed<(float Real, float Imaginary)>(row);
                case ScalarType.ComplexFloat64: return Boxed<System.Numerics.Complex>(row);
                default: throw new TorchTypeException($"elements of type {row.dtype} have no .NET counterpart: dequantize or convert the tensor first");
            }
        }

        private static Func<long, object> Boxed<T>(Tensor row)
            where T : unmanaged
        {
            T[] values = row.data<T>().ToArray();
            return index => values[index];
        }
    }
}
