namespace TorchSharp;

/// <summary>libtorch has no kernel for these dtypes, devices or layouts (Python's NotImplementedError).</summary>
public sealed class TorchNotImplementedException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Operator, shapes and libtorch's own message.</param>
    /// <param name="nativeStackTrace">libtorch's C++ backtrace, empty where it gave none.</param>
    public TorchNotImplementedException(string message, string nativeStackTrace = "")
        : base(message, nativeStackTrace)
    {
    }
}
