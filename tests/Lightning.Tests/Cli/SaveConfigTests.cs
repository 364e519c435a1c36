namespace Lightning.Tests.Cli;

/// <summary>The configuration that a run leaves in its log folder.</summary>
public sealed class SaveConfigTests
{
    [Fact]
    public void An_earlier_configuration_is_not_overwritten_unless_that_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        Run(folder, "first");
        var path = folder.File("config.yaml");
        var saved = File.ReadAllText(path);
        Assert.Contains("name: first", saved, StringComparison.Ordinal);

        var exception = Assert.Throws<CommandLineException>(() => Run(folder, "second"));
        Assert.Equal(2, exception.ExitCode);
        Assert.Equal(
            $"{path} is there already, from another run, and is not overwritten. Delete it, or pass to LightningCLI save_config_kwargs: new(overwrite: true) "
            + "to write over it, or save_config_callback: false to save none.",
            exception.Message);
        Assert.Equal(saved, File.ReadAllText(path));

        Run(folder, "third", new SaveConfigKwargs(overwrite: true));
        Assert.Contains("name: third", File.ReadAllText(path), StringComparison.Ordinal);
        Run(folder, "fourth", new SaveConfigKwargs("other.yaml"));
        Assert.Contains("name: fourth", File.ReadAllText(folder.File("other.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_run_saves_nothing()
    {
        using var folder = new TemporaryFolder();
        Run(folder, "trial", null, "--trainer.fast_dev_run=true");
        Assert.Empty(folder.Files);
    }

    private static void Run(TemporaryFolder folder, string name, SaveConfigKwargs? kwargs = null, params string[] more) => _ = new LightningCLI<CliNet, CliData>(
        [
            "fit", "--model.lr=0.1", $"--model.name={name}", "--data.batches=1", "--trainer.max_epochs=1", "--trainer.accelerator=cpu", "--trainer.logger=false",
            "--trainer.enable_checkpointing=false", "--trainer.enable_progress_bar=false", "--trainer.enable_model_summary=false",
            $"--trainer.default_root_dir={folder.Path}", .. more,
        ],
        seed_everything_default: false,
        save_config_kwargs: kwargs);
}
