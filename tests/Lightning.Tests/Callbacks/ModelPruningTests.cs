namespace Lightning.Tests.Callbacks;

public sealed class ModelPruningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Messages _messages = new();

    public void Dispose()
    {
        _messages.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Half_of_what_is_left_goes_each_epoch_and_stays_zero()
    {
        var model = new BoringModel();
        Quiet.Trainer(max_epochs: 3, limit_train_batches: 3, limit_val_batches: 0, callbacks:
        [
            new ModelPruning("l1_unstructured", parameter_names: ["weight"], amount: 0.5, use_lottery_ticket_hypothesis: _ => false, verbose: 1),
        ]).fit(model);

        // 64 entries: 32, then 16 more, then 8 more.
        Assert.Equal(56, Zeros(model));
        Assert.Equal(["layer.bias", "layer.weight"], model.state_dict().Keys.Order());
        Assert.Contains(_messages.All, message => message.Text.Contains("56 of 64 (87.50 %)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_winning_ticket_begins_where_training_began()
    {
        var model = new BoringModel();
        var start = model.Weights();
        Quiet.Trainer(max_epochs: 1, limit_train_batches: 3, limit_val_batches: 0, callbacks: [new ModelPruning("l1_unstructured", amount: 0.25)]).fit(model);
        var end = model.Weights();
        Assert.Equal(16, end.Count(value => value == 0));
        Assert.All(start.Zip(end), pair => Assert.True(pair.Second == 0 || pair.Second == pair.First));
    }

    [Fact]
    public void A_broken_run_goes_on_bit_for_bit_and_its_checkpoint_loads_anywhere()
    {
        var start = _folder.File("start.dat");
        new BoringModel().save(start);
        var path = _folder.File("a.ckpt");
        var whole = Fit(null, save: false);
        Fit(null, save: true);
        var second = Fit(path, save: false);
        Assert.Equal(whole, second);

        var plain = new BoringModel();
        plain.load_from_checkpoint(path);
        Assert.True(Zeros(plain) >= 32);

        float[] Fit(string? from, bool save)
        {
            var model = new BoringModel();
            model.load(start);
            Quiet.Trainer(max_epochs: 4, limit_train_batches: 2, limit_val_batches: 0, callbacks:
            [
                new ModelPruning("l1_unstructured", parameter_names: ["weight"], use_lottery_ticket_hypothesis: epoch => epoch == 2, apply_pruning: epoch => epoch != 1),
                new LambdaCallback(on_train_epoch_start: (trainer, _) =>
                {
                    if (save && trainer.current_epoch == 2)
                    {
                        trainer.save_checkpoint(path);
                    }
                }),
            ]).fit(model, ckpt_path: from);
            return model.Weights();
        }
    }

    [Fact]
    public void Channels_go_by_their_norm()
    {
        var model = new BoringModel();
        Quiet.Trainer(limit_train_batches: 1, limit_val_batches: 0, callbacks:
        [
            new ModelPruning("ln_structured", parameter_names: ["weight"], use_global_unstructured: false, amount: 0.5, pruning_dim: 0, pruning_norm: 2),
        ]).fit(model);
        Assert.Equal(32, Zeros(model));
    }

    [Fact]
    public void Contradictions_are_errors()
    {
        Assert.Throws<MisconfigurationException>(() => new ModelPruning("magic"));
        Assert.Throws<MisconfigurationException>(() => new ModelPruning("ln_structured", pruning_dim: 0, pruning_norm: 1));
        Assert.Throws<MisconfigurationException>(() => new ModelPruning("ln_structured", use_global_unstructured: false, pruning_dim: 0));
        Assert.Throws<MisconfigurationException>(() => new ModelPruning("random_structured", use_global_unstructured: false));
        Assert.Throws<MisconfigurationException>(() => new ModelPruning("l1_unstructured", amount: 0.5, amount_by_epoch: _ => 0.5));
        Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(callbacks: [new ModelPruning("l1_unstructured", parameter_names: ["gain"])]).fit(new BoringModel()));
    }

    private static int Zeros(BoringModel model) => model.layer.weight!.data<float>().ToArray().Count(value => value == 0);
}
