using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace Bindings.Tests.Autograd;

public sealed class GradcheckTests
{
    public static TheoryData<string> Right { get; } = ["exp", "matmul", "cholesky", "complex abs", "complex mul", "real to complex", "two outputs", "transposed", "empty"];

    [Theory]
    [MemberData(nameof(Right))]
    public void RightGradientsPass(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(1);
        (Func<Tensor[], Tensor[]> f, Tensor[] inputs) = Function(name);
        Assert.True(gradcheck(f, inputs, check_forward_ad: name != "empty", check_batched_grad: name is "exp" or "matmul"));
        Assert.True(gradgradcheck(f, inputs));
        Assert.True(gradgradcheck(f, inputs, gen_non_contig_grad_outputs: true));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void RightGradientsPassInFastMode(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(2);
        (Func<Tensor[], Tensor[]> f, Tensor[] inputs) = Function(name);
        Tensor[] before = Array.ConvertAll(inputs, input => input.detach().clone());
        using Tensor state = torch.get_rng_state();
        Assert.True(gradcheck(f, inputs, check_forward_ad: name != "empty", fast_mode: true));
        using Tensor after = torch.get_rng_state();
        Assert.True(state.Equals(after));
        Assert.All(inputs.Zip(before), pair => Assert.True(pair.First.Equals(pair.Second)));
        Assert.True(gradgradcheck(f, inputs, fast_mode: true));
        Assert.True(gradgradcheck(f, inputs, gen_non_contig_grad_outputs: true, fast_mode: true));
    }

    [Fact]
    public void FastModeTakesFewCallsAndFindsMistakes()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(20, 20, dtype: ScalarType.Float64).requires_grad_();
        int calls = 0;
        Assert.True(gradcheck(
            z =>
            {
                calls++;
                return z.sin();
            },
            x, fast_mode: true));
        Assert.InRange(calls, 1, 10);
        GradcheckException error = Assert.Throws<GradcheckException>(() => gradcheck(z => Wrong.apply(z, 3.0), torch.rand_like(x).requires_grad_(), fast_mode: true));
        Assert.Contains("in fast mode", error.Message, StringComparison.Ordinal);
        Assert.Contains("The slow mode finds:", error.Message, StringComparison.Ordinal);
        Assert.False(gradcheck(z => Wrong.apply(z, 3.0), torch.rand_like(x).requires_grad_(), raise_exception: false, fast_mode: true));
        Assert.Throws<GradcheckException>(() => gradcheck(z => Noisy.apply(z), x, fast_mode: true));
        Assert.True(gradcheck(z => Wrong.apply(z, 2.0), x, fast_mode: true));
        Assert.True(gradgradcheck(z => Wrong.apply(z, 2.0), x, fast_mode: true));
    }

