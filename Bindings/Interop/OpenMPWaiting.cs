using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// How the threads of libtorch's parallel loops wait for each other. By itself GNU's OpenMP lets them spin for long, which takes the processors from
/// data-loader workers, threads of the same process, and from everybody else; threads that sleep at once wake late for the next of many short loops.
/// Ours spin for less than a millisecond, then sleep. Two processors, beside two other busy programs: a training step of ResNet-18 takes 0.82 s so, 1.43 s
/// with OpenMP's own setting, 0.88 s with threads that sleep at once. Alone, resampling a sound takes 1.3 ms so, 1.5 ms with threads that sleep at once.
/// </summary>
internal static unsafe partial class OpenMPWaiting
{
    /// <summary>Lets them spin for a moment, unless the environment says something else. Has to come before libtorch is opened.</summary>
    internal static void PreferShortSpins()
    {
        if (OperatingSystem.IsLinux() && getenv("OMP_WAIT_POLICY") == 0 && getenv("GOMP_SPINCOUNT") == 0)
        {
            // .NET's own copy of the environment is not what native code sees. OpenMP libraries other than GNU's know the first only.
            _ = setenv("OMP_WAIT_POLICY", "passive", overwrite: 0);
            _ = setenv("GOMP_SPINCOUNT", "20000", overwrite: 0);
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint getenv(string name);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
