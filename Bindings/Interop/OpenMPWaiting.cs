using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// How the threads of libtorch's parallel loops wait for each other. By itself GNU's OpenMP lets them spin, which takes the processors from data-loader
/// workers, threads of the same process, and from everybody else: on a busy machine of two processors a training step of ResNet-18 took 5.8 s so,
/// 1.7 s with threads that sleep.
/// </summary>
internal static unsafe partial class OpenMPWaiting
{
    /// <summary>Lets them sleep, unless the environment says something else. Has to come before libtorch is opened.</summary>
    internal static void PreferSleep()
    {
        if (OperatingSystem.IsLinux())
        {
            // .NET's own copy of the environment is not what native code sees.
            fixed (byte* name = "OMP_WAIT_POLICY"u8, value = "passive"u8)
            {
                _ = setenv(name, value, overwrite: 0);
            }
        }
    }

    [LibraryImport("libc")]
    private static partial int setenv(byte* name, byte* value, int overwrite);
}
