namespace TorchSharp.Interop;

/// <summary>Reads and sets libtorch's process-wide switches, and tells what it was built with.</summary>
internal static unsafe class LibrarySwitches
{
    internal static bool Has(LibraryPart part)
    {
        byte present;
        NativeError.Check(NativeMethods.tl_has((int)part, &present), "torch.backends");
        return present != 0;
    }

    internal static long Get(LibrarySwitch which, string name)
    {
        long value;
        NativeError.Check(NativeMethods.tl_switch_get((int)which, &value), name);
        return value;
    }

    internal static void Set(LibrarySwitch which, long value, string name) =>
        NativeError.Check(NativeMethods.tl_switch_set((int)which, value), name);

    internal static bool IsOn(LibrarySwitch which, string name) => Get(which, name) != 0;

    internal static void Turn(LibrarySwitch which, bool on, string name) => Set(which, on ? 1 : 0, name);

    /// <summary>Sets switches and, when the result is disposed, brings their values before back.</summary>
    internal static IDisposable Hold(string name, params ReadOnlySpan<(LibrarySwitch Which, bool? On)> wanted)
    {
        var before = new List<(LibrarySwitch Which, long Value)>();
        var held = new HeldSwitches(before, name);
        foreach ((LibrarySwitch which, bool? on) in wanted)
        {
            if (on is { } value)
            {
                before.Add((which, Get(which, name)));
                Turn(which, value, name);
            }
        }

        return held;
    }

    private sealed class HeldSwitches(List<(LibrarySwitch Which, long Value)> before, string name) : IDisposable
    {
        private bool disposed;

        public void Dispose()
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
            foreach ((LibrarySwitch which, long value) in Enumerable.Reverse(before))
            {
                Set(which, value, name);
            }
        }
    }
}
