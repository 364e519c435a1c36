using TorchSharp.Modules;

namespace Lightning.Tests.TrainerTests;

/// <summary>Several optimizers under automatic optimization: each batch is theirs in turn.</summary>
public sealed class SeveralOptimizersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Turns_equal_a_loop_written_by_hand(int accumulate)
    {
        var batches = Samples.Batches(7, 2);
        torch.manual_seed(4);
        var model = new Duel(batches);
        var trainer = Quiet.Trainer(limit_val_batches: 0, accumulate_grad_batches: accumulate);
        trainer.fit(model);

        torch.manual_seed(4);
        var expected = new Duel(batches);
        var (first, second) = (torch.optim.SGD(expected.Maker.parameters(), 0.1), torch.optim.Adam(expected.Judge.parameters(), 0.01));
        foreach (var window in batches.Chunk(accumulate))
        {
            // Batch by batch, as the Trainer gets them: the judge's gradients of the window's earlier batches are those of the maker before its step.
            for (var i = 0; i < window.Length; i++)
            {
                Turn(expected, window, i, 0, first, expected.Judge);
                Turn(expected, window, i, 1, second, expected.Maker);
            }
        }

        Assert.Equal((batches.Count + accumulate - 1) / accumulate, trainer.global_step);
        Assert.All(expected.Weights().Zip(model.Weights()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Only_the_parameters_whose_turn_it_is_require_gradients()
    {
        var model = new Duel(Samples.Batches(2));
        Quiet.Trainer(limit_val_batches: 0).fit(model);

        Assert.Equal(["0 True False", "1 False True", "0 True False", "1 False True"], model.Turns);
        Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad));
    }

    [Fact]
    public void Toggling_by_hand_does_the_same_under_manual_optimization()
    {
        var model = new Duel(Samples.Batches(1), manual: true);
        Quiet.Trainer(limit_val_batches: 0).fit(model);

        Assert.Equal(["0 True False", "0 True True", "1 False True"], model.Turns);
    }

    private static void Turn(Duel model, Tensor[] window, int place, int turn, torch.optim.Optimizer optimizer, torch.nn.Module frozen)
    {
        var others = frozen.parameters().ToList();
        others.ForEach(parameter => parameter.requires_grad = false);
        if (place == 0)
        {
            optimizer.zero_grad();
        }

        (model.Loss(window[place], turn) / window.Length).backward();
        if (place == window.Length - 1)
        {
            optimizer.step();
        }

        others.ForEach(parameter => parameter.requires_grad = true);
    }

    private sealed class Duel : LightningModule<Tensor>
    {
        private readonly List<Tensor> _batches;

        public Duel(List<Tensor> batches, bool manual = false)
        {
            _batches = batches;
            automatic_optimization = !manual;
            Maker = torch.nn.Linear(32, 8);
            Judge = torch.nn.Linear(8, 1);
            RegisterComponents();
        }

        internal Linear Maker { get; }

        internal Linear Judge { get; }

        internal List<string> Turns { get; } = [];

        internal float[] Weights() => [.. parameters().SelectMany(parameter => parameter.detach().clone().data<float>().ToArray())];

        internal Tensor Loss(Tensor batch, int turn)
        {
            var verdict = Judge.call(Maker.call(batch)).mean();
            return turn == 0 ? -verdict : verdict + verdict.square();
        }

        public override object? training_step(Tensor batch, int batch_idx, int optimizer_idx)
        {
            if (!automatic_optimization)
            {
                toggle_optimizer(optimizers()[0]);
                Note(0);
                untoggle_optimizer(optimizers()[0]);
                Note(0);
                using var second = toggled_optimizer(optimizers()[1]);
                Note(1);
                return null;
            }

            Note(optimizer_idx);
            return Loss(batch, optimizer_idx);
        }

        public override OptimizerConfig? configure_optimizers() =>
            new torch.optim.Optimizer[] { torch.optim.SGD(Maker.parameters(), 0.1), torch.optim.Adam(Judge.parameters(), 0.01) };

        public override System.Collections.IEnumerable? train_dataloader() => _batches;

        private void Note(int turn) => Turns.Add($"{turn} {Maker.weight!.requires_grad} {Judge.weight!.requires_grad}");
    }
}
