using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>
/// An error that libtorch reported. The first line of the message names the operator and the shapes of its arguments.
/// Derives from <see cref="ExternalException"/>, which code written for TorchSharp catches.
/// </summary>
public class TorchException : ExternalException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Operator, shapes and libtorch's own message.</param>
    /// <param name="nativeStackTrace">libtorch's C++ backtrace, empty where it gave none.</param>
    public TorchException(string message, string nativeStackTrace = "")
        : base(message)
    {
        NativeStackTrace = nativeStackTrace;
    }

    /// <summary>Makes the exception with the one behind it.</summary>
    /// <param name="message">What went wrong, where, and what to do.</param>
    /// <param name="inner">The cause.</param>
    public TorchException(string message, Exception inner)
        : base(message, inner)
    {
        NativeStackTrace = "";
    }

    /// <summary>
    /// libtorch's C++ backtrace where the environment's TORCH_SHOW_CPP_STACKTRACES is set; else empty, since it takes milliseconds to make one.
    /// </summary>
    public string NativeStackTrace { get; }
}
