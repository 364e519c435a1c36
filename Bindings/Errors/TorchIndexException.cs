namespace TorchSharp;

/// <summary>An index or a dimension out of range (Python's IndexError).</summary>
public sealed class TorchIndexException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Operator, shapes and libtorch's own message.</param>
    /// <param name="nativeStackTrace">libtorch's C++ backtrace, empty where it gave none.</param>
    public TorchIndexException(string message, string nativeStackTrace = "")
        : base(message, nativeStackTrace)
    {
    }
}
