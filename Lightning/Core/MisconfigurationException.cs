namespace Lightning;

/// <summary>Settings or code that cannot work together. The message says what is wrong, where, and what to do; it comes before training where it can.</summary>
/// <remarks>Python: <c>lightning.pytorch.utilities.exceptions.MisconfigurationException</c>.</remarks>
public sealed class MisconfigurationException : Exception
{
    /// <summary>Makes the exception with its message.</summary>
    public MisconfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its message and what led to it.</summary>
    public MisconfigurationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
