using System.Runtime.InteropServices;

namespace Lightning.Interop;

/// <summary>Ends the process from outside of .NET: what native libraries do while they are unloaded may wait for a rank that is no more.</summary>
internal static partial class NativeAlarm
{
    /// <summary>The process ends when so many seconds have passed, whatever its threads do. Without effect on Windows.</summary>
    internal static void EndProcessIn(uint seconds)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = alarm(seconds);
        }
    }

    [LibraryImport("libc")]
    private static partial uint alarm(uint seconds);
}
