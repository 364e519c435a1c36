namespace Lightning;

/// <summary>A module or data module that makes its training loader with a batch size that <see cref="Tuner.scale_batch_size"/> may set.</summary>
public interface IHasBatchSize
{
    /// <summary>How many samples a batch of <c>train_dataloader</c> holds.</summary>
    int batch_size { get; set; }
}
