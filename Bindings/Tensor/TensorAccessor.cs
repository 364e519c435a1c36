using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Interop;

namespace TorchSharp.Utils;

/// <summary>
/// Reads and writes the elements of a tensor on the host, in the order of their indices whatever the strides. Made by
/// <see cref="torch.Tensor.data{T}"/>; keeps the tensor alive.
/// </summary>
/// <typeparam name="T">The .NET type of an element.</typeparam>
[SuppressMessage("Naming", "CA1710", Justification = "TorchSharp's name")]
public sealed unsafe class TensorAccessor<T> : IEnumerable<T>, IDisposable
    where T : unmanaged
{
    private readonly torch.Tensor tensor;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;

    // The memory of a conjugate, say, holds other numbers than the tensor's: they are read from a copy.
    private readonly bool lazy;

    internal TensorAccessor(torch.Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
        {
            throw new InvalidOperationException($"the tensor is on {tensor.device}: bring it to the host with cpu() to read its elements");
        }

        if (tensor.layout != torch.Layout.Strided)
        {
            throw new InvalidOperationException($"a tensor of layout {tensor.layout} has no elements in a row: use to_dense()");
        }

        if (!ElementTypes.Holds<T>(tensor.dtype))
        {
            throw new ArgumentException($"the tensor's elements are {tensor.dtype}, not {ElementTypes.Of<T>()}: convert it with to_type first");
        }

        lazy = TensorMemory.IsLazy(tensor);
        this.tensor = lazy ? Resolved(tensor) : tensor;
        tensor = this.tensor;
        shape = tensor.shape;
        strides = tensor.stride();
        contiguous = tensor.is_contiguous();
        Count = tensor.numel();
    }

    /// <summary>How many elements there are.</summary>
    public long Count { get; }

    /// <summary>Whether elements can only be read: those of a conjugate or a negation that was not carried out yet.</summary>
    public bool IsReadOnly => lazy;

    private T* Start
    {
        get
        {
            void* data;
            nint raw;
            NativeError.Check(NativeMethods.tl_tensor_data(tensor.Handle, &raw), "data");
            data = (void*)raw;
            return (T*)data;
        }
    }

    /// <summary>One element, by its index in each dimension.</summary>
    /// <param name="indices">As many as the tensor has dimensions; or one, which counts elements in order.</param>
    /// <exception cref="IndexOutOfRangeException">An index is out of range.</exception>
    [SuppressMessage("Usage", "CA2201", Justification = "an indexer's own exception")]
    public T this[params long[] indices]
    {
        get
        {
            T value = Start[Offset(indices)];
            tensor.EndUse();
            return value;
        }

        set
        {
            CheckWritable();
            Start[Offset(indices)] = value;
            tensor.EndUse();
        }
    }

    /// <summary>Whether both show the same tensor.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TensorAccessor<T>? left, TensorAccessor<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they show different tensors.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TensorAccessor<T>? left, TensorAccessor<T>? right) => !(left == right);

    /// <summary>A copy of all elements in order.</summary>
    /// <exception cref="InvalidOperationException">There are more than an array holds.</exception>
    public T[] ToArray()
    {
        if (Count > Array.MaxLength)
        {
            throw new InvalidOperationException($"{Count} elements do not fit into an array");
        }

        var array = GC.AllocateUninitializedArray<T>((int)Count);
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>A copy as a .NET array of the tensor's shape; a boxed element array of length one for a zero-dimensional tensor.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "arrays of the twelve element types are rooted by the factories that take them")]
    public Array ToNDArray()
    {
        if (shape.Length <= 1)
        {
            return ToArray();
        }

        var array = Array.CreateInstance(typeof(T), shape);
        fixed (byte* bytes = &System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array))
        {
            Copy(new Span<T>(bytes, checked((int)Count)), 0);
        }

        return array;
    }

    /// <summary>Copies elements, in order, into an array.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">The first place written.</param>
    /// <param name="tensorIndex">The first element read.</param>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements, in order, into a span: as many as are there, or as fit.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">The first place written.</param>
    /// <param name="tensorIndex">The first element read.</param>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tensorIndex);
        Span<T> target = array[arrayIndex..];
        Copy(target[..(int)Math.Min(target.Length, Math.Max(0, Count - tensorIndex))], tensorIndex);
    }

    /// <summary>Copies elements, in order, from an array into the tensor.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">The first place read.</param>
    /// <param name="tensorIndex">The first element written.</param>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Copies elements, in order, from a span into the tensor: as many as are there, or as fit.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">The first place read.</param>
    /// <param name="tensorIndex">The first element written.</param>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        CheckWritable();
        ArgumentOutOfRangeException.ThrowIfNegative(tensorIndex);
        ReadOnlySpan<T> source = array[arrayIndex..];
        long count = Math.Min(source.Length, Math.Max(0, Count - tensorIndex));
        T* start = Start;
        if (contiguous)
        {
            source[..(int)count].CopyTo(new Span<T>(start + tensorIndex, (int)count));
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                start[OffsetOf(tensorIndex + i)] = source[i];
            }
        }

        tensor.EndUse();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && ReferenceEquals(other.tensor, tensor);

    /// <inheritdoc/>
    public override int GetHashCode() => tensor.GetHashCode();

    /// <summary>Does nothing: the tensor stays its owner's. Here so that code written for TorchSharp compiles.</summary>
    public void Dispose()
    {
    }

    private static torch.Tensor Resolved(torch.Tensor tensor)
    {
        using IDisposable mode = torch.no_grad();
        return TensorMemory.Materialize(tensor);
    }

    private void CheckWritable()
    {
        if (lazy)
        {
            throw new InvalidOperationException(
                "the tensor's memory holds a conjugate, a negation or nothing in place of its elements: write to resolve_conj().resolve_neg().clone() instead");
        }
    }

    private void Copy(Span<T> target, long first)
    {
        T* start = Start;
        if (contiguous)
        {
            new ReadOnlySpan<T>(start + first, target.Length).CopyTo(target);
        }
        else
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = start[OffsetOf(first + i)];
            }
        }

        tensor.EndUse();
    }

    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && shape.Length != 1)
        {
            return indices[0] >= 0 && indices[0] < Count ? OffsetOf(indices[0]) : throw OutOfRange(indices);
        }

        if (indices.Length != shape.Length)
        {
            throw new ArgumentException($"the tensor has {shape.Length} dimensions, {indices.Length} indices were given");
        }

        long offset = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            offset += indices[i] >= 0 && indices[i] < shape[i] ? indices[i] * strides[i] : throw OutOfRange(indices);
        }

        return offset;
    }

    private long OffsetOf(long element)
    {
        long offset = 0;
        for (int dim = shape.Length - 1; dim >= 0; dim--)
        {
            (element, long index) = Math.DivRem(element, shape[dim]);
            offset += index * strides[dim];
        }

        return offset;
    }

    [SuppressMessage("Usage", "CA2201", Justification = "an indexer's own exception")]
    private IndexOutOfRangeException OutOfRange(long[] indices) =>
        new($"index [{string.Join(", ", indices)}] is out of range for shape [{string.Join(", ", shape)}]");
}
