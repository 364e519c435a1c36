using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The memory behind a tensor, as a row of elements of a .NET type (torch.TypedStorage). Writing to it changes the tensor.</summary>
    /// <typeparam name="T">The .NET type of an element.</typeparam>
    [SuppressMessage("Naming", "CA1710", Justification = "TorchSharp's name")]
    public sealed class Storage<T> : Storage, IDisposable, IEnumerable<T>
        where T : unmanaged
    {
        internal Storage(Tensor tensor)
            : base(Checked(tensor))
        {
        }

        private Storage(Tensor row, nint address)
            : base(row, address)
        {
        }

        /// <summary>Where the memory is.</summary>
        public Device device => _tensor.device;

        /// <summary>How many elements there are.</summary>
        public int Count => checked((int)_tensor.numel());

        /// <summary>Whether elements can only be read: never.</summary>
        public bool IsReadOnly => false;

        /// <summary>One element.</summary>
        /// <param name="index">Its place; negative ones count from the end.</param>
        /// <exception cref="TorchIndexException">There is no such place.</exception>
        public T this[int index]
        {
            get
            {
                using IDisposable mode = no_grad();
                using Tensor element = ops.aten.select_int(_tensor, 0, index);
                return element.item<T>();
            }

            set
            {
                using IDisposable mode = no_grad();
                using Tensor element = ops.aten.select_int(_tensor, 0, index);
                using Tensor number = FromSpan<T>([value], [], null, null, false, null);
                ops.aten.copy_(element, number);
            }
        }

        /// <summary>A stretch of the storage, in the same memory. Setting it copies elements, or the only one to all places.</summary>
        /// <param name="range">The first place and the one after the last; null for the storage's own.</param>
        public Storage<T> this[(int? Start, int? End) range]
        {
            get => Stretch(range.Start ?? 0, range.End ?? Count);
            set => Write(range.Start ?? 0, range.End ?? Count, value);
        }

        /// <summary>A stretch of the storage, in the same memory. Setting it copies elements, or the only one to all places.</summary>
        /// <param name="range">The places.</param>
        public Storage<T> this[Range range]
        {
            get => Stretch(range.Start.GetOffset(Count), range.End.GetOffset(Count));
            set => Write(range.Start.GetOffset(Count), range.End.GetOffset(Count), value);
        }

        /// <summary>A storage of one element, to be written to a stretch of another.</summary>
        /// <param name="value">The element.</param>
        public static implicit operator Storage<T>(T value) => Take(CreateTypedTensor(ElementTypes.Of<T>(), [value]));

        /// <inheritdoc/>
        public override int element_size() => _tensor.dtype.ElementSize();

        /// <summary>The storage's copy on a CUDA device; itself where it is there.</summary>
        /// <param name="device">The device; null for the current one.</param>
        public Storage<T> cuda(Device? device = null)
        {
            using Tensor there = _tensor.cuda(device);
            return new Storage<T>(there);
        }

        /// <summary>The storage's copy on the host; itself where it is there.</summary>
        public Storage<T> cpu()
        {
            using Tensor there = _tensor.cpu();
            return new Storage<T>(there);
        }

        /// <summary>A copy of all elements.</summary>
        public T[] ToArray()
        {
            using Tensor host = _tensor.cpu();
            return host.data<T>().ToArray();
        }

        /// <summary>A copy of all elements.</summary>
        public IList<T> tolist() => ToArray();

        /// <summary>Copies elements into the storage, from its beginning on.</summary>
        /// <param name="array">The elements, at most as many as the storage has.</param>
        public void copy_(IList<T> array) => CopyFrom(array, 0);

        /// <summary>Gives all places one value.</summary>
        /// <param name="value">The value.</param>
        public void fill_(T value)
        {
            using IDisposable mode = no_grad();
            using Tensor number = FromSpan<T>([value], [], null, null, false, null);
            ops.aten.copy_(_tensor, number);
        }

        /// <summary>Whether an element has a value.</summary>
        /// <param name="item">The value.</param>
        public bool Contains(T item) => IndexOf(item) >= 0;

        /// <summary>The first place of a value; -1 where there is none.</summary>
        /// <param name="item">The value.</param>
        public int IndexOf(T item) => Array.IndexOf(ToArray(), item);

        /// <summary>Copies all elements into a list.</summary>
        /// <param name="array">Where to; it has to have places enough.</param>
        /// <param name="arrayIndex">The first place written.</param>
        /// <exception cref="ArgumentException">There are too few places.</exception>
        public void CopyTo(IList<T> array, int arrayIndex)
        {
            ArgumentNullException.ThrowIfNull(array);
            ArgumentOutOfRangeException.ThrowIfNegative(arrayIndex);
            if (array.Count - arrayIndex < Count)
            {
                throw new ArgumentException($"{Count} elements do not fit into a list of {array.Count} from place {arrayIndex} on", nameof(array));
            }

            foreach (T value in ToArray())
            {
                array[arrayIndex++] = value;
            }
        }

        /// <summary>Copies elements from a list, up to its end, into the storage, from its beginning on.</summary>
        /// <param name="array">Where from.</param>
        /// <param name="arrayIndex">The first place read.</param>
        /// <exception cref="ArgumentException">There are more than the storage has places.</exception>
        public void CopyFrom(IList<T> array, int arrayIndex)
        {
            ArgumentNullException.ThrowIfNull(array);
            ArgumentOutOfRangeException.ThrowIfNegative(arrayIndex);
            T[] values = [.. array.Skip(arrayIndex)];
            if (values.Length > Count)
            {
                throw new ArgumentException($"{values.Length} elements do not fit into a storage of {Count}", nameof(array));
            }

            using IDisposable mode = no_grad();
            using Tensor source = FromSpan<T>(values, [values.Length], null, CPU, false, null);
            using Tensor target = ops.aten.slice_Tensor(_tensor, 0, 0, values.Length);
            ops.aten.copy_(target, source);
        }

        /// <inheritdoc/>
        public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Lets go of the memory; the tensors in it keep it.</summary>
        public void Dispose() => _tensor.Dispose();

        internal static Storage<T> Take(Tensor row)
        {
            using (row)
            {
                return new Storage<T>(row);
            }
        }

        private static Tensor Checked(Tensor tensor) => ElementTypes.Holds<T>(tensor.dtype)
            ? tensor
            : throw new ArgumentException($"the tensor's elements are {tensor.dtype}, not {ElementTypes.Of<T>()}: convert it with to_type first");

        private Storage<T> Stretch(int start, int end)
        {
            Tensor part = ops.aten.slice_Tensor(_tensor, 0, start, end).DetachFromDisposeScope();
            return new Storage<T>(part, _tensor_data_ptr == 0 ? 0 : TensorMemory.Address(part));
        }

        private void Write(int start, int end, Storage<T> value)
        {
            ArgumentNullException.ThrowIfNull(value);
            using IDisposable mode = no_grad();
            using Tensor target = ops.aten.slice_Tensor(_tensor, 0, start, end);
            ops.aten.copy_(target, value._tensor);
        }
    }
}
