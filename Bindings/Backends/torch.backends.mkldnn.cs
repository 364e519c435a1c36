using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        /// <summary>Intel's oneDNN, formerly MKL-DNN (torch.backends.mkldnn).</summary>
        public static class mkldnn
        {
            /// <summary>Whether it is used where it is there; on at the start.</summary>
            public static bool enabled
            {
                get => LibrarySwitches.IsOn(LibrarySwitch.MklDnnEnabled, "torch.backends.mkldnn.enabled");
                set => LibrarySwitches.Turn(LibrarySwitch.MklDnnEnabled, value, "torch.backends.mkldnn.enabled");
            }

            /// <summary>Whether libtorch was built with it.</summary>
            public static bool is_available() => LibrarySwitches.Has(LibraryPart.MklDnn);

            /// <summary>Uses it, or not, until the result is disposed (Python's with torch.backends.mkldnn.flags).</summary>
            /// <param name="enabled">Whether it is used.</param>
            public static IDisposable flags(bool enabled = false) =>
                LibrarySwitches.Hold("torch.backends.mkldnn.flags", (LibrarySwitch.MklDnnEnabled, enabled));
        }
    }
}
