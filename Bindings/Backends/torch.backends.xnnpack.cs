using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        /// <summary>XNNPACK, for small machines (torch.backends.xnnpack).</summary>
        public static class xnnpack
        {
            /// <summary>Whether libtorch was built with it.</summary>
            public static bool enabled => LibrarySwitches.Has(LibraryPart.XnnPack);
        }
    }
}
