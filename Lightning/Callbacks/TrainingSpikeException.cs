namespace Lightning;

/// <summary><see cref="SpikeDetection"/> found a loss that jumped. The run stopped at this batch.</summary>
/// <remarks>Python: <c>lightning.fabric.utilities.spike.TrainingSpikeException</c>.</remarks>
public sealed class TrainingSpikeException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="batch_idx">The number of the batch in its epoch.</param>
    /// <param name="loss">Its loss in this process.</param>
    /// <param name="mean">The mean loss before it.</param>
    public TrainingSpikeException(int batch_idx, double loss, double mean)
        : base($"The loss of batch {batch_idx} is {loss:G6}, where the running mean is {mean:G6}. Leave the batch out, lower the learning rate, or widen atol and rtol.")
    {
        this.batch_idx = batch_idx;
    }

    /// <summary>The number of the batch in its epoch.</summary>
    public int batch_idx { get; }
}
