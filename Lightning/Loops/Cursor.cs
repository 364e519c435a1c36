namespace Lightning;

/// <summary>The one place that says how far a fit has come. A checkpoint holds it, and resuming continues from it.</summary>
/// <param name="Epoch">The epoch, from 0.</param>
/// <param name="Batch">The batch in the epoch, from 0.</param>
/// <param name="Phase">What has been done with it.</param>
public readonly record struct Cursor(int Epoch, int Batch, LoopPhase Phase);
