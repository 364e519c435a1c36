namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        /// <summary>Apple's Metal (torch.backends.mps).</summary>
        public static class mps
        {
            /// <summary>Whether libtorch has it and a device is there.</summary>
            public static bool is_available() => mps_is_available();

            /// <summary>Whether libtorch was built with it; libtorch tells it only where a device is there.</summary>
            public static bool is_built() => mps_is_available();
        }
    }
}
