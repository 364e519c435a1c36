using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace Bindings.Tests.Autograd;

public sealed class FunctionTests
{
    [Fact]
    public void AFunctionsGradientIsItsOwnAndCanBeDifferentiatedAgain()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0, 3.0], requires_grad: true);
        Tensor y = Power.apply(x, 3.0);
        Assert.Equal([8.0, 27.0], y.data<double>().ToArray());
        Assert.True(y.requires_grad);
        Assert.NotNull(y.grad_fn);

        IList<Tensor> first = autograd.grad([y.sum()], [x], create_graph: true);
        Assert.Equal([12.0, 27.0], first[0].data<double>().ToArray());
        Assert.Equal([12.0, 18.0], autograd.grad([first[0].sum()], [x])[0].data<double>().ToArray());
    }

    [Fact]
    public void NothingIsRecordedWhereNothingAsksForGradients()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0], requires_grad: true);
        Assert.False(Power.apply(x.detach(), 2.0).requires_grad);
        using (no_grad())
        {
            Assert.False(Power.apply(x, 2.0).requires_grad);
        }
    }

    [Fact]
    public void SeveralResultsAndTheOnesWithoutGradient()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([3f, 1f, 2f], requires_grad: true);
        List<Tensor> sorted = Sorted.apply(x);
        Assert.Equal([1f, 2f, 3f], sorted[0].detach().data<float>().ToArray());
        Assert.False(sorted[1].requires_grad);
        (sorted[0] * torch.tensor([1f, 10f, 100f])).sum().backward();
        Assert.Equal([100f, 1f, 10f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void GradientsThatNothingFlowsIntoAreZerosOrNull()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([1f, 2f], requires_grad: true);
        Twice.apply(x, true)[0].sum().backward();
        Assert.Equal([1f, 1f], x.grad!.data<float>().ToArray());
        x.grad = null;
        Twice.apply(x, false)[0].sum().backward();
        Assert.Equal([101f, 101f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void AnInputChangedInPlaceCarriesTheFunctionAsItsHistory()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([1f, 2f], requires_grad: true);
        Tensor y = x * 1;
        long version = y._version;
        Tensor z = DoubledInPlace.apply(y);
        Assert.Equal([2f, 4f], y.detach().data<float>().ToArray());
        Assert.True(y._version > version);
        z.sum().backward();
        Assert.Equal([2f, 2f], x.grad!.data<float>().ToArray());
        Assert.ThrowsAny<TorchException>(() => DoubledInPlace.apply(x));
    }

    [Fact]
    public void ASavedTensorThatIsChangedLaterIsAnError()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0], requires_grad: true);
        Tensor inside = x * 1;
        Tensor y = Power.apply(inside, 2.0);
        using (no_grad())
        {
            inside.add_(1);
        }

        Assert.Contains("modified by an inplace operation", Assert.ThrowsAny<TorchException>(() => y.sum().backward()).Message);
    }

    [Fact]
    public void AGraphIsGoneAfterBackwardUnlessRetained()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0], requires_grad: true);
        Tensor y = Power.apply(x, 2.0).sum();
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal(8.0, x.grad!.item<double>());
        Assert.ThrowsAny<TorchException>(() => y.backward());
    }

    [Fact]
    public void WhatBackwardThrowsReachesTheCaller()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2f], requires_grad: true);
        var error = Assert.Throws<InvalidTimeZoneException>(() => Failing.apply(x).sum().backward());
        Assert.Equal("not today", error.Message);
        Assert.Contains(nameof(Failing.backward), error.StackTrace);
        Assert.Equal("not today", Assert.Throws<InvalidTimeZoneException>(() => autograd.grad([Failing.apply(x).sum()], [x])).Message);
        // The error was this call's only: the next one works.
        (x * 2).sum().backward();
        Assert.Equal(2f, x.grad!.item<float>());
    }

    [Fact]
    public void AWrongNumberOfGradientsIsAnErrorThatNamesTheFunction()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2f], requires_grad: true);
        var error = Assert.Throws<InvalidOperationException>(() => Miscounting.apply(x, 1, 2).sum().backward());
        Assert.Contains("Miscounting: backward returned 2 gradients, but forward took 3 arguments, 1 of them tensors", error.Message);
    }

    [Fact]
    public void TheFunctionDiesWithItsGraph()
    {
        WeakReference kept = ApplyAndForget();
        for (int i = 0; i < 10 && kept.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(kept.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ApplyAndForget()
    {
        using DisposeScope scope = NewDisposeScope();
        var exponent = new object[1];
        Tensor x = torch.tensor([2.0], requires_grad: true);
        Carrying.apply(x, exponent).sum().backward();
        return new WeakReference(exponent);
    }

    private sealed class Power : SingleTensorFunction<Power>
    {
        public override string Name => nameof(Power);

        public override Tensor forward(AutogradContext ctx, params object?[] vars)
        {
            var x = (Tensor)vars[0]!;
            ctx.save_for_backward([x]);
            ctx.save_data("exponent", vars[1]);
            return x.pow((double)vars[1]!);
        }

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output)
        {
            var exponent = (double)ctx.get_data("exponent")!;
            return [grad_output * ctx.get_saved_variables()[0].pow(exponent - 1) * exponent, null];
        }
    }

    private sealed class Sorted : MultiTensorFunction<Sorted>
    {
        public override string Name => nameof(Sorted);

        public override List<Tensor> forward(AutogradContext ctx, params object?[] vars)
        {
            (Tensor values, Tensor places) = torch.sort((Tensor)vars[0]!);
            ctx.save_for_backward([places]);
            ctx.mark_non_differentiable([places]);
            return [values, places];
        }

        public override List<Tensor?> backward(AutogradContext ctx, List<Tensor> grad_outputs) =>
            [torch.zeros_like(grad_outputs[0]).scatter(0, ctx.get_saved_variables()[0], grad_outputs[0])];
    }

    private sealed class Twice : MultiTensorFunction<Twice>
    {
        public override string Name => nameof(Twice);

        public override List<Tensor> forward(AutogradContext ctx, params object?[] vars)
        {
            ctx.set_materialize_grads((bool)vars[1]!);
            return [((Tensor)vars[0]!).clone(), ((Tensor)vars[0]!).clone()];
        }

        public override List<Tensor?> backward(AutogradContext ctx, List<Tensor> grad_outputs) =>
            [grad_outputs[1] is null ? grad_outputs[0] + 100 : grad_outputs[0] + grad_outputs[1]];
    }

    private sealed class DoubledInPlace : SingleTensorFunction<DoubledInPlace>
    {
        public override string Name => nameof(DoubledInPlace);

        public override Tensor forward(AutogradContext ctx, params object?[] vars)
        {
            var x = (Tensor)vars[0]!;
            x.mul_(2);
            ctx.mark_dirty([x]);
            return x;
        }

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * 2];
    }

    private sealed class Failing : SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(AutogradContext ctx, params object?[] vars) => ((Tensor)vars[0]!).clone();

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output) => throw new InvalidTimeZoneException("not today");
    }

    private sealed class Miscounting : SingleTensorFunction<Miscounting>
    {
        public override string Name => nameof(Miscounting);

        public override Tensor forward(AutogradContext ctx, params object?[] vars) => ((Tensor)vars[0]!).clone();

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output) => [grad_output, null];
    }

    private sealed class Carrying : SingleTensorFunction<Carrying>
    {
        public override string Name => nameof(Carrying);

        public override Tensor forward(AutogradContext ctx, params object?[] vars)
        {
            ctx.save_data("cargo", vars[1]);
            return ((Tensor)vars[0]!).clone();
        }

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output) => [grad_output];
    }
}
