using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

/// <summary>Several methods of one module in one script, and inputs that a trace is checked with.</summary>
public class TraceModuleTests
{
    [Fact]
    public void Methods_share_the_modules_parameters()
    {
        using DisposeScope scope = NewDisposeScope();
        using var net = new Net();
        Tensor x = randn(2, 3), y = randn(2, 4);
        using jit.ScriptModule traced = Trace(net, x, y);

        Assert.Equal(["encode.weight", "encode.bias", "decode.weight", "decode.bias"], traced.state_dict().Keys);
        foreach (long rows in (long[])[2, 7])
        {
            Tensor more = randn(rows, 3), other = randn(rows, 4);
            Assert.True(((Tensor)traced.forward(more)!).allclose(net.call(more)));
            Assert.True(traced.invoke<Tensor>("features", more).allclose(net.features(more)));
            var (sum, product) = traced.invoke<(Tensor, Tensor)>("both", more, other);
            var (expectedSum, expectedProduct) = net.both(more, other);
            Assert.True(sum.allclose(expectedSum));
            Assert.True(product.allclose(expectedProduct));
        }

        using (no_grad())
        {
            net.encode.weight!.zero_();
        }

        Assert.True(traced.invoke<Tensor>("features", x).allclose(net.features(x)));
    }

    [PythonFact]
    public void Methods_run_in_Python()
    {
        using DisposeScope scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using var net = new Net();
        Tensor x = randn(2, 3), y = randn(2, 4);
        using (jit.ScriptModule traced = Trace(net, x, y))
        {
            jit.save(traced, folder.File("net.pt"));
        }

        var (sum, product) = net.both(x, y);
        serialization.save(
            new Dictionary<string, object?>
            {
                ["x"] = x, ["y"] = y, ["forward"] = net.call(x).detach(), ["features"] = net.features(x).detach(),
                ["both"] = (sum.detach(), product.detach()),
            },
            folder.File("run.pt"));

        Assert.Equal("same", Python.Run("""
            import sys, torch
            net = torch.jit.load(sys.argv[1] + "/net.pt")
            run = torch.load(sys.argv[1] + "/run.pt")
            assert torch.allclose(net(run["x"]), run["forward"])
            assert torch.allclose(net.features(run["x"]), run["features"])
            for ours, theirs in zip(run["both"], net.both(run["x"], run["y"])):
                assert torch.allclose(ours, theirs)
            print("same")
            """, folder.Path));
    }

    [Fact]
    public void No_method_is_an_error()
    {
        using var net = new Net();
        Assert.Throws<ArgumentException>(() => jit.trace_module(net, new Dictionary<string, jit.TracedMethod>()));
    }

    [Fact]
    public void Inputs_to_check_with_find_what_the_example_hides()
    {
        using DisposeScope scope = NewDisposeScope();
        using var warnings = new TracerWarnings();
        static Tensor OneWayOrTheOther(Tensor x) => x.sum().item<float>() > 0 ? x * 2 : x * 3;

        jit.trace(OneWayOrTheOther, ones(3), check_inputs: [full([3], 2.0f)]);
        Assert.DoesNotContain(warnings.Heard, warning => warning.Contains("check_inputs", StringComparison.Ordinal));
        jit.trace(OneWayOrTheOther, ones(3), check_inputs: [full([3], 2.0f), -ones(3)]);

        Assert.Contains(warnings.Heard, warning => warning.StartsWith("for check_inputs[1], output 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Inputs_to_check_a_module_with_are_of_all_its_arguments()
    {
        using DisposeScope scope = NewDisposeScope();
        using var warnings = new TracerWarnings();
        using var net = new Choice();

        jit.trace(net, ones(2), ones(2), check_inputs: [(ones(2), -ones(2))]).Dispose();

        Assert.Contains(warnings.Heard, warning => warning.StartsWith("for check_inputs[0], output 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Methods_are_checked_each_with_its_own_inputs()
    {
        using DisposeScope scope = NewDisposeScope();
        using var warnings = new TracerWarnings();
        using var net = new Choice();

        jit.trace_module(net, new Dictionary<string, jit.TracedMethod>
        {
            ["forward"] = jit.method(net.forward, ones(2), ones(2), check_inputs: [(ones(2), ones(2))]),
            ["again"] = jit.method(net.forward, ones(2), ones(2), check_inputs: [(ones(2), ones(2)), (ones(2), -ones(2))]),
        }).Dispose();

        Assert.Single(warnings.Heard, warning => warning.StartsWith("for check_inputs[1]", StringComparison.Ordinal));
    }

    private static jit.ScriptModule Trace(Net net, Tensor x, Tensor y) => jit.trace_module(net, new Dictionary<string, jit.TracedMethod>
    {
        ["forward"] = jit.method(net.forward, x),
        ["features"] = jit.method(net.features, x),
        ["both"] = jit.method(net.both, x, y),
    });

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        public readonly Linear encode = nn.Linear(3, 4);
        public readonly Linear decode = nn.Linear(4, 2);

        public Net()
            : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input) => decode.call(features(input));

        public Tensor features(Tensor input) => encode.call(input).relu();

        public (Tensor, Tensor) both(Tensor input, Tensor other)
        {
            Tensor found = features(input);
            return (found + other, found * other);
        }
    }

    private sealed class Choice : nn.Module<Tensor, Tensor, Tensor>
    {
        public Choice()
            : base(nameof(Choice)) => RegisterComponents();

        public override Tensor forward(Tensor input, Tensor other) => other.sum().item<float>() > 0 ? input * other : input + other;
    }
}
