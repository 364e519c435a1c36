using System.Collections;
using TorchSharp.Modules;

namespace Lightning.Tests.Callbacks;

public sealed class WeightAveragingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Messages _messages = new();

    public void Dispose()
    {
        _messages.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_average_of_exponentials_is_what_the_formula_says()
    {
        var expected = Array.Empty<float>();
        var watch = new LambdaCallback(on_train_batch_end: (_, module, _, _, batch) =>
        {
            var now = ((BoringModel)module).Weights();
            expected = batch == 0 ? now : [.. expected.Zip(now, (old, current) => (0.75f * old) + (0.25f * current))];
        });
        var model = new BoringModel();
        Quiet.Trainer(limit_train_batches: 6, limit_val_batches: 0, callbacks: [watch, new EMAWeightAveraging(decay: 0.75)]).fit(model);
        Close(expected, model.Weights());
    }

    [Fact]
    public void Validation_sees_the_average_and_training_goes_on_with_the_raw_weights()
    {
        var plain = new BoringModel();
        Quiet.Trainer(max_epochs: 3, limit_train_batches: 2, limit_val_batches: 0).fit(Seeded(plain));

        float[] raw = [], seen = [];
        var model = new BoringModel();
        var averaging = new EMAWeightAveraging(decay: 0.5);
        Quiet.Trainer(max_epochs: 3, limit_train_batches: 2, limit_val_batches: 1, callbacks:
        [
            averaging,
            new LambdaCallback(
                on_validation_start: (_, module) => raw = ((BoringModel)module).Weights(),
                on_validation_batch_start: (_, module, _, _, _) => seen = ((BoringModel)module).Weights(),
                on_validation_end: (_, module) => Assert.Equal(raw, ((BoringModel)module).Weights())),
        ]).fit(Seeded(model));

        Assert.NotEqual(raw, seen);
        Assert.Equal(plain.Weights(), raw);
        Assert.Equal(seen, model.Weights());
    }

    [Fact]
    public void Updates_come_when_asked_for()
    {
        List<(long? Step, int? Epoch)> asked = [];
        var averaging = new Asking(asked);
        Quiet.Trainer(max_epochs: 2, limit_train_batches: 4, limit_val_batches: 0, accumulate_grad_batches: 2, callbacks: [averaging]).fit(new BoringModel());
        Assert.Equal([(0L, null), (1L, null), (null, 0), (2L, null), (3L, null), (null, 1)], asked);

        var ema = new EMAWeightAveraging(update_every_n_steps: 2, update_starting_at_step: 3, update_starting_at_epoch: 1);
        Assert.Equal([4L, 6L], Enumerable.Range(0, 8).Select(step => (long)step).Where(step => ema.should_update(step_idx: step)));
        Assert.Equal([1, 2], Enumerable.Range(0, 3).Where(epoch => ema.should_update(epoch_idx: epoch)));
    }

    [Fact]
    public void Checkpoints_hold_the_average_as_weights_and_the_raw_ones_to_go_on_from()
    {
        var whole = new BoringModel();
        Fit(whole, epochs: 4, null);

        var first = new BoringModel();
        var trainer = Fit(first, epochs: 2, null, save: true);
        var path = trainer.checkpoint_callback!.best_model_path;
        var content = (Dictionary<string, object?>)torch.serialization.load(path)!;
        Assert.NotEqual(Values(content["state_dict"]), Values(content["current_model_state"]));

        var second = new BoringModel();
        Fit(second, epochs: 4, path);
        Assert.Equal(whole.Weights(), second.Weights());

        Trainer Fit(BoringModel model, int epochs, string? from, bool save = false)
        {
            var run = Quiet.Trainer(
                max_epochs: epochs, limit_train_batches: 3, limit_val_batches: 1, enable_checkpointing: save,
                callbacks: save ? [new EMAWeightAveraging(decay: 0.9), new ModelCheckpoint(_folder.Path)] : [new EMAWeightAveraging(decay: 0.9)]);
            run.fit(Seeded(model), ckpt_path: from);
            return run;
        }
    }

    [Fact]
    public void Stochastic_averaging_takes_the_mean_of_the_last_epochs()
    {
        List<float[]> ends = [];
        var model = new BoringModel();
        List<double> rates = [];
        Quiet.Trainer(max_epochs: 5, limit_train_batches: 2, limit_val_batches: 0, callbacks:
        [
            new StochasticWeightAveraging(0.5, swa_epoch_start: 0.6, annealing_epochs: 1),
            new LambdaCallback(on_train_epoch_end: (trainer, module) =>
            {
                ends.Add(((BoringModel)module).Weights());
                rates.Add(trainer.optimizers[0].param_groups[0].LearningRate);
            }),
        ]).fit(model);

        Close([.. ends[3].Zip(ends[4], (left, right) => (left + right) / 2)], Skip(model.Weights(), ends));
        Assert.Equal(0.5, rates[^1], 6);

        // The mean over epochs 3 and 4: sixty percent of five are epochs 0 to 2.
        static float[] Skip(float[] weights, List<float[]> ends)
        {
            Assert.Equal(5, ends.Count);
            return weights;
        }
    }

    [Fact]
    public void Stochastic_averaging_goes_on_bit_for_bit()
    {
        var whole = new BoringModel();
        Fit(whole, epochs: 6, null);
        var path = _folder.File("swa.ckpt");
        var first = new BoringModel();
        Fit(first, 6, null, stopAfter: 4, path);
        var second = new BoringModel();
        Fit(second, 6, path);
        Assert.Equal(whole.Weights(), second.Weights());

        static void Fit(BoringModel model, int epochs, string? from, int stopAfter = -1, string? save = null)
        {
            var trainer = Quiet.Trainer(max_epochs: epochs, limit_train_batches: 2, limit_val_batches: 0, callbacks:
            [
                new StochasticWeightAveraging(0.1, swa_epoch_start: 2, annealing_epochs: 2),
                new LambdaCallback(on_train_epoch_start: (trainer, _) =>
                {
                    if (trainer.current_epoch == stopAfter)
                    {
                        trainer.save_checkpoint(save!);
                    }
                }),
            ]);
            trainer.fit(Seeded(model), ckpt_path: from);
        }
    }

    [Fact]
    public void Batch_normalization_gets_the_statistics_of_the_averaged_weights()
    {
        var model = new Normalized();
        Quiet.Trainer(max_epochs: 2, limit_val_batches: 0, callbacks: [new StochasticWeightAveraging(0.5, swa_epoch_start: 0)]).fit(model);

        // What one pass with cumulative means gives: the mean of the batches' means.
        using var scope = torch.NewDisposeScope();
        var means = torch.stack(((IEnumerable<Tensor>)model.train_dataloader()!).Select(batch => model.layer.call(batch).mean([0])));
        Assert.True(torch.allclose(means.mean([0]), model.norm.running_mean!, atol: 1e-5));
        Assert.Equal(3, model.norm.num_batches_tracked!.item<long>());
    }

    private static BoringModel Seeded(BoringModel model)
    {
        using var guard = torch.no_grad();
        foreach (var (index, parameter) in model.parameters().Index())
        {
            using var generator = new Generator((ulong)(index + 5), torch.CPU);
            using var values = torch.randn(parameter.shape, generator: generator);
            parameter.copy_(values);
        }

        return model;
    }

    private static float[] Values(object? state) =>
        [.. ((IReadOnlyDictionary<string, object?>)state!).Values.OfType<Tensor>().SelectMany(tensor => tensor.data<float>().ToArray())];

    private static void Close(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    private sealed class Asking(List<(long? Step, int? Epoch)> asked) : WeightAveraging
    {
        public override bool should_update(long? step_idx = null, int? epoch_idx = null)
        {
            asked.Add((step_idx, epoch_idx));
            return true;
        }
    }

    private sealed class Normalized : BoringModel
    {
        internal readonly BatchNorm1d norm = torch.nn.BatchNorm1d(2);

        public Normalized() => RegisterComponents();

        protected override Tensor Loss(Tensor batch) => norm.call(layer.call(batch)).square().mean() + layer.call(batch).square().mean();

        public override IEnumerable? train_dataloader() => Samples.Batches(3, size: 8);
    }
}
