namespace TorchSharp;

/// <summary>A value that the operator does not take (Python's ValueError).</summary>
public sealed class TorchValueException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Operator, shapes and libtorch's own message.</param>
    /// <param name="nativeStackTrace">libtorch's C++ backtrace, empty where it gave none.</param>
    public TorchValueException(string message, string nativeStackTrace = "")
        : base(message, nativeStackTrace)
    {
    }
}
