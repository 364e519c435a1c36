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
    public void Forward_is_what_is_exported_predicted_and_summed_up()
    {
        using var folder = new TemporaryFolder();
        var model = new Net { example_input_array = torch.ones(2, 32) };
        model.to_torchscript(folder.File("net.pt")).Dispose();
        using var loaded = torch.jit.load<Tensor, Tensor>(folder.File("net.pt"));
        using var input = torch.randn(3, 32);
        Assert.True(torch.allclose(model.forward(input), loaded.call(input)));
        Assert.True(model.training);

        var predictions = Quiet.Trainer().predict(model, (Tensor[])[input]);
        Assert.True(torch.allclose(model.forward(input), (Tensor)predictions[0]!));
    }

    [Fact]
    public void A_module_of_other_inputs_exports_a_function()
    {
        using var folder = new TemporaryFolder();
        var model = new Net();
        var (a, b) = (torch.randn(2, 32), torch.randn(2, 32));
        using var script = model.to_torchscript(((Tensor a, Tensor b) pair) => model.layer.call(pair.a + pair.b), (a, b), folder.File("pair.pt"));
        Assert.True(File.Exists(folder.File("pair.pt")));
        Assert.True(torch.allclose(model.layer.call(a + b), script.call((a, b))));
        Assert.False(a.IsInvalid);
    }

    [Fact]
    public void To_onnx_writes_the_models_parameters_and_names()
    {
        using var folder = new TemporaryFolder();
        var model = new Net();
        Assert.Contains("example_input_array", Assert.Throws<MisconfigurationException>(() => model.to_onnx(folder.File("net.onnx"))).Message, StringComparison.Ordinal);
        model.example_input_array = torch.ones(2, 32);
        model.to_onnx(folder.File("net.onnx"), input_names: ["rows"], output_names: ["scores"], dynamic_axes: new() { ["rows"] = new() { [0] = "batch" } });
        var text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(folder.File("net.onnx")));
        Assert.All((string[])["rows", "scores", "batch", "layer.weight", "layer.bias"], name => Assert.Contains(name, text, StringComparison.Ordinal));
        Assert.True(model.training);

        model.to_onnx(model.layer.call, torch.ones(1, 32), folder.File("other.onnx"));
        Assert.True(File.Exists(folder.File("other.onnx")));
    }

    [Fact]
    public void Without_forward_or_with_another_method_it_says_so()
    {
        var model = new BoringModel { example_input_array = torch.ones(2, 32) };
        Assert.Contains("forward", Assert.Throws<MisconfigurationException>(() => model.to_torchscript()).Message, StringComparison.Ordinal);
        Assert.Contains("no forward", Assert.Throws<MisconfigurationException>(() => model.to_onnx("never.onnx")).Message, StringComparison.Ordinal);
        var net = new Net { example_input_array = torch.ones(2, 32) };
        Assert.Contains("source", Assert.Throws<MisconfigurationException>(() => net.to_torchscript(method: "script")).Message, StringComparison.Ordinal);
        Assert.Contains("unknown", Assert.Throws<MisconfigurationException>(() => net.to_torchscript(method: "freeze")).Message, StringComparison.Ordinal);
    }

    private sealed class Net : LightningModule<Tensor>
    {
        internal readonly TorchSharp.Modules.Linear layer = torch.nn.Linear(32, 2);

        public Net()
            : base("Net") => RegisterComponents();

        public override Tensor forward(Tensor input) => layer.call(input).relu();
    }

    [Fact]
    public void Without_an_example_it_says_so()
    {
        var model = new BoringModel();
        var thrown = Assert.Throws<MisconfigurationException>(() => model.to_torchscript(model.layer.call));
        Assert.Contains("example_input_array", thrown.Message, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        Assert.Equal(
            "to_onnx has nothing to run the module on. Pass an example, or set example_input_array.",
            Assert.Throws<MisconfigurationException>(() => model.to_onnx(model.layer.call, folder.File("net.onnx"))).Message);
        Assert.Empty(folder.Files);
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
