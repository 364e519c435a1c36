using System.Runtime.InteropServices;
using System.Text;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>In anomaly mode: remembers where the program recorded an operation, and says so when its gradient fails.</summary>
internal static unsafe class AnomalyReports
{
    private static int installed;

    internal static void Install()
    {
        if (Interlocked.Exchange(ref installed, 1) == 0)
        {
            NativeMethods.tl_anomaly_callbacks(&Trace, &Report);
        }
    }

    [UnmanagedCallersOnly]
    private static void Trace(byte* text, int size)
    {
        // The text may be cut off in the middle of a character: the end of a trace is the least of it.
        byte[] trace = Encoding.UTF8.GetBytes(Environment.StackTrace);
        int length = Math.Min(trace.Length, size - 1);
        trace.AsSpan(0, length).CopyTo(new Span<byte>(text, size));
        text[length] = 0;
    }

    [UnmanagedCallersOnly]
    private static void Report(byte* node, byte* trace)
    {
        string name = Marshal.PtrToStringUTF8((nint)node) ?? "";
        string recorded = Marshal.PtrToStringUTF8((nint)trace) ?? "";
        Console.Error.WriteLine(recorded.Length == 0
            ? $"Error detected in {name}. It was recorded while anomaly mode was off: turn it on before the forward call to learn where."
            : $"Error detected in {name}. Stack of the forward call that recorded it:{Environment.NewLine}{recorded}");
    }
}
