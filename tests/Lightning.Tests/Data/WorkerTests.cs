using System.Collections;
using static TorchSharp.torch.utils.data;

namespace Lightning.Tests.Data;

/// <summary>How many threads load the batches changes nothing: the same seed trains the same weights, bit for bit.</summary>
public sealed class WorkerTests
{
    private static readonly float[] Reference = Train(0);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void The_same_run_twice_under_one_seed_is_the_same(int workers)
    {
        Assert.Equal(Reference, Train(workers));
        Assert.Equal(Reference, Train(workers));
    }

    [Fact]
    public void Another_seed_is_another_run() => Assert.NotEqual(Reference, Train(0, seed: 4));

    private static float[] Train(int workers, int seed = 3)
    {
        L.seed_everything(seed, workers: true, verbose: false);
        var model = new Model(workers);
        Quiet.Trainer(max_epochs: 2, accumulate_grad_batches: 2).fit(model);
        return model.Weights();
    }

    private sealed class Model(int workers) : BoringModel(dropout: 0.2)
    {
        public override OptimizerConfig? configure_optimizers() => torch.optim.Adam(parameters(), 0.01);

        public override IEnumerable? train_dataloader() => DataLoader(new Noisy(45), batch_size: 4, shuffle: true, num_workers: workers);

        public override IEnumerable? val_dataloader() => DataLoader(new Noisy(9), batch_size: 4, num_workers: workers);
    }

    /// <summary>Rows with noise drawn while they are loaded, as random transforms draw.</summary>
    private sealed class Noisy(long count) : Dataset<Tensor>
    {
        public override long Count => count;

        public override Tensor GetTensor(long index) => torch.full([32], index * 0.01f) + torch.randn([32], generator: torch.random.Current);
    }
}
