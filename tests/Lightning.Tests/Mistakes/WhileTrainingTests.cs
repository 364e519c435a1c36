using static TorchSharp.torch.utils.data;

namespace Lightning.Tests.Mistakes;

/// <summary>What only a step, or the end of an epoch, can show.</summary>
public sealed class WhileTrainingTests
{
    [Fact]
    public void A_loss_without_a_gradient()
    {
        const string Message = "training_step returned a loss without a gradient. Is every parameter frozen, or was the loss detached or computed under no_grad?";

        Assert.Equal(Message, Mistake.Message(() => Quiet.Trainer().fit(new Stepping(loss => loss.detach()))));
        Assert.Equal(Message, Mistake.Message(() =>
        {
            var model = new BoringModel();
            model.requires_grad_(false);
            Quiet.Trainer().fit(model);
        }));
    }

    [Fact]
    public void A_number_for_a_loss()
    {
        const string Rest = ", a number, which has no gradient. Return the loss itself, a Tensor, and not its item(); or null to skip the batch.";

        Assert.Equal("training_step returned Single" + Rest, Mistake.Message(() => Quiet.Trainer().fit(new Stepping(loss => loss.item<float>()))));
        Assert.Equal("training_step returned Double" + Rest, Mistake.Message(() => Quiet.Trainer().fit(new Stepping(loss => 1.0))));
    }

    [Fact]
    public void A_loss_of_several_elements() => Assert.Equal(
        "training_step returned a loss of shape [3]. Reduce it to one element, for example with mean().",
        Mistake.Message(() => Quiet.Trainer().fit(new Stepping(loss => torch.stack([loss, loss, loss])))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_monitored_metric_that_was_never_logged(bool checkpoint)
    {
        using var folder = new TemporaryFolder();
        Callback monitor = checkpoint ? new ModelCheckpoint(folder.Path, monitor: "val_acc") : new EarlyStopping("val_acc");
        var model = new ScriptedModel
        {
            Training = (module, _) => module.log("train_loss", 1.0),
            Validation = (module, _, _) => module.log("val_loss", 1.0),
        };

        Assert.Equal(
            $"{monitor.GetType().Name} monitors \"val_acc\", which was not logged; logged were: train_loss, val_loss. Log it, or "
            + (checkpoint ? "change monitor:." : "pass strict: false."),
            Mistake.Message(() => Quiet.Trainer(enable_checkpointing: checkpoint, callbacks: [monitor]).fit(model)));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_scheduler_s_metric_that_was_never_logged()
    {
        var model = new Scheduled();

        Assert.Equal(
            "The scheduler ReduceLROnPlateau monitors \"val_acc\", which was not logged; logged were: val_loss. Log it, or set strict: false.",
            Mistake.Message(() => Quiet.Trainer().fit(model)));
    }

    [Fact]
    public void A_monitor_and_nothing_logged_at_all() => Assert.Equal(
        "EarlyStopping monitors \"val_loss\", which was not logged; logged were: none. Log it, or pass strict: false.",
        Mistake.Message(() => Quiet.Trainer(limit_val_batches: 0, callbacks: [new EarlyStopping("val_loss")]).fit(new BoringModel())));

    [Fact]
    public void Lists_of_tensors_for_pairs()
    {
        var data = TensorDataset(torch.ones(4, 3), torch.ones(4, 1));
        var model = new Pairs();

        Assert.Equal(
            "The loader yields batches of type Tensor[], and Pairs takes (Tensor, Tensor). TensorPairDataset yields pairs, TensorDataset lists of tensors: "
            + "take the former, or derive from LightningModule<IList<Tensor>>.",
            Mistake.Message(() => Quiet.Trainer().fit(model, DataLoader(data, batch_size: 2))));
    }

    [Fact]
    public void Batches_of_another_type() => Assert.Equal(
        "The loader yields batches of type Dictionary<String, Tensor>, and Pairs takes (Tensor, Tensor). "
        + "Derive from LightningModule<Dictionary<String, Tensor>>, or let the loader yield the other.",
        Mistake.Message(() => Quiet.Trainer().fit(new Pairs(), new List<Dictionary<string, Tensor>> { new() { ["x"] = torch.ones(1) } })));

    [Fact]
    public void A_loader_that_can_be_gone_through_only_once()
    {
        var batches = new Queue<Tensor>(Samples.Batches(3));

        Assert.Equal(
            "The training loader yielded no batch in epoch 1. What can be enumerated only once is empty from the second epoch on: "
            + "pass a loader or collection that begins anew each time.",
            Mistake.Message(() => Quiet.Trainer(max_epochs: 5, limit_val_batches: 0).fit(new BoringModel(), Drain())));

        IEnumerable<Tensor> Drain()
        {
            while (batches.TryDequeue(out var batch))
            {
                yield return batch;
            }
        }
    }

    private sealed class Stepping : LightningModule<Tensor>
    {
        private readonly TorchSharp.Modules.Linear layer = torch.nn.Linear(32, 2);
        private readonly Func<Tensor, object?> output;

        public Stepping(Func<Tensor, object?> output)
        {
            this.output = output;
            RegisterComponents();
        }

        public override object? training_step(Tensor batch, int batch_idx) => output(layer.call(batch).mean());

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), 0.1);

        public override System.Collections.IEnumerable? train_dataloader() => Samples.Batches(1);
    }

    private sealed class Scheduled : BoringModel
    {
        public override OptimizerConfig? configure_optimizers()
        {
            var optimizer = torch.optim.SGD(parameters(), 0.1);
            return (optimizer, new LRSchedulerConfig(torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer), monitor: "val_acc"));
        }
    }

    private sealed class Pairs : LightningModule<(Tensor x, Tensor y)>
    {
        private readonly TorchSharp.Modules.Linear layer = torch.nn.Linear(3, 1);

        public Pairs() => RegisterComponents();

        public override Tensor training_step((Tensor x, Tensor y) batch, int batch_idx) => layer.call(batch.x).mean();

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), 0.1);
    }
}
