namespace TorchSharp;

/// <summary>A function's gradient is not what its values say it is (Python's torch.autograd.gradcheck.GradcheckError).</summary>
public sealed class GradcheckException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which output and input, and both Jacobians.</param>
    public GradcheckException(string message)
        : base(message)
    {
    }
}
