namespace TorchSharp;

/// <summary>A linear-algebra operation failed, such as inverting a singular matrix (Python's torch.linalg.LinAlgError).</summary>
public sealed class TorchLinAlgException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Operator, shapes and libtorch's own message.</param>
    /// <param name="nativeStackTrace">libtorch's C++ backtrace, empty where it gave none.</param>
    public TorchLinAlgException(string message, string nativeStackTrace = "")
        : base(message, nativeStackTrace)
    {
    }
}
