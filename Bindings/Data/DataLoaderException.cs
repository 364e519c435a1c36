namespace TorchSharp;

/// <summary>A sample could not be loaded, or a batch not be put together. The cause, with the stack of the thread it happened on, is the inner
/// exception.</summary>
public sealed class DataLoaderException : Exception
{
    internal DataLoaderException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>The sample's index in the dataset; null if it was not one sample's fault, or for a stream.</summary>
    public long? SampleIndex { get; init; }

    /// <summary>The batch, counted from 0 in its epoch.</summary>
    public long BatchIndex { get; init; }

    /// <summary>The worker that it happened in; null for the consumer's own thread.</summary>
    public int? Worker { get; init; }
}
