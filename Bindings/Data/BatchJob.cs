namespace TorchSharp;

/// <summary>The making of one batch, to be run on any thread once.</summary>
/// <param name="Lane">The worker that has to run it, or -1 for any.</param>
/// <param name="Run">Makes the batch; null at the end of the lane's stream.</param>
internal sealed record BatchJob<S>(int Lane, Func<LoadedBatch<S>?> Run);
