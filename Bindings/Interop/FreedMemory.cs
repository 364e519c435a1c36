using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// What glibc does with memory that is freed at the end of its heap. By itself it gives back to the system whatever exceeds some 50 MB, and a training step,
/// which frees its results and makes them again, has the system clear those pages anew each time: a sixth of the time of a step of ResNet-18, whose
/// scope frees all of its results at once.
/// </summary>
internal static partial class FreedMemory
{
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;

    /// <summary>Keeps up to 512 MB for the next step, unless the environment says what to keep. Other allocators and systems are left alone.</summary>
    internal static void Keep()
    {
        if (!OperatingSystem.IsLinux() || IsSetByEnvironment())
        {
            return;
        }

        try
        {
            // Setting the one ends glibc's habit of raising the other by itself, so it is set to where that ends.
            _ = mallopt(TrimThreshold, 512 << 20);
            _ = mallopt(MmapThreshold, 32 << 20);
        }
        catch (EntryPointNotFoundException)
        {
            // Not glibc.
        }
    }

    private static bool IsSetByEnvironment() =>
        Environment.GetEnvironmentVariable("MALLOC_TRIM_THRESHOLD_") is not null
        || Environment.GetEnvironmentVariable("MALLOC_MMAP_THRESHOLD_") is not null
        || Environment.GetEnvironmentVariable("GLIBC_TUNABLES")?.Contains("glibc.malloc.", StringComparison.Ordinal) == true;

    [LibraryImport("libc")]
    private static partial int mallopt(int parameter, int value);
}
