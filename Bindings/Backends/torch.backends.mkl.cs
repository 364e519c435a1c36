using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        /// <summary>Intel's MKL (torch.backends.mkl).</summary>
        public static class mkl
        {
            /// <summary>Whether libtorch was built with it.</summary>
            public static bool is_available() => LibrarySwitches.Has(LibraryPart.Mkl);
        }
    }
}
