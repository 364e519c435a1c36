using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

public class TraceErrorTests
{
    [Fact]
    public void What_the_program_throws_comes_out_and_the_next_trace_works()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = randn(2, 3);
        var error = Assert.Throws<InvalidTimeZoneException>(() => jit.trace(Throw, x));
        Assert.Equal("no", error.Message);
        Assert.Throws<TorchException>(() => jit.trace((Tensor y) => y.matmul(y), x));
        Assert.True(jit.trace((Tensor y) => y + 1, x).call<Tensor>(x).allclose(x + 1));

        static Tensor Throw(Tensor y) => y.sum().requires_grad ? y : throw new InvalidTimeZoneException("no");
    }

    [Fact]
    public void Traces_do_not_nest()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = randn(2, 3);
        InvalidOperationException? inner = null;
        jit.ScriptFunction traced = jit.trace(
            (Tensor y) =>
            {
                inner ??= Record.Exception(() => jit.trace((Tensor z) => z + 1, y)) as InvalidOperationException;
                return y * 3;
            },
            x);
        Assert.Contains("do not nest", inner!.Message, StringComparison.Ordinal);
        Assert.True(traced.call<Tensor>(x).allclose(x * 3));
    }

    [Fact]
    public void Disposed_tensors_are_an_error_and_no_crash()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor gone = randn(2);
        gone.Dispose();
        Assert.Throws<ObjectDisposedException>(() => jit.trace((Tensor x) => x + 1, gone));
        Assert.Throws<ObjectDisposedException>(() => jit.trace((Tensor x) => x + gone, randn(2)));
        Linear net = nn.Linear(2, 2);
        net.Dispose();
        Assert.ThrowsAny<Exception>(() => jit.trace(net, randn(2, 2)));
        Assert.Throws<ObjectDisposedException>(() => jit.trace(
            (Tensor x) =>
            {
                Tensor y = x * 2;
                y.Dispose();
                return y;
            },
            randn(2)));
    }

    [Fact]
    public void Results_that_are_no_tensors_are_an_error()
    {
        using DisposeScope scope = NewDisposeScope();
        var error = Assert.ThrowsAny<Exception>(() => jit.trace((Tensor x) => x.shape[0], randn(2)));
        Assert.Contains("tensor", error.Message, StringComparison.OrdinalIgnoreCase);
        error = Assert.Throws<ArgumentException>(() => jit.trace((Tensor x) => new Uri("http://a"), randn(2)));
        Assert.Contains("Uri has no counterpart", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_a_warning_and_dictionaries_have_to_be_asked_for()
    {
        using DisposeScope scope = NewDisposeScope();
        using var warnings = new TracerWarnings();
        Assert.Equal(2, jit.trace((Tensor x) => new[] { x, x + 1 }, randn(2)).call<Tensor[]>(randn(3)).Length);
        Assert.Contains("a result is a list", Assert.Single(warnings.Heard), StringComparison.Ordinal);
        Assert.Equal(2, jit.trace((Tensor x) => new List<Tensor> { x, x + 1 }, randn(2), strict: false).call<Tensor[]>(randn(3)).Length);
        Assert.Single(warnings.Heard);
        var error = Assert.Throws<TorchException>(() => jit.trace((Tensor x) => new Dictionary<string, Tensor> { ["a"] = x }, randn(2)));
        Assert.Contains("strict=False", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_that_depends_on_nothing_is_an_error()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor own = tensor(new[] { 1f, 2f });
        var error = Assert.Throws<TorchValueException>(() => jit.trace((Tensor x) => (x + 1, own), randn(2)));
        Assert.Contains("output 2 does not depend on the inputs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_from_elsewhere_are_an_error()
    {
        using DisposeScope scope = NewDisposeScope();
        using Linear net = nn.Linear(2, 2);
        var error = Assert.Throws<TorchException>(() => jit.trace((Tensor x) => net.call(x), randn(2, 2)));
        Assert.Contains("requires grad", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_without_tensors_are_an_error()
    {
        var error = Assert.Throws<ArgumentException>(() => jit.trace((int x) => ones(x), 3));
        Assert.Contains("none of the example inputs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_read_are_a_warning_with_their_place()
    {
        using DisposeScope scope = NewDisposeScope();
        using var warnings = new TracerWarnings();
        jit.trace((Tensor x) => x.sum().item<float>() > 0 ? x + 1 : x - 1, ones(2));
        string warning = Assert.Single(warnings.Heard);
        Assert.Contains("a number was read out of a tensor", warning, StringComparison.Ordinal);
        Assert.Contains(nameof(TraceErrorTests), warning, StringComparison.Ordinal);
        jit.trace((Tensor x) => x * x.data<float>()[0], ones(2));
        Assert.Contains("elements were read", warnings.Heard[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_that_does_not_repeat_the_program_says_which_output_and_by_how_much()
    {
        using DisposeScope scope = NewDisposeScope();
        using var warnings = new TracerWarnings();
        double calls = 0;
        jit.trace((Tensor x) => (x + 1, x * ++calls), ones(2, 3), dynamic_sizes: false);
        Assert.Equal(
            "output 2 of the trace differs from the program's in 6 of 6 elements: by 1 at most, relative 0.5 (allowed: 1e-05)",
            Assert.Single(warnings.Heard));
        jit.trace((Tensor x) => x * ++calls, ones(2, 3), check_trace: false, dynamic_sizes: false);
        Assert.Single(warnings.Heard);
    }
}
