using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Interop;

/// <summary>Makes the typed exception of a failed native call.</summary>
internal static unsafe class NativeError
{
    /// <summary>Throws for a non-zero status of a call that is not an operator.</summary>
    internal static void Check(int status, string what)
    {
        if (status != 0)
        {
            throw Create(status, what);
        }
    }

    /// <summary>As <see cref="Check"/>, for text that is compiled: what its parser throws has no kind of its own.</summary>
    internal static void CheckCompiled(int status, string what) =>
        Check(status == (int)NativeStatus.Error ? (int)NativeStatus.ScriptError : status, what);

    internal static TorchException FromOperator(int status, string op, Value* arguments, int count)
    {
        string call = Describe(op, arguments, count);
        DisposeScopeManager.OfThread.Leave();
        return Create(status, call);
    }

    internal static TorchException FromOperator(int status, string op, params ReadOnlySpan<torch.Tensor> arguments)
    {
        string shapes = string.Join(", ", arguments.ToArray().Select(Describe));
        DisposeScopeManager.OfThread.Leave();
        return Create(status, $"{op}({shapes})");
    }

    internal static TorchException MissingOperator(int status, string name, string overload, string since)
    {
        string full = overload.Length == 0 ? name : $"{name}.{overload}";
        string have = NativeLibraries.LibtorchVersion;
        return status == (int)NativeStatus.NoSuchOperator
            ? new OperatorNotFoundException(full, have, since)
            : Create(status, full);
    }

    /// <summary>The exception of a failed call.</summary>
    internal static TorchException Create(int status, string what)
    {
        RethrowFromCallback(status);
        string message = Marshal.PtrToStringUTF8((nint)NativeMethods.tl_error_message()) ?? "unknown error";
        string backtrace = Marshal.PtrToStringUTF8((nint)NativeMethods.tl_error_backtrace()) ?? "";
        string text = $"{what}: {message}";
        return (NativeStatus)status switch
        {
            NativeStatus.IndexError => new TorchIndexException(text, backtrace),
            NativeStatus.ValueError => new TorchValueException(text, backtrace),
            NativeStatus.TypeError => new TorchTypeException(text, backtrace),
            NativeStatus.NotImplemented => new TorchNotImplementedException(text, backtrace),
            NativeStatus.OutOfMemory => new TorchOutOfMemoryException(text, backtrace),
            NativeStatus.LinAlgError => new TorchLinAlgException(text, backtrace),
            NativeStatus.ScriptError => new TorchScriptException(text, backtrace),
            NativeStatus.DistributedError => new TorchDistributedException(text, backtrace),
            _ => new TorchException(text, backtrace),
        };
    }

    /// <summary>A callback's own exception goes on to whoever called into libtorch, as if libtorch were not between.</summary>
    private static void RethrowFromCallback(int status)
    {
        if (status == (int)NativeStatus.ManagedError && NativeMethods.tl_error_managed() is not 0 and var left)
        {
            GCHandle handle = GCHandle.FromIntPtr(left);
            var failure = (ExceptionDispatchInfo)handle.Target!;
            handle.Free();
            failure.Throw();
        }
    }

    private static string Describe(string op, Value* arguments, int count)
    {
        var text = new StringBuilder(op).Append('(');
        for (int i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(arguments[i].Describe());
        }

        return text.Append(')').ToString();
    }

    private static string Describe(torch.Tensor tensor) => tensor is null ? "None" : Value.DescribeTensor(tensor.Handle);
}
