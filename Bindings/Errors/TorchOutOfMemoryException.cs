namespace TorchSharp;

/// <summary>Memory ran out, on the host or on a device (Python's OutOfMemoryError).</summary>
public sealed class TorchOutOfMemoryException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Operator, shapes and libtorch's own message.</param>
    /// <param name="nativeStackTrace">libtorch's C++ backtrace, empty where it gave none.</param>
    public TorchOutOfMemoryException(string message, string nativeStackTrace = "")
        : base(message, nativeStackTrace)
    {
    }
}
