using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        /// <summary>OpenMP, which loops over elements use (torch.backends.openmp).</summary>
        public static class openmp
        {
            /// <summary>Whether libtorch was built with it.</summary>
            public static bool is_available() => LibrarySwitches.Has(LibraryPart.OpenMP);
        }
    }
}
