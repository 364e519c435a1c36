using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace Bindings.Tests.Autograd;

public sealed class SavedTensorsTests
{
    [Fact]
    public void WhatIsSavedGoesThroughThePair()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0, 3.0], requires_grad: true);
        int packed = 0, unpacked = 0;
        Tensor y;
        using (graph.saved_tensors_hooks(
            tensor =>
            {
                packed++;
                return (tensor, 10.0);
            },
            kept =>
            {
                unpacked++;
                return kept.tensor * kept.Item2;
            }))
        {
            y = x * x;
        }

        Assert.Equal((2, 0), (packed, unpacked));
        Assert.Equal("MulBackward0", (x * x).grad_fn!.name());
        Assert.Equal(2, packed);
        y.sum().backward();
        Assert.Equal((2, 2), (packed, unpacked));
        Assert.Equal([40.0, 60.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void TheInnermostPairCounts()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([1.0], requires_grad: true);
        var order = new List<string>();
        using (graph.saved_tensors_hooks(tensor => Note(tensor, "outer"), tensor => tensor))
        {
            using (graph.saved_tensors_hooks(tensor => Note(tensor, "inner"), tensor => tensor))
            {
                x.exp();
            }

            x.exp();
        }

        Assert.Equal(["inner", "outer"], order);

        Tensor Note(Tensor tensor, string who)
        {
            order.Add(who);
            return tensor;
        }
    }

    [Fact]
    public void WhatThePairThrowsReachesTheCaller()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([1.0], requires_grad: true);
        using (graph.saved_tensors_hooks<Tensor>(_ => throw new KeyNotFoundException("pack"), tensor => tensor))
        {
            Assert.Equal("pack", Assert.Throws<KeyNotFoundException>(() => x.exp()).Message);
        }

        Tensor y;
        using (graph.saved_tensors_hooks<Tensor>(tensor => tensor, _ => throw new KeyNotFoundException("unpack")))
        {
            y = x.exp();
        }

        Assert.Equal("unpack", Assert.Throws<KeyNotFoundException>(() => y.backward()).Message);
    }

    [Fact]
    public void SavedTensorsOutliveTheScopeOfForward()
    {
        Tensor x = torch.tensor([2.0], requires_grad: true);
        Tensor y;
        using (graph.save_on_cpu())
        {
            using DisposeScope scope = NewDisposeScope();
            y = (x * x).exp().MoveToOuterDisposeScope();
        }

        y.sum().backward();
        Assert.Equal(4 * Math.Exp(4), x.grad!.item<double>(), 9);
    }

    [Fact]
    public void AChangeInPlaceOfWhatWasSavedIsAnError()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0], requires_grad: true);
        Tensor y = x * 3;
        Tensor z = y * y;
        y.add_(1);
        Assert.Contains("modified by an inplace operation", Assert.ThrowsAny<TorchException>(() => z.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnomalyModeSaysWhereTheFailingNodeWasRecorded()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([-1.0], requires_grad: true);
        TextWriter before = Console.Error;
        using var text = new StringWriter();
        Console.SetError(text);
        try
        {
            using (detect_anomaly())
            {
                Assert.Contains("SqrtBackward0' returned nan", Assert.ThrowsAny<TorchException>(() => Recorded(x).backward()).Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Contains("Error detected in SqrtBackward0", text.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(Recorded), text.ToString(), StringComparison.Ordinal);
        x.sqrt().backward();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static Tensor Recorded(Tensor x) => x.sqrt();
}
