using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>The index of this thread's current CUDA device (torch.cuda.current_device).</summary>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static int current_device() => Require("torch.cuda.current_device").Current("torch.cuda.current_device");

        /// <summary>Makes a device this thread's current one (torch.cuda.set_device).</summary>
        /// <param name="device">Its index; negative ones change nothing.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        /// <exception cref="TorchIndexException">There is no device of this index.</exception>
        public static void set_device(int device)
        {
            if (device >= 0)
            {
                Require("torch.cuda.set_device").Exchange(device, "torch.cuda.set_device");
            }
        }

        /// <summary>Makes a device this thread's current one (torch.cuda.set_device).</summary>
        /// <param name="device">The device; one without an index changes nothing.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static void set_device(Device device)
        {
            ArgumentNullException.ThrowIfNull(device);
            set_device(device.index < 0 ? -1 : IndexOf(device, "torch.cuda.set_device"));
        }

        /// <summary>Makes a device this thread's current one until the result is disposed, on the same thread (Python's with torch.cuda.device).</summary>
        /// <param name="device">Its index; negative ones change nothing.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static IDisposable device(int device)
        {
            const string What = "torch.cuda.device";
            return device < 0
                ? new Restored(() => { })
                : Restored.To(Require(What).Exchange(device, What), previous => DeviceCode.Cuda.Exchange(previous, What));
        }

        /// <summary>Makes the device of a tensor this thread's current one until the result is disposed; a tensor elsewhere changes nothing.</summary>
        /// <param name="tensor">The tensor.</param>
        public static IDisposable device_of(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return device(tensor.device_type == DeviceType.CUDA ? tensor.device_index : -1);
        }

        /// <summary>A device's name (torch.cuda.get_device_name).</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static string get_device_name(Device? device = null) => get_device_properties(device).name;

        /// <summary>A device's compute capability (torch.cuda.get_device_capability).</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static (int major, int minor) get_device_capability(Device? device = null)
        {
            DeviceProperties properties = get_device_properties(device);
            return (properties.major, properties.minor);
        }

        /// <summary>What a device is and has (torch.cuda.get_device_properties).</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static DeviceProperties get_device_properties(Device? device = null)
        {
            const string What = "torch.cuda.get_device_properties";
            Require(What);
            return new DeviceProperties(CudaDriver.Instance, IndexOf(device, What));
        }

        /// <summary>Whether a device can read the memory of another (torch.cuda.can_device_access_peer).</summary>
        /// <param name="device">The one that reads.</param>
        /// <param name="peer_device">The other.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static bool can_device_access_peer(Device device, Device peer_device)
        {
            const string What = "torch.cuda.can_device_access_peer";
            Require(What);
            return CudaDriver.Instance.CanAccessPeer(IndexOf(device, What), IndexOf(peer_device, What));
        }

        /// <summary>Whether the current device computes with bfloat16: compute capability 8 and above (torch.cuda.is_bf16_supported).</summary>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static bool is_bf16_supported() => get_device_properties().major >= 8;

        /// <summary>Brings something back when it is disposed, once.</summary>
        private sealed class Restored(Action restore) : IDisposable
        {
            private Action? restore = restore;

            public static Restored To<T>(T previous, Action<T> set) => new(() => set(previous));

            public void Dispose() => Interlocked.Exchange(ref restore, null)?.Invoke();
        }
    }
}
