namespace Lightning.Tests.Checkpoints;

/// <summary><c>ckpt_path: "last"</c> finds the newest checkpoint that can be gone on from.</summary>
public sealed class LastTests
{
    [Fact]
    public void A_damaged_newest_file_is_passed_over()
    {
        using var folder = new TemporaryFolder();
        Train(folder.Path, epochs: 1, null);
        Train(folder.Path, epochs: 3, Path.Combine(folder.Path, "last.ckpt"), "last-newer");
        var newest = folder.File("last-newer.ckpt");
        var bytes = File.ReadAllBytes(newest);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(newest, bytes);
        using var messages = new Messages();

        var trainer = Train(folder.Path, epochs: 2, "last");

        Assert.Equal(2, trainer.current_epoch);
        Assert.Contains(messages.Warnings, text => text.Contains("last-newer.ckpt", StringComparison.Ordinal) && text.Contains("checksum", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_cut_short_is_passed_over()
    {
        using var folder = new TemporaryFolder();
        Train(folder.Path, epochs: 1, null);
        File.WriteAllBytes(folder.File("last-cut.ckpt"), File.ReadAllBytes(folder.File("last.ckpt"))[..900]);

        Assert.Equal(2, Train(folder.Path, epochs: 2, "last").current_epoch);
    }

    [Fact]
    public void Without_a_file_named_last_the_newest_of_all_is_taken()
    {
        using var folder = new TemporaryFolder();
        var losses = new List<double>();
        Train(folder.Path, epochs: 2, null);
        File.Delete(folder.File("last.ckpt"));

        Train(folder.Path, epochs: 3, "last", losses: losses);

        Assert.Equal(64, losses.Count);
    }

    [Fact]
    public void Without_any_file_the_run_starts_afresh_with_a_warning()
    {
        using var folder = new TemporaryFolder();
        using var messages = new Messages();

        Assert.Equal(1, Train(folder.Path, epochs: 1, "last").current_epoch);
        Assert.Contains(messages.Warnings, text => text.Contains("starts afresh", StringComparison.Ordinal));
    }

    private static Trainer Train(string folder, int epochs, string? checkpoint, string? copy = null, List<double>? losses = null)
    {
        var trainer = Quiet.Trainer(
            max_epochs: epochs, limit_val_batches: 0, enable_checkpointing: true, callbacks: [new ModelCheckpoint(folder, save_last: copy is null)]);
        var model = new BoringModel();
        trainer.fit(model, ckpt_path: checkpoint);
        losses?.AddRange(model.Losses);
        if (copy is not null)
        {
            trainer.save_checkpoint(Path.Combine(folder, $"{copy}.ckpt"));
        }

        return trainer;
    }
}
