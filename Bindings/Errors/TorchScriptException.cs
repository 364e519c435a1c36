namespace TorchSharp;

/// <summary>
/// TorchScript that does not compile, or that failed while it ran. The message shows the place in the script and what happened there.
/// </summary>
public sealed class TorchScriptException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was asked for, and libtorch's own message with the script's lines.</param>
    /// <param name="nativeStackTrace">libtorch's C++ backtrace, empty where it gave none.</param>
    public TorchScriptException(string message, string nativeStackTrace = "")
        : base(message, nativeStackTrace)
    {
    }
}
