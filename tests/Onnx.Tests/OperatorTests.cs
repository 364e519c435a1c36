using TorchSharp;
using static TorchSharp.torch;

namespace Onnx.Tests;

/// <summary>Small modules, one for each way that an operator is used: ONNX Runtime answers what they answer, at two lengths of the open dimensions.</summary>
public class OperatorTests
{
    public static TheoryData<string> Modules { get; } = [.. ModuleCase.Names];

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_exports_and_runs_the_same_in_ONNX_Runtime(string name)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        using var folder = new TemporaryFolder();
        var given = ModuleCase.Of(name);
        using jit.ScriptModule module = given.Load();
        Tensor[] examples = given.Inputs(1);
        string path = folder.File("model.onnx");

        onnx.export(module, examples, path, [.. examples.Select((_, i) => $"input_{i}")], opset_version: given.Opset, dynamic_axes: given.DynamicAxes());

        using var model = new OnnxModel(path);
        foreach (int times in given.DynamicAxes().Count > 0 ? (int[])[1, 3] : [1])
        {
            Tensor[] inputs = given.Inputs(times);
            Tensor[] answers = model.Run(inputs);
            Compare.AssertSame([.. Compare.Leaves(module.forward([.. inputs.Select(input => input.clone())]))], answers, given.Tolerance);
        }
    }
}
