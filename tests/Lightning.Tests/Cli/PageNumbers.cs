using System.Collections;

namespace Lightning.Tests.Cli;

/// <summary>The data of docs/command-line.md.</summary>
internal sealed class PageNumbers(int batch_size = 4) : LightningDataModule
{
    public override IEnumerable train_dataloader() => Enumerable.Range(0, 8).Select(_ => randn(batch_size, 8)).ToList();

    public override IEnumerable val_dataloader() => train_dataloader();

    public override IEnumerable test_dataloader() => train_dataloader();
}
