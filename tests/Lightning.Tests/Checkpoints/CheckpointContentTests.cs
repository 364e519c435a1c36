namespace Lightning.Tests.Checkpoints;

/// <summary>What is in the file, and how it is written.</summary>
public sealed class CheckpointContentTests
{
    [Fact]
    public void The_keys_are_Lightnings()
    {
        using var folder = new TemporaryFolder();
        var model = new BoringModel();
        model.save_hyperparameters(new { lr = 0.1, layers = 2, name = "small", wide = true });
        var trainer = Quiet.Trainer(max_epochs: 2, limit_train_batches: 3, callbacks: [new EarlyStopping("val_loss")]);
        trainer.fit(model);
        trainer.save_checkpoint(folder.File("a.ckpt"));

        var content = (Dictionary<string, object?>)torch.serialization.load(folder.File("a.ckpt"))!;
        Assert.Equal(
            ["epoch", "global_step", "pytorch-lightning_version", "state_dict", "loops", "callbacks", "optimizer_states", "lr_schedulers", "torchlight", "hparams_name", "hyper_parameters"],
            content.Keys);
        Assert.Equal(2L, content["epoch"]);
        Assert.Equal(6L, content["global_step"]);
        Assert.Equal(["layer.weight", "layer.bias"], ((Dictionary<string, object?>)content["state_dict"]!).Keys);
        Assert.Equal(["fit_loop", "validate_loop", "test_loop", "predict_loop"], ((Dictionary<string, object?>)content["loops"]!).Keys);
        var hyper = (Dictionary<string, object?>)content["hyper_parameters"]!;
        Assert.Equal(0.1, hyper["lr"]);
        Assert.Equal(2L, hyper["layers"]);
        Assert.Equal("small", hyper["name"]);
        Assert.Equal(true, hyper["wide"]);
    }

    [Fact]
    public void Weights_only_leaves_out_what_only_resuming_needs()
    {
        using var folder = new TemporaryFolder();
        var trainer = Quiet.Trainer(limit_train_batches: 1);
        trainer.fit(new BoringModel());
        trainer.save_checkpoint(folder.File("w.ckpt"), weights_only: true);

        var content = (Dictionary<string, object?>)torch.serialization.load(folder.File("w.ckpt"))!;
        Assert.Equal(["epoch", "global_step", "pytorch-lightning_version", "state_dict", "loops"], content.Keys);
    }

    [Fact]
    public void Load_from_checkpoint_makes_the_module_from_its_hyperparameters()
    {
        using var folder = new TemporaryFolder();
        var model = new BoringModel(dropout: 0.25);
        model.save_hyperparameters(new Dictionary<string, object?> { ["dropout"] = 0.25 });
        var trainer = Quiet.Trainer(limit_train_batches: 4);
        trainer.fit(model);
        trainer.save_checkpoint(folder.File("a.ckpt"));

        var loaded = LightningModule.load_from_checkpoint(folder.File("a.ckpt"), h => new BoringModel(h.number<double>("dropout")));
        Assert.Equal(0.25, loaded.Dropout);
        Assert.Equal(model.Weights(), loaded.Weights());
        Assert.Throws<KeyNotFoundException>(() => LightningModule.load_from_checkpoint(folder.File("a.ckpt"), h => new BoringModel(h.number<double>("other"))));
    }

    [Fact]
    public void Test_takes_the_best_checkpoint_when_no_module_is_passed()
    {
        using var folder = new TemporaryFolder();
        using var messages = new Messages();
        var model = new BoringModel();
        var trainer = Quiet.Trainer(enable_checkpointing: true, callbacks: [new ModelCheckpoint(folder.Path, monitor: "val_loss")]);
        trainer.fit(model);
        var trained = model.Weights();
        using (torch.no_grad())
        {
            model.layer.weight!.zero_();
        }

        trainer.test(verbose: false);
        Assert.Equal(trained, model.Weights());
        Assert.Contains(messages.Warnings, text => text.Contains("best checkpoint", StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_one_message_with_path_and_space_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        var trainer = Quiet.Trainer(limit_train_batches: 1);
        trainer.fit(new BoringModel());
        Directory.CreateDirectory(folder.File("taken.ckpt"));

        var thrown = Assert.Throws<IOException>(() => trainer.save_checkpoint(folder.File("taken.ckpt")));
        Assert.Contains(folder.File("taken.ckpt"), thrown.Message, StringComparison.Ordinal);
        Assert.Contains("MiB are free", thrown.Message, StringComparison.Ordinal);
        Assert.Equal([folder.File("taken.ckpt")], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_says_so()
    {
        using var folder = new TemporaryFolder();
        torch.serialization.save(new Dictionary<string, object?> { ["x"] = 1L }, folder.File("x.pt"));
        var thrown = Assert.Throws<MisconfigurationException>(() => new BoringModel().load_from_checkpoint(folder.File("x.pt")));
        Assert.Contains("not a checkpoint", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_callbacks_with_one_state_key_are_an_error()
    {
        var calls = new List<string>();
        var thrown = Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(callbacks: [new RecordingCallback(calls), new RecordingCallback(calls)]));
        Assert.Contains("state key", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(calls);
    }
}
