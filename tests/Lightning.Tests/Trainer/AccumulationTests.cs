namespace Lightning.Tests.TrainerTests;

/// <summary>The gradient of an accumulation window is that of one large batch.</summary>
public sealed class AccumulationTests
{
    [Theory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    public void Losses_count_by_their_weight_as_if_their_tokens_lay_in_one_batch(int accumulate, bool tensors)
    {
        // Seven batches: the last window is short.
        int[] sizes = [1, 5, 2, 4, 1, 7, 3];
        var batches = sizes.Select((size, i) => Samples.Batches(1, size, seed: i)[0]).ToList();
        torch.manual_seed(2);
        var model = new Weighted(batches, tensors);
        Quiet.Trainer(limit_val_batches: 0, accumulate_grad_batches: accumulate).fit(model);

        torch.manual_seed(2);
        var expected = new BoringModel();
        var optimizer = torch.optim.SGD(expected.parameters(), 0.02);
        foreach (var window in batches.Chunk(accumulate))
        {
            optimizer.zero_grad();
            var joint = torch.cat(window);
            var output = expected.layer.call(joint);
            torch.nn.functional.mse_loss(output, torch.ones_like(output)).backward();
            optimizer.step();
        }

        Assert.All(expected.Weights().Zip(model.Weights()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void A_window_of_weight_zero_changes_nothing()
    {
        var model = new Weighted(Samples.Batches(2), tensors: false) { Weight = 0.0 };
        var before = model.Weights();
        Quiet.Trainer(limit_val_batches: 0, accumulate_grad_batches: 2).fit(model);

        Assert.Equal(before, model.Weights());
    }

    [Fact]
    public void Weights_with_some_losses_only_are_an_error()
    {
        var thrown = Assert.Throws<MisconfigurationException>(() =>
            Quiet.Trainer(limit_val_batches: 0, accumulate_grad_batches: 2).fit(new Weighted(Samples.Batches(2), tensors: false) { Every = 2 }));
        Assert.Contains("weight", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_that_is_no_number_is_an_error()
    {
        var thrown = Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(limit_val_batches: 0, accumulate_grad_batches: 2)
            .fit(new Weighted(Samples.Batches(2), tensors: false) { Weight = "many" }));
        Assert.Contains("String", thrown.Message, StringComparison.Ordinal);
    }

    private sealed class Weighted : LightningModule<Tensor>
    {
        private readonly BoringModel _inner = new();
        private readonly List<Tensor> _batches;
        private readonly bool _tensors;

        internal Weighted(List<Tensor> batches, bool tensors)
        {
            (_batches, _tensors) = (batches, tensors);
            RegisterComponents();
        }

        internal object? Weight { get; init; }

        internal int Every { get; init; } = 1;

        internal float[] Weights() => _inner.Weights();

        public override object? training_step(Tensor batch, int batch_idx)
        {
            var output = _inner.layer.call(batch);
            var loss = torch.nn.functional.mse_loss(output, torch.ones_like(output));
            if (batch_idx % Every != 0)
            {
                return loss;
            }

            return _tensors
                ? new Dictionary<string, Tensor> { ["loss"] = loss, ["weight"] = torch.tensor(batch.size(0)) }
                : new Dictionary<string, object?> { ["loss"] = loss, ["weight"] = Weight ?? (int)batch.size(0) };
        }

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(_inner.parameters(), 0.02);

        public override System.Collections.IEnumerable? train_dataloader() => _batches;
    }
}
