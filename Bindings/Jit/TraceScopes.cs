using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tells libtorch's tracer which module's call is being recorded, so that a trace keeps the modules' hierarchy.</summary>
internal static unsafe class TraceScopes
{
    // How many traces there are in the process: calls of modules look at this first, and at their thread only if there are any.
    private static int s_open;

    [ThreadStatic]
    private static IReadOnlyDictionary<nn.Module, string>? t_paths;

    /// <summary>Whether a trace is under way on this thread.</summary>
    internal static bool IsOpen => Volatile.Read(ref s_open) != 0 && t_paths is not null;

    /// <summary>From here on calls of these modules are recorded under their paths, until the result is disposed on the same thread.</summary>
    internal static Opened Open(IReadOnlyDictionary<nn.Module, string> paths)
    {
        Interlocked.Increment(ref s_open);
        var before = t_paths;
        t_paths = paths;
        return new Opened(before);
    }

    /// <summary>What follows is recorded as this module's, until the result is disposed.</summary>
    internal static Scope Enter(nn.Module module)
    {
        if (!IsOpen || !t_paths!.TryGetValue(module, out string? path))
        {
            return default;
        }

        using var name = new Utf8Argument(path);
        NativeError.Check(NativeMethods.tl_trace_enter(name.Pointer), path);
        return new Scope(isEntered: true);
    }

    internal readonly ref struct Opened(IReadOnlyDictionary<nn.Module, string>? before) : IDisposable
    {
        public void Dispose()
        {
            t_paths = before;
            Interlocked.Decrement(ref s_open);
        }
    }

    internal readonly ref struct Scope(bool isEntered) : IDisposable
    {
        public void Dispose()
        {
            if (isEntered)
            {
                NativeError.Check(NativeMethods.tl_trace_leave(), "torch.jit.trace");
            }
        }
    }
}
