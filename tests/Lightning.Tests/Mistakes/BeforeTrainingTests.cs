using static TorchSharp.torch.utils.data;

namespace Lightning.Tests.Mistakes;

/// <summary>What can be known before training is said before it, in one message.</summary>
public sealed class BeforeTrainingTests
{
    [Fact]
    public void No_training_step()
    {
        var calls = new List<string>();
        var trainer = Quiet.Trainer(callbacks: [new RecordingCallback(calls)]);

        Assert.Equal(
            "Stepless has no training_step, and fit needs one. Override it: public override Tensor training_step(...).",
            Mistake.Message(() => trainer.fit(new Stepless(), Samples.Batches(1))));
        Assert.Equal(["C.on_exception"], calls);
    }

    [Fact]
    public void Two_checkpoint_callbacks_with_one_state_key()
    {
        Callback[] both = [new ModelCheckpoint(monitor: "val_loss"), new ModelCheckpoint(monitor: "val_loss", save_top_k: 3)];

        Assert.Equal(
            "Two callbacks have the state key ModelCheckpoint{'monitor': 'val_loss', 'mode': 'min', 'every_n_train_steps': 0, 'every_n_epochs': 1, "
            + "'train_time_interval': None}. Override state_key in one, or give them different settings.",
            Mistake.Message(() => Quiet.Trainer(enable_checkpointing: true, callbacks: both)));
    }

    [Fact]
    public void A_training_loader_without_an_end() => Assert.Equal(
        "The training loader has no end (4611686018427387903 batches), so the first epoch would have none. Pass limit_train_batches:, max_steps: or max_time:.",
        Mistake.Message(() => Quiet.Trainer().fit(new BoringModel(), DataLoader(new Rows(long.MaxValue / 2)))));

    [Fact]
    public void A_loader_that_does_not_tell_its_end()
    {
        using var messages = new Messages();
        var trainer = Quiet.Trainer(limit_val_batches: 0);
        trainer.fit(new BoringModel(), Samples.Batches(3).Select(batch => batch));

        Assert.Contains(
            (Severity.Info, "The training loader cannot tell how many batches it holds: an epoch ends when it does. Pass limit_train_batches:, max_steps: or max_time: if it never does."),
            messages.All);
        Assert.Equal(3, trainer.global_step);
    }

    [Fact]
    public void A_validation_loader_without_an_end()
    {
        var model = new BoringModel();

        Assert.Equal(
            "A validation loader has no end (4611686018427387903 batches). Pass limit_val_batches:.",
            Mistake.Message(() => Quiet.Trainer().fit(model, Samples.Batches(2), DataLoader(new Rows(long.MaxValue / 2)))));
        Assert.Empty(model.Losses);
        Assert.Equal(
            "A test loader has no end (4611686018427387903 batches). Pass limit_test_batches:.",
            Mistake.Message(() => Quiet.Trainer().test(model, DataLoader(new Rows(long.MaxValue / 2)))));
    }

    [Fact]
    public void A_plateau_scheduler_without_a_metric()
    {
        var model = new Configured(optimizer => (optimizer, torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)));

