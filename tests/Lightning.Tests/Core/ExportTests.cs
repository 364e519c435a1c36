namespace Lightning.Tests.Core;

/// <summary>A trained module leaves the Trainer: as TorchScript, or made anew from a checkpoint and a file of hyperparameters.</summary>
public sealed class ExportTests
{
    [Fact]
    public void A_traced_module_answers_as_the_module_and_has_its_names()
    {
        using var folder = new TemporaryFolder();
        var model = new BoringModel(dropout: 0.5) { example_input_array = torch.ones(2, 32) };
        Quiet.Trainer(max_steps: 2, limit_val_batches: 0).fit(model);
        model.to_torchscript(model.layer.call, folder.File("net.pt"));

        using var loaded = torch.jit.load<Tensor, Tensor>(folder.File("net.pt"));
        using var input = torch.randn(3, 32);
        Assert.True(torch.allclose(model.layer.call(input), loaded.call(input)));
        Assert.Equal(["layer.bias", "layer.weight"], loaded.state_dict().Keys.Order());
        Assert.True(model.training);
    }

    [Fact]
    public void Without_an_example_it_says_so()
    {
        var model = new BoringModel();
        var thrown = Assert.Throws<MisconfigurationException>(() => model.to_torchscript(model.layer.call));
        Assert.Contains("example_input_array", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_hyperparameters_comes_before_those_of_the_checkpoint()
    {
        using var folder = new TemporaryFolder();
        var model = new BoringModel();
        model.save_hyperparameters(new { lr = 0.1, name = "recorded", depth = 3 });
        var trainer = Quiet.Trainer(max_steps: 1, limit_val_batches: 0);
        trainer.fit(model);
        trainer.save_checkpoint(folder.File("a.ckpt"));
        File.WriteAllText(folder.File("hparams.yaml"), "lr: 1.0e-3\nname: '7'\nsizes:\n- 1\n- 2\nflag: true\n");
        HyperParameters? seen = null;
        LightningModule.load_from_checkpoint(folder.File("a.ckpt"), hparams =>
        {
            seen = hparams;
            return new BoringModel();
        }, hparams_file: folder.File("hparams.yaml"));

        Assert.Equal(0.001, seen!.number<double>("lr"));
        Assert.Equal("7", seen["name"]);
        Assert.Equal(3, seen.number<int>("depth"));
        Assert.True(seen.flag("flag"));
        Assert.Equal([1L, 2L], (IEnumerable<object?>)seen["sizes"]!);
    }
}
