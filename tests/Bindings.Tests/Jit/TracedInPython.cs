using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

/// <summary>Traces a model here, runs the file in Python, and compares what both give for inputs of several sizes.</summary>
internal static class TracedInPython
{
    private const double Tolerance = 1e-5;

    /// <summary>The script that Python runs: prints the greatest distance and the keys of the state dictionary.</summary>
    private const string Script = """
        import sys
        import torch
        folder = sys.argv[1]
        net = torch.jit.load(folder + "/traced.pt")
        def flat(value):
            if isinstance(value, torch.Tensor):
                return [value]
            if isinstance(value, dict):
                return [t for v in value.values() for t in flat(v)]
            return [t for v in value for t in flat(v)]
        worst = 0.0
        for case in torch.load(folder + "/cases.pt"):
            ours = case["outputs"]
            theirs = flat(net(*case["inputs"]))
            assert len(ours) == len(theirs), (len(ours), len(theirs))
            for a, b in zip(ours, theirs):
                assert a.shape == b.shape and a.dtype == b.dtype, (a.shape, b.shape, a.dtype, b.dtype)
                worst = max(worst, ((a.double() - b.double()).abs() / b.double().abs().clamp_min(1)).max().item())
        print("%.3e" % worst, net.training, ",".join(net.state_dict().keys()))
        """;

    /// <summary>Traces with the first inputs, and compares for all of them.</summary>
    /// <param name="module">The model, in evaluation.</param>
    /// <param name="trace">Traces it.</param>
    /// <param name="run">Runs it and gives its tensors in order.</param>
    /// <param name="inputs">Inputs of several sizes; the first are those of the trace.</param>
    public static void Check(
        nn.Module module, Func<Tensor[], jit.ScriptModule> trace, Func<Tensor[], Tensor[]> run, params Tensor[][] inputs)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable unrecorded = no_grad();
        using var folder = new TemporaryFolder();
        using (var warnings = new TracerWarnings())
        {
            using jit.ScriptModule traced = trace(inputs[0]);
            Assert.True(warnings.Heard.Count == 0, string.Join('\n', warnings.Heard));
            var cases = inputs.Select(given => new Dictionary<string, object> { ["inputs"] = given, ["outputs"] = run(given) }).ToList();
            Assert.Equal(module.state_dict().Keys, traced.state_dict().Keys);
            jit.save(traced, folder.File("traced.pt"));
            serialization.save(cases, folder.File("cases.pt"));
        }

        string[] answer = Python.Run(Script, folder.Path).Split(' ');
        Assert.True(double.Parse(answer[0], System.Globalization.CultureInfo.InvariantCulture) < Tolerance, answer[0]);
        Assert.Equal("False", answer[1]);
        Assert.Equal(module.state_dict().Keys, answer[2].Split(',').Where(key => key.Length > 0));
    }

    /// <summary>As the other, for a model of one input and one result.</summary>
    public static void Check(nn.Module<Tensor, Tensor> module, params Tensor[] inputs) => Check(
        module, given => jit.trace(module, given[0]), given => [module.call(given[0])], [.. inputs.Select(input => new[] { input })]);
}
