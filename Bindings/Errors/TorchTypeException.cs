namespace TorchSharp;

/// <summary>An argument of the wrong type (Python's TypeError).</summary>
public sealed class TorchTypeException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Operator, shapes and libtorch's own message.</param>
    /// <param name="nativeStackTrace">libtorch's C++ backtrace, empty where it gave none.</param>
    public TorchTypeException(string message, string nativeStackTrace = "")
        : base(message, nativeStackTrace)
    {
    }
}
