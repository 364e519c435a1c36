using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        /// <summary>The libraries that compute with quantized tensors (torch.backends.quantized).</summary>
        public static unsafe class quantized
        {
            private const string What = "torch.backends.quantized.engine";
            private static readonly string[] Names = ["none", "fbgemm", "qnnpack", "onednn", "x86"];

            /// <summary>The library that is used: one of <see cref="supported_engines"/>.</summary>
            /// <exception cref="ArgumentException">No such library.</exception>
            /// <exception cref="TorchException">libtorch was built without it.</exception>
            public static string engine
            {
                get => Names[LibrarySwitches.Get(LibrarySwitch.QuantizedEngine, What)];
                set
                {
                    int number = Array.IndexOf(Names, value);
                    LibrarySwitches.Set(
                        LibrarySwitch.QuantizedEngine,
                        number >= 0 ? number : throw new ArgumentException($"'{value}' is none of {string.Join(", ", Names)}", nameof(value)),
                        What);
                }
            }

            /// <summary>The libraries that libtorch was built with.</summary>
            public static IReadOnlyList<string> supported_engines
            {
                get
                {
                    const int Capacity = 16;
                    int* engines = stackalloc int[Capacity];
                    int count;
                    NativeError.Check(NativeMethods.tl_quantized_engines(engines, Capacity, &count), "torch.backends.quantized.supported_engines");
                    return [.. new ReadOnlySpan<int>(engines, count).ToArray().Select(engine => Names[engine])];
                }
            }
        }
    }
}
