using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sizes of all dimensions; a fresh array at each call.</summary>
        public unsafe long[] shape
        {
            get
            {
                long* sizes;
                long count = NativeMethods.tl_tensor_sizes(Handle, &sizes);
                long[] result = count < 0 ? throw NoSizes("sizes") : new ReadOnlySpan<long>(sizes, (int)count).ToArray();
                EndUse();
                return result;
            }
        }

        /// <summary>The number of dimensions.</summary>
        public long ndim => dim();

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => dim();

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => numel();

        /// <summary>Bytes that one element takes.</summary>
        public long ElementSize => element_size();

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype
        {
            get
            {
                var type = (ScalarType)NativeMethods.tl_tensor_dtype(Handle);
                EndUse();
                return type;
            }
        }

        /// <summary>Where the tensor lives.</summary>
        public Device device
        {
            get
            {
                DeviceType type = device_type;
                return type == DeviceType.CPU ? CPU : new Device(type, device_index);
            }
        }

        /// <summary>The kind of device it lives on.</summary>
        public DeviceType device_type
        {
            get
            {
                var type = (DeviceType)NativeMethods.tl_tensor_device_type(Handle);
                EndUse();
                return type;
            }
        }

        /// <summary>The index of the device it lives on; -1 on the CPU.</summary>
        public int device_index
        {
            get
            {
                int index = NativeMethods.tl_tensor_device_index(Handle);
                EndUse();
                return index;
            }
        }

        /// <summary>How the elements lie in memory.</summary>
        public Layout layout
        {
            get
            {
                var value = (Layout)NativeMethods.tl_tensor_layout(Handle);
                EndUse();
                return value;
            }
        }

        /// <summary>Whether it lives on a CUDA device.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether it has a shape and a type but no data.</summary>
        public bool is_meta => device_type == DeviceType.META;

        /// <summary>Whether its layout is COO sparse.</summary>
        public bool is_sparse => layout == Layout.Sparse;

        /// <summary>Whether its layout is CSR sparse.</summary>
        public bool is_sparse_csr => layout == Layout.SparseCsr;

        /// <summary>Whether it lives on Apple's Metal device.</summary>
        public bool is_mps => device_type == DeviceType.MPS;

        /// <summary>The indices of a coalesced sparse tensor, shape [sparse dimensions, values].</summary>
        public Tensor SparseIndices => ops.aten.indices(this);

        /// <summary>The values of a coalesced sparse tensor.</summary>
        public Tensor SparseValues => ops.aten.values(this);

        /// <summary>The number of dimensions.</summary>
        public long dim()
        {
            long value = NativeMethods.tl_tensor_dim(Handle);
            EndUse();
            return value >= 0 ? value : throw NoSizes("dimensions");
        }

        /// <summary>The number of elements.</summary>
        public long numel()
        {
            long value = NativeMethods.tl_tensor_numel(Handle);
            EndUse();
            return value >= 0 ? value : throw NoSizes("count of elements");
        }

        /// <summary>Bytes that one element takes.</summary>
        public long element_size() => dtype.ElementSize();

        /// <summary>The size of one dimension.</summary>
        /// <param name="dim">The dimension; negative ones count from the end.</param>
        /// <exception cref="TorchIndexException">There is no such dimension.</exception>
        /// <exception cref="TorchException">The tensor is nested, and its tensors differ in this dimension.</exception>
        public unsafe long size(int dim)
        {
            long* sizes;
            long count = NativeMethods.tl_tensor_sizes(Handle, &sizes);
            long value = count < 0 ? SizeWithoutSizes(dim) : sizes[WrapDim(dim, count)];
            EndUse();
            return value;
        }

        /// <summary>The sizes of all dimensions.</summary>
        public long[] size() => shape;

        /// <summary>For each dimension, how many elements lie between two neighbours in memory.</summary>
        /// <exception cref="TorchException">The layout has no strides.</exception>
        public unsafe long[] stride()
        {
            long* strides;
            long count = NativeMethods.tl_tensor_strides(Handle, &strides);
            long[] result = count < 0 ? throw NoSizes("strides") : new ReadOnlySpan<long>(strides, (int)count).ToArray();
            EndUse();
            return result;
        }

        /// <summary>How many elements lie between two neighbours of one dimension in memory.</summary>
        /// <param name="dim">The dimension; negative ones count from the end.</param>
        public long stride(int dim)
        {
            long[] strides = stride();
            return strides[WrapDim(dim, strides.Length)];
        }

        /// <summary>The place of the first element in its storage, in elements.</summary>
        public long storage_offset()
        {
            long value = NativeMethods.tl_tensor_storage_offset(Handle);
            EndUse();
            return value >= 0 ? value : throw NoSizes("storage offset");
        }

        /// <summary>Whether the element type is an integer type; bool is not.</summary>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>Whether the element type is a floating-point type.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the element type is complex.</summary>
        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Whether the element type is quantized.</summary>
        public bool is_quantized() => torch.is_quantized(dtype);

        /// <summary>Whether it lives in the host's memory.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>Whether the elements lie one behind the other in the order of their indices.</summary>
        public bool is_contiguous() => is_contiguous(MemoryFormat.Contiguous);

        /// <summary>Whether the elements lie in memory as a format says.</summary>
        /// <param name="memory_format">The format.</param>
        public unsafe bool is_contiguous(MemoryFormat memory_format)
        {
            byte result;
            NativeError.Check(NativeMethods.tl_tensor_is_contiguous(Handle, (int)memory_format, &result), "is_contiguous");
            EndUse();
            return result != 0;
        }

        private static long WrapDim(long dim, long count)
        {
            long wrapped = dim < 0 ? dim + count : dim;
            return wrapped >= 0 && wrapped < count
                ? wrapped
                : throw new TorchIndexException(
                    $"Dimension out of range (expected to be in range of [{-Math.Max(count, 1)}, {Math.Max(count, 1) - 1}], but got {dim})");
        }
    }
}