    [Fact]
    public void AWrongGradientIsShownBesideTheRightOne()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(2, 2, dtype: ScalarType.Float64, requires_grad: true);
        GradcheckException error = Assert.Throws<GradcheckException>(() => gradcheck(z => Wrong.apply(z, 3.0), x));
        Assert.Contains("Jacobian mismatch for output 0 with respect to input 0", error.Message, StringComparison.Ordinal);
        Assert.Contains("numerical:", error.Message, StringComparison.Ordinal);
        Assert.False(gradcheck(z => Wrong.apply(z, 3.0), x, raise_exception: false));
        Assert.True(gradcheck(z => Wrong.apply(z, 2.0), x));
        Assert.True(gradgradcheck(z => Wrong.apply(z, 2.0), x));
    }

    [Fact]
    public void FloatsAreTooCoarseAndTheMessageSaysSo()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(3, requires_grad: true);
        Assert.Contains("need float64", Assert.Throws<GradcheckException>(() => gradcheck(z => z.exp(), x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABackwardThatIgnoresItsGradientOrVariesIsFound()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(3, dtype: ScalarType.Float64, requires_grad: true);
        Assert.ThrowsAny<GradcheckException>(() => gradcheck(z => Offset.apply(z), x));
        Assert.Contains("not reentrant", Assert.Throws<GradcheckException>(() => gradcheck(z => Noisy.apply(z), x)).Message, StringComparison.Ordinal);
        Assert.True(gradcheck(z => Noisy.apply(z), x, nondet_tol: 1e-5));
    }

    [Fact]
    public void InputsThatCannotBeCheckedAreRefused()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(3, dtype: ScalarType.Float64);
        Assert.Throws<ArgumentException>(() => gradcheck(z => z * 2, x));
        Assert.Throws<ArgumentException>(() => gradcheck(z => z * 2, torch.randn(1, dtype: ScalarType.Float64).expand(3).requires_grad_()));
        Assert.Throws<GradcheckException>(() => gradcheck(z => z.detach() * 2, x.clone().requires_grad_()));
        Assert.True(gradcheck(z => torch.zeros(2), x.clone().requires_grad_()));
    }

    [Fact]
    public void OnceDifferentiableFunctionsRefuseTheSecondDerivative()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([3.0], requires_grad: true);
        Tensor slope = grad([Once.apply(x) * x], [x], create_graph: true)[0];
        Assert.Equal(27.0, slope.item<double>());
        Assert.Contains("twice", Assert.Throws<InvalidOperationException>(() => slope.backward()).Message, StringComparison.Ordinal);
        Assert.Equal(6.0, grad([Once.apply(x)], [x])[0].item<double>());
    }

    [Fact]
    public void FunctionsKnowWhichInputsNeedGradients()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([3.0], requires_grad: true), y = torch.tensor([4.0]);
        Needs.Seen = null;
        Needs.apply(x, y, 5).backward();
        Assert.Equal([true, false, false], Needs.Seen!);
    }

    private static (Func<Tensor[], Tensor[]> f, Tensor[] inputs) Function(string name)
    {
        Tensor Real(params long[] shape) => torch.randn(shape, dtype: ScalarType.Float64).requires_grad_();
        Tensor Complex(params long[] shape) => torch.randn(shape, dtype: ScalarType.ComplexFloat64).requires_grad_();
        return name switch
        {
            "exp" => (x => [x[0].exp()], [Real(2, 3)]),
            "matmul" => (x => [x[0].mm(x[1])], [Real(2, 3), Real(3, 2)]),
            "cholesky" => (x => [torch.linalg.cholesky(x[0].mm(x[0].t()) + torch.eye(2, dtype: ScalarType.Float64))], [Real(2, 2)]),
            "complex abs" => (x => [x[0].abs()], [Complex(3)]),
            "complex mul" => (x => [x[0] * x[1].exp()], [Complex(2), Complex(2)]),
            "real to complex" => (x => [torch.complex(x[0], x[0] * x[0])], [Real(3)]),
            "two outputs" => (x => [x[0].sin(), x[0] * x[1]], [Real(2), Real(2)]),
            "transposed" => (x => [x[0].pow(3)], [torch.randn(3, 2, dtype: ScalarType.Float64).t().requires_grad_()]),
            "empty" => (x => [x[0].exp()], [Real(0, 2)]),
            _ => throw new ArgumentException(name),
        };
    }

    private sealed class Wrong : SingleTensorFunction<Wrong>
    {
        public override string Name => nameof(Wrong);

        public override Tensor forward(AutogradContext ctx, params object?[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0]!]);
            ctx.save_data("factor", vars[1]);
            return ((Tensor)vars[0]!).pow(2);
        }

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output) =>
            [grad_output * ctx.saved_tensors[0] * (double)ctx.get_data("factor")!];
    }

    private sealed class Offset : SingleTensorFunction<Offset>
    {
        public override string Name => nameof(Offset);

        public override Tensor forward(AutogradContext ctx, params object?[] vars) => ((Tensor)vars[0]!).clone();

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output) => [grad_output + 1e-3];
    }

    private sealed class Noisy : SingleTensorFunction<Noisy>
    {
        public override string Name => nameof(Noisy);

        public override Tensor forward(AutogradContext ctx, params object?[] vars) => ((Tensor)vars[0]!).clone();

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output) =>
            [grad_output * (1 + torch.rand(1, dtype: ScalarType.Float64) * 1e-6)];
    }

    private sealed class Once : SingleTensorFunction<Once>
    {
        public override string Name => nameof(Once);

        public override bool once_differentiable => true;

        public override Tensor forward(AutogradContext ctx, params object?[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0]!]);
            return ((Tensor)vars[0]!).pow(2);
        }

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output)
        {
            Assert.False(is_grad_enabled());
            return [grad_output * ctx.saved_tensors[0] * 2];
        }
    }

    private sealed class Needs : SingleTensorFunction<Needs>
    {
        public static bool[]? Seen { get; set; }

        public override string Name => nameof(Needs);

        public override Tensor forward(AutogradContext ctx, params object?[] vars) => (Tensor)vars[0]! * (Tensor)vars[1]!;

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output)
        {
            Seen = [.. ctx.needs_input_grad];
            return [grad_output, null];
        }
    }
}
