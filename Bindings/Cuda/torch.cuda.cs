using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether libtorch has Metal and a device is there (torch.backends.mps.is_available).</summary>
    public static bool mps_is_available() => NativeMethods.tl_has_mps() != 0;

    /// <summary>
    /// CUDA devices (torch.cuda). What asks or changes nothing works everywhere; what needs a device is a
    /// <see cref="CudaUnavailableException"/> where there is none.
    /// </summary>
    public static partial class cuda
    {
        /// <summary>Whether libtorch has CUDA and at least one device is there.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>Whether libtorch has cuDNN and a CUDA device is there (torch.backends.cudnn.is_available).</summary>
        public static bool is_cudnn_available() => is_available() && LibrarySwitches.Has(LibraryPart.CuDnn);

        /// <summary>How many CUDA devices there are; 0 where libtorch has no CUDA.</summary>
        public static unsafe int device_count()
        {
            int count;
            NativeError.Check(NativeMethods.tl_cuda_device_count(&count), "torch.cuda.device_count");
            return count;
        }

        /// <summary>Makes sure that CUDA can be used; what needs it does so by itself (torch.cuda.init).</summary>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static void init() => Require("torch.cuda.init");

        /// <summary>Waits for all work on a CUDA device.</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static void synchronize(Device? device = null)
        {
            Require("torch.cuda.synchronize");
            NativeError.Check(NativeMethods.tl_cuda_synchronize(IndexOf(device, "torch.cuda.synchronize")), "torch.cuda.synchronize");
        }

        /// <summary>libtorch's code for CUDA, once it is certain that there is a device.</summary>
        internal static DeviceCode Require(string what) => is_available()
            ? DeviceCode.Cuda
            : throw new CudaUnavailableException(what, NativeLibraries.LibtorchVersion, NativeLibraries.Folder, LibrarySwitches.Has(LibraryPart.Cuda));

        /// <summary>The index of a CUDA device; that of the current one for null and for a device without an index.</summary>
        private static int IndexOf(Device? device, string what)
        {
            if (device is not null && device.type != DeviceType.CUDA)
            {
                throw new ArgumentException($"{what} takes a CUDA device, not {device}", nameof(device));
            }

            return device is { index: >= 0 } ? device.index : Require(what).Current(what);
        }
    }
}
