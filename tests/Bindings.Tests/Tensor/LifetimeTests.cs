using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Bindings.Tests.TensorCore;
public sealed class LifetimeTests
{
    [Fact]
    public void ADisposedTensorThrowsAndNeverCrashes()
    {
        Tensor x = torch.zeros(2);
        x.Dispose();
        x.Dispose();
        Assert.True(x.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => x.shape);
        Assert.Throws<ObjectDisposedException>(() => x + 1);
        Assert.Throws<ObjectDisposedException>(() => torch.ops.aten.relu(x));
        Assert.Throws<ObjectDisposedException>(() => x.item<float>());
        Assert.Contains("MoveToOuterDisposeScope", Assert.Throws<ObjectDisposedException>(() => x.backward()).Message);
    }

    [Fact]
    public void ANullArgumentIsNamed()
    {
        using Tensor x = torch.zeros(2);
        Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => torch.ops.aten.add_Tensor(x, null!)).ParamName);
    }

    [Fact]
    public void DisposingFromManyThreadsReleasesOnce()
    {
        for (int round = 0; round < 50; round++)
        {
            Tensor x = torch.ones(64);
            Tensor view = x[TensorIndex.Slice(0, 32)];
            Parallel.For(0, 8, _ => x.Dispose());
            Assert.Equal(32f, view.sum().item<float>());
            view.Dispose();
        }
    }

    [Fact]
    public void WhatNobodyDisposesStaysBounded()
    {
        // What other tests held has set the budget.
        MemoryLedger.Collect();
        long before = MemoryLedger.HeldKib;
        long most = 0;
        for (int i = 0; i < 600; i++)
        {
            Tensor big = torch.empty(256, 1024);
            most = Math.Max(most, MemoryLedger.HeldKib - before);
        }

        // 600 MB were made; the ledger lets a fraction of it stand at any time.
        Assert.True(most < 300 * 1024, $"{most / 1024} MiB were held at once");
    }

    [Fact]
    public void ViewsAreNotCountedTwice()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor big = torch.empty(1024, 1024);
        long before = MemoryLedger.HeldKib;
        Tensor view = big[TensorIndex.Slice(0, 512)];
        Assert.True(MemoryLedger.HeldKib <= before, "a view counts as memory of its own");
        Assert.Equal(512, view.size(0));
    }

    [Fact]
    public void AHandleCanBeTakenOutAndBack()
    {
        Tensor x = torch.ones(3);
        nint handle = x.DecoupleFromNativeHandle();
        Assert.True(x.IsInvalid);
        using Tensor again = Tensor.UnsafeCreateTensor(handle);
        Assert.Equal(3f, again.sum().item<float>());
    }
}
