using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether libtorch has Metal and a device is there (torch.backends.mps.is_available).</summary>
    public static bool mps_is_available() => NativeMethods.tl_has_mps() != 0;

    /// <summary>CUDA devices (torch.cuda).</summary>
    public static class cuda
    {
        /// <summary>Whether libtorch has CUDA and at least one device is there.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>How many CUDA devices there are; 0 where libtorch has no CUDA.</summary>
        public static unsafe int device_count()
        {
            int count;
            NativeError.Check(NativeMethods.tl_cuda_device_count(&count), "torch.cuda.device_count");
            return count;
        }

        /// <summary>Seeds the generator of the current CUDA device; nothing happens without CUDA, as in Python.</summary>
        /// <param name="seed">The seed.</param>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>Seeds the generators of all CUDA devices; nothing happens without CUDA, as in Python.</summary>
        /// <param name="seed">The seed.</param>
        public static Generator manual_seed_all(long seed) => torch.manual_seed(seed);

        /// <summary>Waits for all work on a CUDA device.</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="TorchException">There is no CUDA.</exception>
        public static void synchronize(Device? device = null) =>
            NativeError.Check(NativeMethods.tl_cuda_synchronize(device?.index ?? -1), "torch.cuda.synchronize");
    }
}
