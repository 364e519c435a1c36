namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>This tensor on the host; the same data where it is there already.</summary>
        public Tensor cpu() => to(CPU);

        /// <summary>This tensor on a CUDA device.</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <param name="non_blocking">Whether a copy from pinned memory may still run when the call returns.</param>
        /// <exception cref="InvalidOperationException">There is no CUDA.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false)
        {
            InitializeDeviceType(DeviceType.CUDA);
            return to(device ?? CUDA, non_blocking: non_blocking);
        }

        /// <summary>This tensor on Apple's Metal device.</summary>
        /// <param name="non_blocking">Whether the copy may still run when the call returns.</param>
        public Tensor mps(bool non_blocking = false)
        {
            InitializeDeviceType(DeviceType.MPS);
            return to(MPS, non_blocking: non_blocking);
        }

        /// <summary>This tensor with another element type.</summary>
        /// <param name="type">The element type.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor.</param>
        /// <param name="non_blocking">Whether the copy may still run when the call returns.</param>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Done(ops.aten.to_dtype(this, type, non_blocking, copy), disposeAfter);

        /// <summary>This tensor with another's element type.</summary>
        /// <param name="tensor">The other.</param>
        public Tensor type_as(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return to_type(tensor.dtype);
        }

        /// <summary>This tensor on another device.</summary>
        /// <param name="deviceType">The kind of device.</param>
        /// <param name="deviceIndex">Its index, -1 for the current one.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor.</param>
        /// <param name="non_blocking">Whether the copy may still run when the call returns.</param>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>This tensor with another element type on another device.</summary>
        /// <param name="type">The element type.</param>
        /// <param name="device">The device.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor.</param>
        /// <param name="non_blocking">Whether the copy may still run when the call returns.</param>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            ArgumentNullException.ThrowIfNull(device);
            InitializeDeviceType(device.type);
            return Done(ops.aten.to_device(this, device, type, non_blocking, copy), disposeAfter);
        }

        /// <summary>This tensor with another element type.</summary>
        /// <param name="type">The element type.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor.</param>
        /// <param name="non_blocking">Whether the copy may still run when the call returns.</param>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>This tensor on another device.</summary>
        /// <param name="device">A description such as cuda:0.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor.</param>
        /// <param name="non_blocking">Whether the copy may still run when the call returns.</param>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>This tensor on another device.</summary>
        /// <param name="device">The device.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor.</param>
        /// <param name="non_blocking">Whether the copy may still run when the call returns.</param>
        /// <exception cref="InvalidOperationException">There is no such device here.</exception>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            ArgumentNullException.ThrowIfNull(device);
            InitializeDeviceType(device.type);
            return Done(ops.aten.to_device(this, device, dtype, non_blocking, copy), disposeAfter);
        }

        /// <summary>This tensor with its elements laid out in another order in memory (Python's <c>to(memory_format=...)</c>).</summary>
        /// <param name="memory_format">The order; the same tensor comes back where it has it already.</param>
        /// <param name="copy">Whether a copy is made in any case.</param>
        /// <param name="non_blocking">Whether the copy may still run when the call returns.</param>
        public Tensor to(MemoryFormat memory_format, bool copy = false, bool non_blocking = false) =>
            ops.aten.to_dtype(this, dtype, non_blocking, copy, memory_format);

        /// <summary>This tensor with another's element type on another's device.</summary>
        /// <param name="other">The other.</param>
        /// <param name="non_blocking">Whether the copy may still run when the call returns.</param>
        public Tensor to(Tensor other, bool non_blocking = false)
        {
            ArgumentNullException.ThrowIfNull(other);
            return to(other.dtype, other.device, non_blocking: non_blocking);
        }

        /// <summary>This tensor with another element type.</summary>
        /// <param name="dtype">The element type.</param>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>This tensor as a conversion function gives it.</summary>
        /// <param name="typeFunc">The conversion.</param>
        public Tensor type(Func<Tensor, Tensor> typeFunc)
        {
            ArgumentNullException.ThrowIfNull(typeFunc);
            return typeFunc(this);
        }

        // What `to` gives may be this very tensor behind another object: disposing this one leaves it whole.
        private Tensor Done(Tensor result, bool disposeAfter)
        {
            if (disposeAfter)
            {
                Dispose();
            }

            return result;
        }
    }
}
