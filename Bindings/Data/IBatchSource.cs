namespace TorchSharp;

/// <summary>Hands out the batches of one epoch in order. Used by the consumer's thread only: samplers are the user's code and draw random
/// numbers.</summary>
internal interface IBatchSource<S> : IDisposable
{
    /// <summary>How many batches at the start have to be made and dropped, because the source cannot pass them by.</summary>
    long Dropped { get; }

    /// <summary>The next batch to make; null at the end of the epoch.</summary>
    BatchJob<S>? Next();

    /// <summary>Told when a job gave null: its lane's stream has ended.</summary>
    void LaneEnded(int lane);
}
