namespace TorchSharp;

/// <summary>Two tensors are not as close as they should be: what <see cref="torch.testing.assert_close"/> throws (Python's AssertionError).</summary>
public sealed class TensorMismatchException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which attribute differs, or how many elements, by how much and where.</param>
    public TensorMismatchException(string message)
        : base(message)
    {
    }
}
