using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Onnx.Tests;

/// <summary>Modules of several inputs, and inputs and results that are no single tensors.</summary>
public class InputTests
{
    public InputTests() => manual_seed(7);

    [Fact]
    public void Four_inputs_export()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using var module = new Four();
        Tensor[] inputs = [randn(2, 3), randn(2, 3), randn(3, 4), randint(0, 5, [2])];

        onnx.export(module, (inputs[0], inputs[1], inputs[2], inputs[3]), folder.File("model.onnx"), ["a", "b", "c", "d"], ["sum", "places"]);

        using var model = new OnnxModel(folder.File("model.onnx"));
        Assert.Equal(["a", "b", "c", "d"], model.Inputs);
        Assert.Equal(["sum", "places"], model.Outputs);
        var (sum, places) = module.call(inputs[0], inputs[1], inputs[2], inputs[3]);
        Compare.AssertSame([sum, places], model.Run(inputs), 1e-5);
    }

    [Fact]
    public void Six_inputs_of_which_some_are_constants_export()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using var module = new Six();
        Tensor[] inputs = [randn(2, 3), randn(2, 3), randn(1, 3), randn(2, 1)];

        onnx.export(
            module, (inputs[0], 2.5, (inputs[1], inputs[2]), true, inputs[3], "minus"), folder.File("model.onnx"), ["a", "b", "c", "d"],
            dynamic_axes: new() { ["a"] = new() { [0] = "rows" }, ["b"] = new() { [0] = "rows" }, ["d"] = new() { [0] = "rows" } });

        using var model = new OnnxModel(folder.File("model.onnx"));
        Assert.Equal(["a", "b", "c", "d"], model.Inputs);
        Tensor[] others = [randn(5, 3), randn(5, 3), randn(1, 3), randn(5, 1)];
        foreach (Tensor[] given in (Tensor[][])[inputs, others])
        {
            var expected = module.call(given[0], 2.5, (given[1], given[2]), true, given[3], "minus");
            Compare.AssertSame([.. Compare.Leaves(expected)], model.Run(given), 1e-5);
        }
    }

    private sealed class Four : Module<Tensor, Tensor, Tensor, Tensor, (Tensor, Tensor)>
    {
        public Four()
            : base(nameof(Four)) => RegisterComponents();

        public override (Tensor, Tensor) forward(Tensor a, Tensor b, Tensor c, Tensor d) => ((a + b).matmul(c), d + 1);
    }

    private sealed class Six : Module<Tensor, double, (Tensor, Tensor), bool, Tensor, string, Dictionary<string, Tensor>>
    {
        public Six()
            : base(nameof(Six)) => RegisterComponents();

        public override Dictionary<string, Tensor> forward(Tensor a, double scale, (Tensor, Tensor) pair, bool twice, Tensor d, string how)
        {
            Tensor sum = (a * scale) + pair.Item1 + pair.Item2;
            return new() { ["sum"] = twice ? sum * 2 : sum, ["rest"] = how == "minus" ? sum - d : sum + d };
        }
    }
}
