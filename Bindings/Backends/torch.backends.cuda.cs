using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What libtorch was built with, and which of it is used (torch.backends). Switches hold for the whole process.</summary>
    public static partial class backends
    {
        /// <summary>CUDA's libraries (torch.backends.cuda).</summary>
        public static partial class cuda
        {
            private static readonly string[] LinalgLibraries = ["default", "cusolver", "magma"];

            /// <summary>The plans that cuFFT keeps, of a device (torch.backends.cuda.cufft_plan_cache).</summary>
            public static CufftPlanCaches cufft_plan_cache { get; } = new();

            /// <summary>Whether libtorch was built with CUDA, whether or not a device is there.</summary>
            public static bool is_built() => LibrarySwitches.Has(LibraryPart.Cuda);

            /// <summary>Whether scaled_dot_product_attention may use flash attention.</summary>
            public static bool flash_sdp_enabled() => LibrarySwitches.IsOn(LibrarySwitch.SdpFlash, "torch.backends.cuda.flash_sdp_enabled");

            /// <summary>Lets scaled_dot_product_attention use flash attention, or not.</summary>
            /// <param name="enable">Whether it may.</param>
            public static void enable_flash_sdp(bool enable) => LibrarySwitches.Turn(LibrarySwitch.SdpFlash, enable, "torch.backends.cuda.enable_flash_sdp");

            /// <summary>Whether scaled_dot_product_attention may use plain operators.</summary>
            public static bool math_sdp_enabled() => LibrarySwitches.IsOn(LibrarySwitch.SdpMath, "torch.backends.cuda.math_sdp_enabled");

            /// <summary>Lets scaled_dot_product_attention use plain operators, or not.</summary>
            /// <param name="enable">Whether it may.</param>
            public static void enable_math_sdp(bool enable) => LibrarySwitches.Turn(LibrarySwitch.SdpMath, enable, "torch.backends.cuda.enable_math_sdp");

            /// <summary>Whether scaled_dot_product_attention may use memory-efficient attention.</summary>
            /// <exception cref="TorchNotImplementedException">libtorch is older than 2.0.</exception>
            public static bool mem_efficient_sdp_enabled() =>
                LibrarySwitches.IsOn(LibrarySwitch.SdpMemoryEfficient, "torch.backends.cuda.mem_efficient_sdp_enabled");

            /// <summary>Lets scaled_dot_product_attention use memory-efficient attention, or not.</summary>
            /// <param name="enable">Whether it may.</param>
            /// <exception cref="TorchNotImplementedException">libtorch is older than 2.0.</exception>
            public static void enable_mem_efficient_sdp(bool enable) =>
                LibrarySwitches.Turn(LibrarySwitch.SdpMemoryEfficient, enable, "torch.backends.cuda.enable_mem_efficient_sdp");

            /// <summary>Chooses the kinds of attention until the result is disposed (Python's with torch.backends.cuda.sdp_kernel).</summary>
            /// <param name="enable_flash">Whether flash attention may be used.</param>
            /// <param name="enable_math">Whether plain operators may be used.</param>
            /// <param name="enable_mem_efficient">Whether memory-efficient attention may be used; null leaves it, as libtorch before 2.0 must.</param>
            public static IDisposable sdp_kernel(bool enable_flash = true, bool enable_math = true, bool? enable_mem_efficient = null) =>
                LibrarySwitches.Hold(
                    "torch.backends.cuda.sdp_kernel",
                    (LibrarySwitch.SdpFlash, enable_flash),
                    (LibrarySwitch.SdpMath, enable_math),
                    (LibrarySwitch.SdpMemoryEfficient, enable_mem_efficient));

            /// <summary>The library that linear algebra prefers: <c>default</c>, <c>cusolver</c> or <c>magma</c>.</summary>
            /// <param name="backend">The one to prefer; null only asks.</param>
            /// <returns>The one preferred now.</returns>
            /// <exception cref="ArgumentException">No such library.</exception>
            /// <exception cref="TorchException">libtorch was built without it.</exception>
            public static string preferred_linalg_library(string? backend = null)
            {
                const string What = "torch.backends.cuda.preferred_linalg_library";
                if (backend is not null)
                {
                    int number = Array.IndexOf(LinalgLibraries, backend);
                    LibrarySwitches.Set(
                        LibrarySwitch.LinalgBackend,
                        number >= 0 ? number : throw new ArgumentException($"'{backend}' is none of {string.Join(", ", LinalgLibraries)}", nameof(backend)),
                        What);
                }

                return LinalgLibraries[LibrarySwitches.Get(LibrarySwitch.LinalgBackend, What)];
            }
        }
    }
}
