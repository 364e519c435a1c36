using System.Collections;
using System.Xml.Linq;

namespace Lightning.Tests.TunerTests;

public sealed class TunerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Messages _messages = new();

    public void Dispose()
    {
        _messages.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("exponential")]
    [InlineData("linear")]
    public void The_learning_rate_goes_from_the_least_to_the_greatest(string mode)
    {
        var finder = Find(new BoringModel(), mode: mode, threshold: null);
        Assert.Equal(50, finder.lr.Count);
        Assert.Equal(1e-5, finder.lr[0], 12);
        Assert.Equal(0.1, finder.lr[^1], 12);
        var steps = finder.lr.Zip(finder.lr.Skip(1), (left, right) => mode == "linear" ? right - left : right / left).ToList();
        Assert.All(steps, step => Assert.Equal(steps[0], step, 6));
    }

    [Fact]
    public void The_loss_is_smoothed_and_the_steepest_fall_suggested()
    {
        // Losses that fall fastest around step 30.
        var losses = Enumerable.Range(0, 50).Select(step => 10.0 - (step < 25 ? 0 : Math.Min(step - 25, 10) * 0.8)).ToArray();
        var finder = Find(new Scripted(losses), threshold: null);
        var average = 0.0;
        for (var step = 0; step < 50; step++)
        {
            average = (0.98 * average) + (0.02 * losses[step]);
            Assert.Equal(average / (1 - Math.Pow(0.98, step + 1)), finder.loss[step], 4);
        }

        Assert.InRange(finder.suggestion()!.Value, finder.lr[26], finder.lr[36]);
        Assert.Null(finder.suggestion(skip_begin: 49));
        Assert.Contains(_messages.Warnings, text => text.Contains("too few", StringComparison.Ordinal));
    }

    [Fact]
    public void A_loss_that_explodes_ends_the_trial()
    {
        var finder = Find(new Scripted([.. Enumerable.Repeat(1.0, 20), .. Enumerable.Repeat(1000.0, 30)]), threshold: 4);
        Assert.InRange(finder.lr.Count, 21, 30);
    }

    [Fact]
    public void Everything_is_as_it_was_afterwards()
    {
        var model = new BoringModel(dropout: 0.5);
        model.layer.eval();
        var before = model.Weights();
        using var random = torch.get_rng_state();
        var trainer = Trainer();
        new Tuner(trainer).lr_find(model, min_lr: 1e-4, max_lr: 1, num_training: 20);
        using var after = torch.get_rng_state();

        Assert.Equal(before, model.Weights());
        Assert.True(torch.ops.aten.equal(random, after));
        Assert.True(model.training);
        Assert.False(model.layer.training);
        Assert.Equal(0, trainer.global_step);
        Assert.Same(trainer, model.trainer);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_fit_behind_the_trial_is_the_fit_without_one()
    {
        var plain = Fit(tune: false);
        Assert.Equal(plain, Fit(tune: true));

        float[] Fit(bool tune)
        {
            torch.manual_seed(7);
            var model = new BoringModel(dropout: 0.3);
            var trainer = Quiet.Trainer(max_epochs: 2, limit_train_batches: 5, limit_val_batches: 0, default_root_dir: _folder.Path);
            if (tune)
            {
                new Tuner(trainer).lr_find(model, num_training: 12);
            }

            trainer.fit(model);
            return model.Weights();
        }
    }

    [Fact]
    public void A_failing_trial_puts_everything_back_too()
    {
        var model = new Scripted([1, 1]);
        var before = model.Weights();
        Assert.Throws<IndexOutOfRangeException>(() => new Tuner(Trainer()).lr_find(model, num_training: 10));
        Assert.Equal(before, model.Weights());
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void The_plot_is_an_svg_with_the_suggestion()
    {
        var finder = Find(new BoringModel(), threshold: null);
        finder.plot(_folder.File("plots/lr.svg"));
        var svg = XDocument.Load(_folder.File("plots/lr.svg"));
        Assert.Contains(svg.Descendants(), element => element.Value.StartsWith("suggested: ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_callback_trains_with_what_it_found()
    {
        var model = new Tunable();
        var finder = new LearningRateFinder(min_lr: 1e-4, max_lr: 0.1, num_training_steps: 30, early_stop_threshold: null);
        List<double> rates = [];
        var trainer = Quiet.Trainer(limit_train_batches: 2, limit_val_batches: 0, default_root_dir: _folder.Path, callbacks:
        [
            finder,
            new LambdaCallback(on_train_batch_start: (trainer, _, _, _) => rates.Add(trainer.optimizers[0].param_groups[0].LearningRate)),
        ]);
        trainer.fit(model);
        Assert.Equal(finder.optimal_lr!.suggestion(), model.learning_rate);
        Assert.All(rates, rate => Assert.Equal(model.learning_rate, rate));
        Assert.Equal(2, rates.Count);
    }

    [Theory]
    [InlineData("power", 64, 32, 32)]
    [InlineData("power", 2, 1, 1)]
    [InlineData("binsearch", 48, 47, 47)]
    [InlineData("power", int.MaxValue, 100, 100)]
    [InlineData("binsearch", int.MaxValue, 100, 100)]
    [InlineData("power", 1, null, 7)]
    public void The_batch_size_grows_until_memory_is_short_or_the_data_ends(string mode, int tooLarge, int? found, int left)
    {
        var model = new Growing(tooLarge);
        var before = model.Weights();
        Assert.Equal(found, new Tuner(Trainer()).scale_batch_size(model, mode: mode, margin: 0));
        Assert.Equal(left, model.batch_size);
        Assert.Equal(before, model.Weights());
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void Sizes_are_bounded_and_made_smaller_by_a_margin()
    {
        Assert.Equal(16, new Tuner(Trainer()).scale_batch_size(new Growing(int.MaxValue), max_val: 16));
        Assert.Equal(4, new Tuner(Trainer()).scale_batch_size(new Growing(int.MaxValue), max_trials: 2));
        Assert.Equal(95, new Tuner(Trainer()).scale_batch_size(new Growing(int.MaxValue), mode: "binsearch"));
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("test")]
    [InlineData("predict")]
    public void A_size_is_found_for_evaluation_too(string method)
    {
        var model = new Growing(40);
        Assert.Equal(32, new Tuner(Trainer()).scale_batch_size(model, method: method));
        Assert.Equal(32, model.batch_size);
        Assert.Equal([method], model.Stages.Distinct());
    }

    [Fact]
    public void The_finder_of_batch_sizes_comes_before_the_loaders()
    {
        var model = new Growing(40);
        var trainer = Quiet.Trainer(default_root_dir: _folder.Path, limit_val_batches: 0, callbacks: [new BatchSizeFinder()]);
        trainer.fit(model);
        Assert.Equal(32, model.batch_size);
        Assert.Equal(4, trainer.global_step);
    }

    [Fact]
    public void What_cannot_be_tuned_is_an_error()
    {
        var tuner = new Tuner(Trainer());
        Assert.Throws<MisconfigurationException>(() => tuner.lr_find(new BoringModel(), mode: "random"));
        Assert.Throws<MisconfigurationException>(() => tuner.lr_find(new BoringModel(), min_lr: 1, max_lr: 0.1));
        Assert.Throws<MisconfigurationException>(() => tuner.lr_find(new BoringModel(), update_attr: true));
        Assert.Contains("\"fit\"", Assert.Throws<MisconfigurationException>(() => tuner.lr_find(new BoringModel(), method: "validate")).Message, StringComparison.Ordinal);
        Assert.Contains("\"predict\"", Assert.Throws<MisconfigurationException>(() => tuner.scale_batch_size(new Growing(9), method: "sanity")).Message, StringComparison.Ordinal);
        Assert.Throws<MisconfigurationException>(() => tuner.scale_batch_size(new BoringModel()));
        Assert.Throws<MisconfigurationException>(() => tuner.scale_batch_size(new Growing(9), init_val: 0));
    }

    private Trainer Trainer() => Quiet.Trainer(default_root_dir: _folder.Path);

    private LRFinder Find(BoringModel model, string mode = "exponential", double? threshold = 4) => new Tuner(Trainer()).lr_find(
        model, min_lr: 1e-5, max_lr: 0.1, num_training: 50, mode: mode, early_stop_threshold: threshold);

    private sealed class Scripted(double[] losses) : BoringModel
    {
        private int _step;

        public override Tensor? training_step(Tensor batch, int batch_idx) => (Loss(batch) * 0) + losses[_step++];
    }

    private sealed class Tunable : BoringModel, IHasLearningRate
    {
        public double learning_rate { get; set; } = 1;

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), learning_rate);
    }

    private sealed class Growing(int tooLarge) : LightningModule<IList<Tensor>>, IHasBatchSize
    {
        private readonly TorchSharp.Modules.Linear layer = torch.nn.Linear(32, 1);

        public int batch_size { get; set; } = 7;

        internal float[] Weights() => [.. layer.weight!.data<float>().ToArray()];

        internal List<string> Stages { get; } = [];

        public override Tensor training_step(IList<Tensor> batch, int batch_idx) => Step(batch);

        public override object? validation_step(IList<Tensor> batch, int batch_idx) => Step(batch);

        public override object? test_step(IList<Tensor> batch, int batch_idx) => Step(batch);

        public override object? predict_step(IList<Tensor> batch, int batch_idx) => Step(batch);

        private Tensor Step(IList<Tensor> batch)
        {
            if (batch[0].size(0) >= tooLarge)
            {
                throw new TorchOutOfMemoryException("no memory for so many samples");
            }

            return layer.call(batch[0]).square().mean();
        }

        public override void setup(string stage)
        {
            Stages.Add(stage);
            RegisterComponents();
        }

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), 0.1);

        public override IEnumerable? train_dataloader() => Loader();

        public override IEnumerable? val_dataloader() => Loader();

        public override IEnumerable? test_dataloader() => Loader();

        public override IEnumerable? predict_dataloader() => Loader();

        private IEnumerable Loader() =>
            torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn([100, 32])), batch_size, shuffle: true);
    }
}
