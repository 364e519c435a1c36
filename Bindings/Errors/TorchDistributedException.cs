namespace TorchSharp;

/// <summary>A collective operation or the process group failed (Python's torch.distributed.DistError).</summary>
public sealed class TorchDistributedException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Operator, shapes and libtorch's own message.</param>
    /// <param name="nativeStackTrace">libtorch's C++ backtrace, empty where it gave none.</param>
    public TorchDistributedException(string message, string nativeStackTrace = "")
        : base(message, nativeStackTrace)
    {
    }
}
