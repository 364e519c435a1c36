using System.Collections;

namespace Lightning.Tests.Checkpoints;

/// <summary>A run that goes on from a checkpoint ends with the very weights of the run that never stopped.</summary>
public sealed class ResumeTests
{
    private const int Epochs = 3;

    public static TheoryData<string, int> SavePoints()
    {
        var points = new TheoryData<string, int>();
        foreach (var count in new[] { 1, 2, 5, 7, 8, 12, 20, 21 })
        {
            points.Add("train_batch_end", count);
        }

        foreach (var count in new[] { 1, 2, 3, 5 })
        {
            points.Add("validation_end", count);
        }

        foreach (var count in new[] { 1, 2, 3 })
        {
            points.Add("train_epoch_end", count);
            points.Add("train_epoch_start", count);
        }

        return points;
    }

    [Theory]
    [MemberData(nameof(SavePoints))]
    public void Shuffled_loader_dropout_momentum_and_accumulation(string hook, int count) =>
        AssertExact(hook, count, () => new ShuffledModel(), accumulate: 3);

    [Theory]
    [MemberData(nameof(SavePoints))]
    public void A_source_without_state_is_replayed(string hook, int count) =>
        AssertExact(hook, count, () => new ReplayedModel(), accumulate: 2);

    [Fact]
    public void A_checkpoint_saved_after_the_fit_goes_on_with_the_next_epoch()
    {
        using var folder = new TemporaryFolder();
        var whole = Run(() => new ShuffledModel(), Epochs, 1, null, seed: 1);
        var trainer = Quiet.Trainer(max_epochs: 2, val_check_interval: 0.5);
        torch.manual_seed(1);
        trainer.fit(new ShuffledModel());
        trainer.save_checkpoint(folder.File("end.ckpt"));

        Assert.Equal(whole, Run(() => new ShuffledModel(), Epochs, 1, folder.File("end.ckpt"), seed: 99));
    }

    [Fact]
    public void Epoch_metrics_of_a_resumed_epoch_cover_the_whole_epoch()
    {
        using var folder = new TemporaryFolder();
        var whole = Logged(null, null);
        Logged(new SaveAt("train_batch_end", 3, folder.File("mid.ckpt")), null);
        Assert.Equal(whole, Logged(null, folder.File("mid.ckpt")));

        static List<(long, double)> Logged(Callback? saver, string? checkpoint)
        {
            var logger = new RecordingLogger();
            var model = new ScriptedModel { Training = (m, i) => m.log("x", torch.tensor((float)(i * i)), on_step: false, on_epoch: true) };
            Quiet.Trainer(logger: logger, limit_val_batches: 0, callbacks: saver is null ? [] : [saver]).fit(model, ckpt_path: checkpoint);
            return [.. logger.Of("x")];
        }
    }

    [Fact]
    public void A_file_of_a_later_epoch_than_allowed_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var trainer = Quiet.Trainer(max_epochs: 3);
        trainer.fit(new BoringModel());
        trainer.save_checkpoint(folder.File("a.ckpt"));

        var thrown = Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(max_epochs: 2).fit(new BoringModel(), ckpt_path: folder.File("a.ckpt")));
        Assert.Contains("max_epochs is 2", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_weights_only_cannot_be_resumed_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var trainer = Quiet.Trainer();
        trainer.fit(new BoringModel());
        trainer.save_checkpoint(folder.File("w.ckpt"), weights_only: true);

        var thrown = Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(max_epochs: 2).fit(new BoringModel(), ckpt_path: folder.File("w.ckpt")));
        Assert.Contains("weights only", thrown.Message, StringComparison.Ordinal);
    }

    private static void AssertExact(string hook, int count, Func<BoringModel> make, int accumulate)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("mid.ckpt");
        torch.manual_seed(1);
        var model = make();
        Quiet.Trainer(max_epochs: Epochs, val_check_interval: 0.5, accumulate_grad_batches: accumulate, callbacks: [new SaveAt(hook, count, file)]).fit(model);
        Assert.True(File.Exists(file), "the run never came to the point where it saves");

        Assert.Equal(model.Weights(), Run(make, Epochs, accumulate, file, seed: 12345));
    }

    private static float[] Run(Func<BoringModel> make, int epochs, int accumulate, string? checkpoint, int seed)
    {
        torch.manual_seed(seed);
        var model = make();
        Quiet.Trainer(max_epochs: epochs, val_check_interval: 0.5, accumulate_grad_batches: accumulate).fit(model, ckpt_path: checkpoint);
        return model.Weights();
    }

    private sealed class ShuffledModel() : BoringModel(dropout: 0.3)
    {
        private readonly Tensor _data = torch.cat(Samples.Batches(29));

        public override OptimizerConfig? configure_optimizers() => torch.optim.Adam(parameters(), 0.01);

        public override IEnumerable? train_dataloader() =>
            torch.utils.data.DataLoader(new Rows(_data), batch_size: 4, shuffle: true, num_workers: 0);

        public override object? validation_step(Tensor batch, int batch_idx)
        {
            // Draws from the generator, as a careless validation may.
            log("val_loss", Loss(batch) + torch.rand(1).squeeze());
            return null;
        }

        public override IEnumerable? val_dataloader() => Samples.Batches(2, seed: 9);
    }

    private sealed class ReplayedModel() : BoringModel(dropout: 0.3)
    {
        private readonly List<Tensor> _data = Samples.Batches(8);

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), 0.05, momentum: 0.9);

        public override IEnumerable? train_dataloader() => new Shuffling(_data);

        public override IEnumerable? val_dataloader() => Samples.Batches(2, seed: 9);
    }

    /// <summary>Gives its batches in an order drawn from the default generator, and knows how many there are.</summary>
    private sealed class Shuffling(List<Tensor> data) : IReadOnlyCollection<Tensor>
    {
        public int Count => data.Count;

        public IEnumerator<Tensor> GetEnumerator()
        {
            using var order = torch.randperm(data.Count);
            foreach (var index in order.data<long>().ToArray())
            {
                yield return data[(int)index];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Rows(Tensor data) : torch.utils.data.Dataset<Tensor>
    {
        public override long Count => data.size(0);

        public override Tensor GetTensor(long index) => data[index].clone();
    }

    /// <summary>Saves once, when the named hook has come so many times.</summary>
    private sealed class SaveAt(string hook, int count, string file) : Callback
    {
        private int _seen;

        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) =>
            At("train_batch_end", trainer);

        public override void on_validation_end(Trainer trainer, LightningModule pl_module) => At("validation_end", trainer);

        public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => At("train_epoch_end", trainer);

        public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module) => At("train_epoch_start", trainer);

        private void At(string here, Trainer trainer)
        {
            if (here == hook && ++_seen == count)
            {
                trainer.save_checkpoint(file);
            }
        }
    }
}
