using System.Collections;

namespace Lightning.Tests.Cli;

/// <summary>A few batches.</summary>
internal sealed class CliData : LightningDataModule
{
    /// <summary>Makes the data.</summary>
    /// <param name="batch_size">How many samples a batch holds.</param>
    /// <param name="batches">How many batches there are.</param>
    public CliData(int batch_size = 4, int batches = 4) => (BatchSize, Count) = (batch_size, batches);

    internal int BatchSize { get; }

    internal int Count { get; }

    public override IEnumerable? train_dataloader() => Samples.Batches(Count, BatchSize);

    public override IEnumerable? val_dataloader() => Samples.Batches(Count, BatchSize, seed: 2);

    public override IEnumerable? test_dataloader() => Samples.Batches(Count, BatchSize, seed: 3);

    public override IEnumerable? predict_dataloader() => Samples.Batches(Count, BatchSize, seed: 4);
}
