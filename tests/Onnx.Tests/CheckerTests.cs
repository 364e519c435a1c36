using TorchSharp;
using static TorchSharp.torch;

namespace Onnx.Tests;

/// <summary>ONNX's own checker, which looks at each operator's attributes, types and shapes, on every module that the other tests run.</summary>
public class CheckerTests
{
    // One process for all of them: its start takes longer than they do. Debian 12's checker knows operators up to version 17.
    private const string Check = """
        import pathlib, sys, onnx
        newest, checked = onnx.defs.onnx_opset_version(), 0
        for path in sorted(pathlib.Path(sys.argv[1]).glob("*.onnx")):
            model = onnx.load(str(path))
            if model.opset_import[0].version > newest:
                continue
            checked += 1
            # 1.12 counts a frame too many of a spectrum.
            shapes = not (onnx.__version__.startswith("1.12.") and any(node.op_type == "STFT" for node in model.graph.node))
            try:
                onnx.checker.check_model(model, full_check=shapes)
            except Exception as error:
                print(path.stem, "::", str(error).strip().splitlines()[0])
        print(checked, "checked")
        """;

    [PythonTheory("onnx")]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_module_passes_the_checker(bool fold)
    {
        using var folder = new TemporaryFolder();
        int count = 0;
        foreach (string name in ModuleCase.Names)
        {
            using var scope = NewDisposeScope();
            using var mode = no_grad();
            var given = ModuleCase.Of(name);
            using jit.ScriptModule module = given.Load();
            Tensor[] examples = given.Inputs(1);
            onnx.export(
                module, examples, folder.File($"{name}.onnx"), [.. examples.Select((_, i) => $"input_{i}")], opset_version: given.Opset,
                do_constant_folding: fold, dynamic_axes: given.DynamicAxes());
            count += given.Opset <= 17 ? 1 : 0;
        }

        string[] said = Python.Run(Check, folder.Path).Split('\n');

        Assert.True(said.Length == 1, string.Join(Environment.NewLine, said));
        Assert.InRange(int.Parse(said[^1].Split(' ')[0]), count, ModuleCase.Names.Count());
    }
}
