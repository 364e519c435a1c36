using System.Runtime.InteropServices;

namespace Torchlight.Audio.Interop;

/// <summary>Imports of torchlight_audio; contracts in Native/include/torchlight_audio.h.</summary>
internal static unsafe partial class FilterMethods
{
    internal const string Library = "torchlight_audio";

    /// <summary>Mirrors <c>TLA_ABI_VERSION</c>.</summary>
    internal const int AbiVersion = 1;

    [LibraryImport(Library)]
    internal static partial int tla_abi_version();

    [LibraryImport(Library)]
    internal static partial void tla_lfilter_f32(float* x, double* a, double* b, float* y, long length, int taps, int reversed, double* history);

    [LibraryImport(Library)]
    internal static partial void tla_lfilter_f64(double* x, double* a, double* b, double* y, long length, int taps, int reversed, double* history);

    [LibraryImport(Library)]
    internal static partial void tla_comb_f32(float* x, float* y, long length, int* delays, long period, double decay, int transposed);

    [LibraryImport(Library)]
    internal static partial void tla_comb_f64(double* x, double* y, long length, int* delays, long period, double decay, int transposed);

    [LibraryImport(Library)]
    internal static partial void tla_delay_f32(float* x, float* y, long length, DelayLine* line, double* work);

    [LibraryImport(Library)]
    internal static partial void tla_delay_f64(double* x, double* y, long length, DelayLine* line, double* work);
}
