using System.Collections;

namespace Lightning.Tests;

/// <summary>A datamodule that notes its hooks.</summary>
internal sealed class RecordingData(List<string> calls, List<Tensor> source) : LightningDataModule
{
    private void Note(string hook) => calls.Add($"D.{hook}");

    public override void prepare_data() => Note("prepare_data");

    public override void setup(string stage) => Note($"setup({stage})");

    public override void teardown(string stage) => Note($"teardown({stage})");

    public override IEnumerable? train_dataloader()
    {
        Note("train_dataloader");
        return source;
    }

    public override IEnumerable? val_dataloader()
    {
        Note("val_dataloader");
        return source;
    }

    public override object on_after_batch_transfer(object batch, int dataloader_idx)
    {
        Note("on_after_batch_transfer");
        return batch;
    }

    public override Dictionary<string, object?> state_dict()
    {
        Note("state_dict");
        return new() { ["kept"] = 1L };
    }

    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict) => Note("load_state_dict");

    public override void on_exception(Exception exception) => Note("on_exception");
}
