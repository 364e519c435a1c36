namespace TorchSharp;

/// <summary>No libtorch, or no native library of ours that fits it, was found; the message says what was tried and what to do.</summary>
public sealed class LibtorchNotFoundException : DllNotFoundException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was looked for, where, and the remedies.</param>
    public LibtorchNotFoundException(string message)
        : base(message)
    {
    }
}
