using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>
        /// Tensors that other libraries of this process share, without a copy (Python's <c>torch.utils.dlpack</c>; the protocol is at
        /// https://dmlc.github.io/dlpack).
        /// </summary>
        public static partial class dlpack
        {
            /// <summary>A tensor for another library: it shares the memory, which stays as long as either side needs it.</summary>
            /// <param name="tensor">A dense tensor of a type that DLPack knows, without gradients.</param>
            /// <exception cref="ArgumentException">
            /// The tensor collects gradients (<c>detach</c> it), is conjugated or negated lazily (<c>resolve_conj</c>, <c>resolve_neg</c>), nested, or sparse.
            /// </exception>
            /// <exception cref="TorchException">DLPack has no such element type or device.</exception>
            public static unsafe Capsule to_dlpack(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.requires_grad)
                {
                    throw new ArgumentException("a tensor that collects gradients cannot be shared; detach() it first", nameof(tensor));
                }

                if (tensor.is_nested)
                {
                    throw new ArgumentException("a nested tensor cannot be shared: unbind() gives tensors that can, to_padded_tensor() one of all", nameof(tensor));
                }

                if (tensor.layout != Layout.Strided)
                {
                    throw new ArgumentException($"only dense tensors can be shared, this one is {tensor.layout}; to_dense() it first", nameof(tensor));
                }

                if (ops.aten.is_conj(tensor) || ops.aten.is_neg(tensor))
                {
                    throw new ArgumentException(
                        "the tensor's values are conjugated or negated when they are read; resolve_conj() and resolve_neg() it first", nameof(tensor));
                }

                nint managed;
                int status = NativeMethods.tl_dlpack_export(tensor.Handle, &managed);
                GC.KeepAlive(tensor);
                NativeError.Check(status, "torch.utils.dlpack.to_dlpack");
                return new Capsule(managed);
            }

            /// <summary>A tensor over the memory of another library's. The capsule is used up.</summary>
            /// <param name="capsule">What <see cref="to_dlpack"/> gave, here or elsewhere.</param>
            /// <exception cref="InvalidOperationException">The capsule was used before.</exception>
            /// <exception cref="TorchException">libtorch has no such element type or device; the capsule stays whole.</exception>
            public static Tensor from_dlpack(Capsule capsule)
            {
                ArgumentNullException.ThrowIfNull(capsule);
                nint managed = capsule.Take();
                try
                {
                    return from_dlpack(managed);
                }
                catch
                {
                    capsule.PutBack(managed);
                    throw;
                }
            }

            /// <summary>A tensor over the memory of another library's.</summary>
            /// <param name="managed">
            /// A <c>DLManagedTensor*</c>. If the call succeeds the tensor owns it, and calls its deleter when the memory is no longer needed; if it
            /// fails it stays the caller's.
            /// </param>
            /// <exception cref="TorchException">libtorch has no such element type or device.</exception>
            public static unsafe Tensor from_dlpack(nint managed)
            {
                ArgumentOutOfRangeException.ThrowIfZero(managed);
                nint tensor;
                NativeError.Check(NativeMethods.tl_dlpack_import(managed, &tensor), "torch.utils.dlpack.from_dlpack");
                return new Tensor(tensor);
            }
        }
    }

    /// <summary>A tensor over the memory of another library's (Python's <c>torch.from_dlpack</c>). The capsule is used up.</summary>
    /// <inheritdoc cref="utils.dlpack.from_dlpack(utils.dlpack.Capsule)"/>
    public static Tensor from_dlpack(utils.dlpack.Capsule capsule) => utils.dlpack.from_dlpack(capsule);
}
