using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>
        /// What TorchScript knows of a tensor. A scripted module's arguments are plain tensors, of which it knows nothing beforehand: the members
        /// below are errors then.
        /// </summary>
        public sealed class TensorType : Type
        {
            private const int Unknown = -1;

            internal TensorType(ScriptHandle handle)
                : base(handle)
            {
            }

            /// <summary>The type of a tensor: element type, device and sizes as they are (Python's <c>TensorType.create_from_tensor</c>).</summary>
            /// <param name="tensor">The tensor.</param>
            public static unsafe TensorType create_from_tensor(Tensor tensor)
            {
                nint type;
                int status = NativeMethods.tl_jit_type_of_tensor(Tensor.HandleOf(tensor), &type);
                GC.KeepAlive(tensor);
                NativeError.Check(status, "torch.jit.TensorType.create_from_tensor");
                return new TensorType(new ScriptHandle(type));
            }

            /// <summary>The element type.</summary>
            /// <exception cref="InvalidOperationException">It is left open.</exception>
            public ScalarType GetScalarType() => Read().DType is >= 0 and var type ? (ScalarType)type : throw Open("element type");

            /// <summary>The sizes.</summary>
            /// <exception cref="InvalidOperationException">At least one is left open.</exception>
            public long[] size() => Read().Sizes ?? throw Open("sizes");

            /// <summary>The number of dimensions.</summary>
            /// <exception cref="InvalidOperationException">It is left open.</exception>
            public int GetDimensions() => Read().Dim is >= 0 and var dim ? (int)dim : throw Open("number of dimensions");

            /// <summary>The device, as <c>cpu</c> or <c>cuda:0</c>.</summary>
            /// <exception cref="InvalidOperationException">It is left open.</exception>
            public string GetDevice() => Read().Device?.ToString() ?? throw Open("device");

            private static InvalidOperationException Open(string what) =>
                new($"this tensor type leaves the {what} open: a script's arguments are known by their values only, when it is called");

            private unsafe (int DType, Device? Device, long Dim, long[]? Sizes) Read()
            {
                using SharedHandle.Lease lease = Handle.Hold();
                int dtype, deviceType, deviceIndex;
                long dim;
                Value sizes;
                int status = NativeMethods.tl_jit_tensor_type(lease.Native, &dtype, &deviceType, &deviceIndex, &dim, &sizes);
                NativeError.Check(status, "torch.jit.TensorType");
                Device? device = deviceType == Unknown ? null : new Device((DeviceType)deviceType, deviceIndex);
                return (dtype, device, dim, sizes.Tag == ValueTag.None ? null : sizes.TakeLongList());
            }
        }
    }
}
