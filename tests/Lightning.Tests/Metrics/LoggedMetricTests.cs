using System.Collections;
using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>Metric objects in <c>log</c>: the epoch's value is that of all batches, and each epoch begins anew.</summary>
public sealed class LoggedMetricTests
{
    [Fact]
    public void The_epochs_value_is_computed_over_all_batches_and_reset()
    {
        var model = new Model();
        var trainer = Quiet.Trainer(max_epochs: 2, log_every_n_steps: 1, logger: new RecordingLogger());

        trainer.fit(model);

        // Squared errors 1, 4, 9 over batches of 1, 2 and 3 elements.
        Assert.Equal((1 + (2 * 4) + (3 * 9)) / 6.0, trainer.callback_metrics["error"].item(), 1e-6);
        Assert.Equal((1 + (2 * 4) + (3 * 9)) / 6.0, trainer.callback_metrics["error_epoch"].item(), 1e-6);
        Assert.Equal(9, trainer.callback_metrics["error_step"].item(), 1e-6);
        Assert.False(model.Error.update_called);
    }

    [Fact]
    public void Validation_computes_once_and_the_sanity_check_leaves_nothing_behind()
    {
        var model = new Model();
        var trainer = Quiet.Trainer(max_epochs: 1, num_sanity_val_steps: 2);

        trainer.fit(model);

        Assert.Equal((1 + (2 * 4) + (3 * 9)) / 6.0, trainer.callback_metrics["val_error"].item(), 1e-6);
        Assert.False(model.Validation.update_called);
    }

    [Fact]
    public void A_collection_is_logged_under_its_names()
    {
        var model = new Model();
        var results = Quiet.Trainer().test(model, verbose: false);

        Assert.Equal(["test_Root", "test_Squared"], results[0].Keys.Order());
        Assert.Equal(6, results[0]["test_Squared"], 1e-6);
        Assert.Equal(Math.Sqrt(6), results[0]["test_Root"], 1e-6);
    }

    [Fact]
    public void A_metric_of_several_numbers_is_one_clear_error()
    {
        var model = new Model { Wrong = true };

        var error = Assert.Throws<MisconfigurationException>(() => Quiet.Trainer().test(model, verbose: false));
        Assert.Contains("log(\"all\")", error.Message, StringComparison.Ordinal);
        Assert.Contains("not one number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_in_the_middle_of_an_epoch_holds_what_was_collected()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("middle.ckpt");
        Quiet.Trainer(max_epochs: 1, callbacks: [new SaveAfterSecond(file)]).fit(new Model());
        var resumed = Quiet.Trainer(max_epochs: 1);
        var model = new Model();
        resumed.fit(model, ckpt_path: file);

        Assert.Equal((1 + (2 * 4) + (3 * 9)) / 6.0, resumed.callback_metrics["error_epoch"].item(), 1e-6);
    }

    [Fact]
    public void Memory_stays_with_the_metric()
    {
        var model = new Model();
        using (torch.NewDisposeScope())
        {
            model.Error.update(torch.ones(3), torch.zeros(3));
        }

        Assert.Equal(1, model.Error.compute().item<float>());
    }

    private sealed class SaveAfterSecond(string file) : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
        {
            if (batch_idx == 1)
            {
                trainer.save_checkpoint(file);
            }
        }
    }

    private sealed class Model : BoringModel
    {
        private readonly MeanSquaredError error = new();
        private readonly MeanSquaredError validation = new();
        private readonly CatMetric all = new();
        private readonly MetricCollection collection = new(
            new Dictionary<string, Metric<Tensor, Tensor, Tensor>> { ["Squared"] = new MeanSquaredError(), ["Root"] = new MeanSquaredError(squared: false) }, prefix: "test_");

        public Model() => RegisterComponents();

        internal MeanSquaredError Error => error;

        internal MeanSquaredError Validation => validation;

        internal bool Wrong { get; init; }

        public override Tensor? training_step(Tensor batch, int batch_idx)
        {
            error.forward(torch.full([batch_idx + 1], batch_idx + 1.0), torch.zeros(batch_idx + 1));
            log("error", error, on_step: true, on_epoch: true);
            return base.training_step(batch, batch_idx);
        }

        public override object? validation_step(Tensor batch, int batch_idx)
        {
            validation.update(torch.full([batch_idx + 1], batch_idx + 1.0), torch.zeros(batch_idx + 1));
            log("val_error", validation);
            return null;
        }

        public override object? test_step(Tensor batch, int batch_idx)
        {
            if (Wrong)
            {
                all.update(torch.ones(3));
                log("all", all);
            }

            collection.update(torch.full([batch_idx + 1], batch_idx + 1.0), torch.zeros(batch_idx + 1));
            log_dict(collection);
            return null;
        }

        public override IEnumerable? train_dataloader() => Samples.Batches(3);

        public override IEnumerable? val_dataloader() => Samples.Batches(3, seed: 2);

        public override IEnumerable? test_dataloader() => Samples.Batches(3, seed: 3);
    }
}