        Assert.Equal(
            "The scheduler ReduceLROnPlateau needs a metric: return (optimizer, new LRSchedulerConfig(scheduler, monitor: \"val_loss\")).",
            Mistake.Message(() => Quiet.Trainer().fit(model)));
        Assert.Empty(model.Losses);
    }

    [Fact]
    public void Components_that_nobody_registered()
    {
        var model = new Forgetful();

        Assert.Equal(
            "Forgetful has no parameters, although its fields hold modules that do: net, head. They were not registered. "
            + "Call RegisterComponents() last in the constructor, or register_module for each.",
            Mistake.Message(() => Quiet.Trainer().fit(model, Samples.Batches(1))));
        Assert.Equal(0, model.Configurations);
    }

    [Fact]
    public void One_component_that_nobody_registered() => Assert.Equal(
        "HalfForgetful has fields whose parameters were not registered, and are not trained, saved or moved: head. "
        + "Call RegisterComponents() last in the constructor, or register_module for each.",
        Mistake.Warning(() => Quiet.Trainer().fit(new HalfForgetful(), Samples.Batches(1))));

    [Fact]
    public void Components_under_other_names_or_without_parameters_are_no_mistake()
    {
        using var messages = new Messages();
        Quiet.Trainer(limit_val_batches: 0).fit(new Careful(), Samples.Batches(1));

        Assert.Empty(messages.Warnings);
    }

    [Fact]
    public void An_optimizer_over_no_parameters()
    {
        const string Rest = " got an empty list of parameters. Has every one been frozen or left out, or are the module's components not registered (RegisterComponents)? (Parameter 'groups')";
        var frozen = new Configured(optimizer => torch.optim.AdamW(optimizer.parameters().Where(parameter => !parameter.requires_grad)));

        Assert.Equal("AdamW" + Rest, Assert.Throws<ArgumentException>(() => Quiet.Trainer().fit(frozen)).Message);
        Assert.Empty(frozen.Losses);
        Assert.Equal("SGD" + Rest, Assert.Throws<ArgumentException>(() => Quiet.Trainer().fit(new Bare(), Samples.Batches(1))).Message);
    }

    [Fact]
    public void A_module_that_was_disposed()
    {
        var model = new BoringModel();
        model.Dispose();

        Assert.StartsWith(
            "The module was disposed before fit was called, and its weights are gone. Make it anew, or dispose it later.",
            Assert.Throws<ObjectDisposedException>(() => Quiet.Trainer().fit(model)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The module was disposed before predict was called",
            Assert.Throws<ObjectDisposedException>(() => Quiet.Trainer().predict(model)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_set_of_no_items()
    {
        const string Message =
            "The training loader holds no batches: its data set is empty, or smaller than a batch and drop_last leaves it out. Look at the data set's Count and batch_size.";

        Assert.Equal(Message, Mistake.Message(() => Quiet.Trainer(limit_val_batches: 0).fit(new BoringModel(), DataLoader(new Rows(0), batch_size: 4))));
        Assert.Equal(Message, Mistake.Message(() => Quiet.Trainer(limit_val_batches: 0).fit(new BoringModel(), DataLoader(new Rows(3), batch_size: 4, drop_last: true))));
        Assert.Equal(
            "A test loader holds no batches: its data set is empty, or smaller than a batch and drop_last leaves it out.",
            Mistake.Warning(() => Quiet.Trainer().test(new BoringModel(), DataLoader(new Rows(0), batch_size: 4), verbose: false)));
    }

    [Fact]
    public void A_validation_interval_beyond_the_epoch()
    {
        var model = new BoringModel();

        Assert.Equal(
            "val_check_interval: 100 is more than the 4 training batches of an epoch. Pass at most 4, or check_val_every_n_epoch: null to count across epochs.",
            Mistake.Message(() => Quiet.Trainer(val_check_interval: 100).fit(model, Samples.Batches(4), Samples.Batches(1))));
        Assert.Empty(model.Losses);
    }

    [Fact]
    public void Loaders_in_the_wrong_order()
    {
        var (train, val) = (DataLoader(new Rows(8), batch_size: 4, shuffle: true), DataLoader(new Rows(4), batch_size: 4));

        Assert.Equal(
            "The validation loader shuffles and the training loader does not. Were they passed in the wrong order? It is fit(model, train_dataloaders, val_dataloaders).",
            Mistake.Warning(() => Quiet.Trainer().fit(new BoringModel(), val, train)));
        using var messages = new Messages();
        Quiet.Trainer().fit(new BoringModel(), train, val);
        Assert.Empty(messages.Warnings);
    }

    [Fact]
    public void A_validation_loader_and_no_validation_step() => Assert.Equal(
        "val_dataloaders were passed, and Careful has no validation_step: nothing is validated.",
        Mistake.Warning(() => Quiet.Trainer().fit(new Careful(), Samples.Batches(1), Samples.Batches(1))));

    private sealed class Rows(long count) : Dataset<Tensor>
    {
        public override long Count => count;

        public override Tensor GetTensor(long index) => torch.ones(32);
    }

    private sealed class Stepless : LightningModule<Tensor>;

    private sealed class Configured(Func<torch.optim.Optimizer, OptimizerConfig> configure) : BoringModel
    {
        public override OptimizerConfig? configure_optimizers() => configure(torch.optim.SGD(parameters(), 0.1));
    }

    private class Forgetful : LightningModule<Tensor>
    {
        protected readonly torch.nn.Module<Tensor, Tensor> net = torch.nn.Sequential(torch.nn.Linear(32, 4), torch.nn.ReLU());
        protected readonly TorchSharp.Modules.Linear head = torch.nn.Linear(4, 1);

        internal int Configurations { get; private set; }

        public override Tensor training_step(Tensor batch, int batch_idx) => head.call(net.call(batch)).mean();

        public override OptimizerConfig? configure_optimizers()
        {
            Configurations++;
            return torch.optim.SGD(parameters(), 0.1);
        }
    }

    private sealed class HalfForgetful : Forgetful
    {
        public HalfForgetful() => register_module("net", net);
    }

    private sealed class Careful : Forgetful
    {
        // What has no parameters needs no place.
        private readonly torch.nn.Module<Tensor, Tensor> dropout = torch.nn.Dropout(0.5);

        public Careful()
        {
            register_module("body", net);
            register_module("output", head);
        }

        public override Tensor training_step(Tensor batch, int batch_idx) => base.training_step(dropout.call(batch), batch_idx);
    }

    private sealed class Bare : LightningModule<Tensor>
    {
        public override object? training_step(Tensor batch, int batch_idx) => null;

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), 0.1);
    }
}
