using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        /// <summary>NVIDIA's cuDNN, which convolutions and recurrent layers use (torch.backends.cudnn).</summary>
        public static class cudnn
        {
            /// <summary>Whether it is used where it is there; on at the start.</summary>
            public static bool enabled
            {
                get => LibrarySwitches.IsOn(LibrarySwitch.CuDnnEnabled, "torch.backends.cudnn.enabled");
                set => LibrarySwitches.Turn(LibrarySwitch.CuDnnEnabled, value, "torch.backends.cudnn.enabled");
            }

            /// <summary>Whether several algorithms are tried for each new shape and the fastest kept; off at the start.</summary>
            public static bool benchmark
            {
                get => LibrarySwitches.IsOn(LibrarySwitch.CuDnnBenchmark, "torch.backends.cudnn.benchmark");
                set => LibrarySwitches.Turn(LibrarySwitch.CuDnnBenchmark, value, "torch.backends.cudnn.benchmark");
            }

            /// <summary>How many algorithms <see cref="benchmark"/> tries, 0 for all; 10 at the start.</summary>
            public static int benchmark_limit
            {
                get => (int)LibrarySwitches.Get(LibrarySwitch.CuDnnBenchmarkLimit, "torch.backends.cudnn.benchmark_limit");
                set => LibrarySwitches.Set(LibrarySwitch.CuDnnBenchmarkLimit, value, "torch.backends.cudnn.benchmark_limit");
            }

            /// <summary>Whether only algorithms are used that give the same result each time; off at the start.</summary>
            public static bool deterministic
            {
                get => LibrarySwitches.IsOn(LibrarySwitch.CuDnnDeterministic, "torch.backends.cudnn.deterministic");
                set => LibrarySwitches.Turn(LibrarySwitch.CuDnnDeterministic, value, "torch.backends.cudnn.deterministic");
            }

            /// <summary>Whether float32 convolutions may be computed as TF32, with 10 bits; on at the start.</summary>
            public static bool allow_tf32
            {
                get => LibrarySwitches.IsOn(LibrarySwitch.CuDnnTf32, "torch.backends.cudnn.allow_tf32");
                set => LibrarySwitches.Turn(LibrarySwitch.CuDnnTf32, value, "torch.backends.cudnn.allow_tf32");
            }

            /// <summary>Whether libtorch was built with cuDNN.</summary>
            public static bool is_available() => LibrarySwitches.Has(LibraryPart.CuDnn);

            /// <summary>Its version, as 8500 for 8.5.0; null without it.</summary>
            public static unsafe long? version()
            {
                if (!is_available())
                {
                    return null;
                }

                long version;
                NativeError.Check(NativeMethods.tl_cudnn_version(&version), "torch.backends.cudnn.version");
                return version;
            }

            /// <summary>Sets switches until the result is disposed (Python's with torch.backends.cudnn.flags); null leaves one as it is.</summary>
            /// <param name="enabled">See <see cref="cudnn.enabled"/>.</param>
            /// <param name="benchmark">See <see cref="cudnn.benchmark"/>.</param>
            /// <param name="deterministic">See <see cref="cudnn.deterministic"/>.</param>
            /// <param name="allow_tf32">See <see cref="cudnn.allow_tf32"/>.</param>
            public static IDisposable flags(bool? enabled = null, bool? benchmark = null, bool? deterministic = null, bool? allow_tf32 = null) =>
                LibrarySwitches.Hold(
                    "torch.backends.cudnn.flags",
                    (LibrarySwitch.CuDnnEnabled, enabled),
                    (LibrarySwitch.CuDnnBenchmark, benchmark),
                    (LibrarySwitch.CuDnnDeterministic, deterministic),
                    (LibrarySwitch.CuDnnTf32, allow_tf32));
        }
    }
}
