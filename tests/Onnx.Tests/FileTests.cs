using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Onnx.Tests;

/// <summary>Files and names, and what is refused.</summary>
public class FileTests
{
    private const string Check = """
        import sys, onnx
        onnx.checker.check_model(sys.argv[1])
        print(sorted(t.name for t in onnx.load(sys.argv[1], load_external_data=False).graph.initializer if not t.name.startswith('constant')))
        """;

    [Fact]
    public void Tensors_in_a_second_file_are_found_again()
    {
        using var folder = new TemporaryFolder();
        using var module = Linear(64, 32);
        using var input = rand(3, 64);

        onnx.export(module, input, folder.File("model.onnx"), external_data: true);

        Assert.Equal(["model.onnx", "model.onnx.data"], folder.Files.Order());
        Assert.True(new FileInfo(folder.File("model.onnx")).Length < 64 * 32 * sizeof(float));
        using var model = new OnnxModel(folder.File("model.onnx"));
        Compare.AssertSame([module.call(input)], model.Run(input), 1e-5);
    }

    [Theory]
    [InlineData(64 * 32 * sizeof(float), true)]
    [InlineData(1 << 20, false)]
    public void Tensors_that_one_message_cannot_hold_go_to_a_second_file(long longest, bool second)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using var module = Linear(64, 32);
        using var input = rand(3, 64);
        using var script = jit.trace(module, input);
        var graph = new OnnxExport(null, null, 17, true, null).GraphOf(script, [input]);

        new OnnxFile(graph, 17).Write(folder.File("model.onnx"), external: false, longest);

        Assert.Equal(second ? ["model.onnx", "model.onnx.data"] : ["model.onnx"], folder.Files.Order());
        using var model = new OnnxModel(folder.File("model.onnx"));
        Compare.AssertSame([module.call(input)], model.Run(input), 1e-5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_depends_on_no_input_is_computed_now_or_by_the_model(bool fold)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using var module = new Constant();
        using var input = rand(3, 4);
        using var script = jit.trace(module, input);

        onnx.export(script, input, folder.File("model.onnx"), do_constant_folding: fold);

        Assert.Equal(!fold, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(folder.File("model.onnx"))).Contains("Softmax", StringComparison.Ordinal));
        using var model = new OnnxModel(folder.File("model.onnx"));
        Compare.AssertSame([module.call(input)], model.Run(input), 1e-5);
    }

    [Fact]
    public void A_stream_gets_what_a_file_gets()
    {
        using var folder = new TemporaryFolder();
        using var module = Linear(4, 3);
        using var input = rand(2, 4);
        using var script = jit.trace(module, input);
        using var stream = new MemoryStream();

        onnx.export(script, [input], stream);
        onnx.export(script, input, folder.File("model.onnx"));

        Assert.Equal(File.ReadAllBytes(folder.File("model.onnx")), stream.ToArray());
    }

    [PythonFact("onnx")]
    public void The_checker_passes_and_finds_the_parameters_under_their_names()
    {
        using var folder = new TemporaryFolder();
        using var module = Sequential(Conv2d(3, 4, 3), BatchNorm2d(4), ReLU(), Flatten(), Linear(144, 2));

        foreach (var tensor in module.state_dict().Values.Where(tensor => tensor.is_floating_point()))
        {
            // What is equal would be one.
            init.uniform_(tensor);
        }

        onnx.export(module, rand(2, 3, 8, 8), folder.File("model.onnx"));

        Assert.Equal(
            "['0.bias', '0.weight', '1.bias', '1.running_mean', '1.running_var', '1.weight', '4.bias', '4.weight']", Python.Run(Check, folder.File("model.onnx")));
    }

    [Fact]
    public void All_operators_without_counterpart_are_named_at_once()
    {
        using var folder = new TemporaryFolder();
        using var input = rand(3, 3);
        using var module = new Unsupported();

        var error = Assert.Throws<OnnxExportException>(() => onnx.export(module, input, folder.File("model.onnx")));

        Assert.Equal(["aten::digamma", "aten::trace"], error.UnsupportedOperators.Order());
        Assert.Contains("aten::digamma", error.Message);
        Assert.Contains("aten::trace", error.Message);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Names_and_axes_that_nothing_has_are_refused()
    {
        using var folder = new TemporaryFolder();
        using var module = Linear(4, 3);
        using var input = rand(2, 4);
        string path = folder.File("model.onnx");

        Assert.Throws<ArgumentException>(() => onnx.export(module, input, path, ["a", "b"]));
        Assert.Throws<ArgumentException>(() => onnx.export(module, input, path, ["a"], ["a"]));
        Assert.Throws<ArgumentException>(() => onnx.export(module, input, path, dynamic_axes: new() { ["nobody"] = new() { [0] = "batch" } }));
        Assert.Throws<ArgumentException>(() => onnx.export(module, input, path, ["a"], dynamic_axes: new() { ["a"] = new() { [5] = "batch" } }));
        Assert.Throws<ArgumentException>(() => onnx.export(module, input, path, opset_version: 9));
        Assert.Empty(folder.Files);
    }

    private sealed class Constant : Module<Tensor, Tensor>
    {
        public Constant()
            : base(nameof(Constant)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input * arange(input.shape[1]).to(ScalarType.Float32).softmax(-1);
    }

    private sealed class Unsupported : Module<Tensor, Tensor>
    {
        public Unsupported()
            : base(nameof(Unsupported)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input.digamma() + input.relu().trace();
    }
}
