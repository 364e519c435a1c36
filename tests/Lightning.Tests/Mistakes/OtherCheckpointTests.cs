using TorchSharp.Modules;

namespace Lightning.Tests.Mistakes;

/// <summary>A checkpoint of another model says so, whichever way it is loaded.</summary>
public sealed class OtherCheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public OtherCheckpointTests()
    {
        _path = _folder.File("trained.ckpt");
        var trainer = Quiet.Trainer(max_steps: 1);
        trainer.fit(new Net(hidden: 8), Samples.Batches(1));
        trainer.save_checkpoint(_path);
    }

    [Fact]
    public void Of_other_sizes()
    {
        var expected = $"{_path} holds the weights of another model than this Net. The state dictionary does not fit Net; nothing was loaded.\n"
            + "    \"body.weight\": the dictionary holds [8, 32], the module [16, 32].\n"
            + "    \"body.bias\": the dictionary holds [8], the module [16].\n"
            + "    \"head.weight\": the dictionary holds [1, 8], the module [1, 16].\n"
            + "Make the module with the settings that it was trained with (hidden = 8).";

        Assert.Equal(expected, Mistake.Message(() => new Net(hidden: 16).load_from_checkpoint(_path)));
        Assert.Equal(expected, Mistake.Message(() => Net.load_from_checkpoint(_path, _ => new Net(hidden: 16))));
        Assert.Equal(expected, Mistake.Message(() => Quiet.Trainer().fit(new Net(hidden: 16), Samples.Batches(1), ckpt_path: _path)));
    }

    [Fact]
    public void Of_other_names()
    {
        Assert.Equal(
            $"{_path} holds the weights of another model than this BoringModel. The state dictionary does not fit BoringModel; nothing was loaded.\n"
            + "    Missing: \"layer.weight\", \"layer.bias\".\n"
            + "    Unexpected: \"body.weight\", \"body.bias\", \"head.weight\", \"head.bias\".\n"
            + "Make the module with the settings that it was trained with (hidden = 8), or set strict_loading = false to load what both have.",
            Mistake.Message(() => new BoringModel().load_from_checkpoint(_path)));
        Assert.Contains(_path, Mistake.Message(() => Quiet.Trainer().test(new BoringModel(), ckpt_path: _path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_same_model_whose_components_nobody_registered() => Assert.EndsWith(
        "\nThe module's fields body, head were not registered. Call RegisterComponents() last in the constructor, or register_module for each.",
        Mistake.Message(() => new Net(hidden: 8, register: false).load_from_checkpoint(_path)),
        StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private sealed class Net : LightningModule<Tensor>
    {
        private readonly Linear body;
        private readonly Linear head;

        public Net(int hidden, bool register = true)
        {
            save_hyperparameters(new { hidden });
            body = torch.nn.Linear(32, hidden);
            head = torch.nn.Linear(hidden, 1);
            if (register)
            {
                RegisterComponents();
            }
        }

        public override Tensor training_step(Tensor batch, int batch_idx) => head.call(body.call(batch)).mean();

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), 0.1);
    }
}
