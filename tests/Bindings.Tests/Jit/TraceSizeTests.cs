using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

/// <summary>Sizes that a program reads are numbers; a trace finds out where they come from.</summary>
public class TraceSizeTests
{
    public static TheoryData<string> Programs => [.. Cases.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Cases = new()
    {
        ["view"] = x => x.view(x.shape[0], -1),
        ["products"] = x => x.view(x.shape[0] * x.shape[1], x.shape[2]),
        ["all elements"] = x => x.reshape(x.numel()),
        ["split"] = x => x.view(x.shape[0], x.shape[1], 2, x.shape[2] / 2).transpose(1, 2).reshape(x.shape[0] * 2, -1),
        ["range"] = x => x + arange(x.shape[1]).unsqueeze(1),
        ["new tensor"] = x => x + ones(x.shape),
        ["divided"] = x => x.sum(0) / x.shape[0],
        ["narrow"] = x => x.narrow(1, 1, x.shape[1] - 1),
        ["half"] = x => x.narrow(1, x.shape[1] / 2, x.shape[1] / 2),
        ["twice and one"] = x => zeros(2 * x.shape[1] + 1) + x.sum(),
        ["expand"] = x => x.mean([0L], true).expand(x.shape[0], x.shape[1], x.shape[2]),
        ["later tensor"] = x =>
        {
            var y = nn.functional.avg_pool1d(x.transpose(1, 2), 2);
            return y.reshape(y.shape[0], y.shape[1] * y.shape[2]);
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_size_follows_the_inputs(string program)
    {
        using DisposeScope scope = NewDisposeScope();
        using var warnings = new TracerWarnings();
        Func<Tensor, Tensor> compute = Cases[program];
        jit.ScriptFunction traced = jit.trace(compute, randn(2, 6, 4));
        foreach (var (batch, length) in new[] { (2, 6), (3, 6), (1, 6), (2, 10), (7, 4) })
        {
            Tensor x = randn(batch, length, 4);
            Tensor expected = compute(x), found = traced.call<Tensor>(x);
            Assert.Equal(expected.shape, found.shape);
            Assert.True(found.allclose(expected), traced.graph);
        }

        Assert.Empty(warnings.Heard);
    }

    [Fact]
    public void Sizes_stay_numbers_when_told_so()
    {
        using DisposeScope scope = NewDisposeScope();
        jit.ScriptFunction traced = jit.trace((Tensor x) => x.view(x.shape[0], -1), randn(2, 6, 4), dynamic_sizes: false);
        Assert.DoesNotContain("aten::size", traced.graph, StringComparison.Ordinal);
        Assert.Equal([2, 36], traced.call<Tensor>(randn(3, 6, 4)).shape);
    }

    [Fact]
    public void Steps_that_depend_on_a_size_are_a_warning_that_names_it()
    {
        using DisposeScope scope = NewDisposeScope();
        using var warnings = new TracerWarnings();
        using RNNCell cell = nn.RNNCell(4, 4);
        jit.trace(new Loop(cell), randn(2, 5, 4));
        string warning = Assert.Single(warnings.Heard);
        Assert.Contains("dimension 1 of input", warning, StringComparison.Ordinal);
        Assert.Contains("conditions or loops", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_no_expression_gives_is_a_warning()
    {
        using DisposeScope scope = NewDisposeScope();
        using var warnings = new TracerWarnings();
        jit.trace((Tensor x) => x * Math.Sqrt(x.shape[1]), randn(2, 5));
        string warning = Assert.Single(warnings.Heard);
        Assert.Contains("2.236", warning, StringComparison.Ordinal);
        Assert.Contains("aten::mul", warning, StringComparison.Ordinal);
    }

    private sealed class Loop : nn.Module<Tensor, Tensor>
    {
        private readonly RNNCell cell;

        public Loop(RNNCell cell)
            : base(nameof(Loop))
        {
            this.cell = cell;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            Tensor state = zeros(input.shape[0], 4);
            foreach (Tensor step in input.unbind(1))
            {
                state = cell.call(step, state);
            }

            return state;
        }
    }
}
