namespace Lightning.Tests.TrainerTests;

/// <summary>The Trainer trains exactly as a loop written by hand does.</summary>
public sealed class ParityTests
{
    [Fact]
    public void Losses_and_weights_equal_those_of_a_plain_loop()
    {
        torch.manual_seed(7);
        var byTrainer = new BoringModel();
        Quiet.Trainer(max_epochs: 2, limit_val_batches: 0).fit(byTrainer, Samples.Batches(20, size: 4));

        torch.manual_seed(7);
        var byHand = new BoringModel();
        var optimizer = torch.optim.SGD(byHand.parameters(), 0.02);
        for (var epoch = 0; epoch < 2; epoch++)
        {
            foreach (var batch in Samples.Batches(20, size: 4))
            {
                optimizer.zero_grad();
                byHand.training_step(batch, 0)!.backward();
                optimizer.step();
            }
        }

        Assert.Equal(40, byHand.Losses.Count);
        Assert.Equal(byHand.Losses, byTrainer.Losses);
        Assert.Equal(byHand.Weights(), byTrainer.Weights());
    }

    [Fact]
    public void Accumulation_equals_one_large_batch_also_in_a_short_last_window()
    {
        // 5 batches by 2: windows of 2, 2 and 1.
        var batches = Samples.Batches(5, size: 3);
        List<Tensor> merged = [torch.cat([batches[0], batches[1]]), torch.cat([batches[2], batches[3]]), batches[4]];
        Assert.Equal(Fit(merged, 1), Fit(batches, 2), Close);
        Assert.Equal(Fit(merged, 1), Fit(Endless(batches), 2), Close);

        static float[] Fit(IEnumerable<Tensor> data, int accumulate)
        {
            torch.manual_seed(3);
            var model = new BoringModel();
            Quiet.Trainer(limit_val_batches: 0, accumulate_grad_batches: accumulate).fit(model, data);
            return model.Weights();
        }

        // A source that cannot tell its size.
        static IEnumerable<Tensor> Endless(IEnumerable<Tensor> source)
        {
            foreach (var item in source)
            {
                yield return item;
            }
        }
    }

    [Theory]
    [InlineData("norm")]
    [InlineData("value")]
    public void Clipping_bounds_the_gradients(string algorithm)
    {
        var model = new BoringModel { LearningRate = 1.0 };
        var before = model.Weights();
        Quiet.Trainer(limit_train_batches: 1, limit_val_batches: 0, gradient_clip_val: 0.01, gradient_clip_algorithm: algorithm).fit(model);

        var change = model.Weights().Zip(before, (after, was) => (double)(after - was)).ToArray();
        var size = algorithm == "norm" ? Math.Sqrt(change.Sum(x => x * x)) : change.Max(Math.Abs);
        Assert.Equal(0.01, size, 1e-4);
    }

    [Fact]
    public void Precision_64_trains_in_double()
    {
        var model = new TypeModel();
        Quiet.Trainer(limit_train_batches: 1, limit_val_batches: 0, precision: 64).fit(model);

        Assert.Equal(ScalarType.Float64, model.Seen);
        Assert.Equal(ScalarType.Float64, model.Made);
        Assert.Equal(ScalarType.Float32, torch.get_default_dtype());
    }

    [Fact]
    public void Tensors_of_a_step_are_freed_with_it()
    {
        var model = new LeakyModel();
        Quiet.Trainer(max_epochs: 1, limit_val_batches: 0).fit(model);

        Assert.Equal(64, model.Made.Count);
        Assert.All(model.Made, tensor => Assert.True(tensor.IsInvalid));
    }

    private static bool Close(float[]? a, float[]? b) => a!.Zip(b!, (x, y) => Math.Abs(x - y)).Max() < 1e-6;

    private sealed class TypeModel : BoringModel
    {
        internal ScalarType Seen { get; private set; }

        internal ScalarType Made { get; private set; }

        public override Tensor? training_step(Tensor batch, int batch_idx)
        {
            Seen = batch.dtype;
            Made = torch.zeros(1).dtype;
            return Loss(batch);
        }
    }

    private sealed class LeakyModel : BoringModel
    {
        internal List<Tensor> Made { get; } = [];

        public override Tensor? training_step(Tensor batch, int batch_idx)
        {
            Made.Add(batch * 2);
            return Loss(batch);
        }
    }
}
