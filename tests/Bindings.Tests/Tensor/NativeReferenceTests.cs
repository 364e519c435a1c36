using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests;

/// <summary>References to native tensors are used again; no tensor may ever see another's, whoever disposes it and wherever.</summary>
public class NativeReferenceTests
{
    [Fact]
    public void Tensors_that_follow_disposed_ones_keep_their_own_values()
    {
        var kept = new List<Tensor>();
        for (int i = 0; i < 2000; i++)
        {
            kept.Add(full([2], (float)i));
            full([2], -1f).Dispose();
            if (i % 3 == 0)
            {
                kept[i / 2].Dispose();
            }
        }

        for (int i = 0; i < kept.Count; i++)
        {
            if (!kept[i].IsInvalid)
            {
                Assert.Equal(i, kept[i][0].item<float>());
                kept[i].Dispose();
            }
        }
    }

    [Fact]
    public void A_disposed_tensor_stays_disposed_when_its_reference_serves_another()
    {
        Tensor first = ones(2);
        first.Dispose();
        using Tensor second = zeros(2);

        first.Dispose();

        Assert.True(first.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => first.sum());
        Assert.Equal(0f, second.sum().item<float>());
    }

    [Fact]
    public void Finalizers_that_dispose_tensors_harm_none()
    {
        int before = Holder.Finalized;
        for (int round = 0; round < 20; round++)
        {
            Drop(200);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            using DisposeScope scope = NewDisposeScope();
            Tensor[] live = [.. Enumerable.Range(0, 300).Select(i => full([3], (float)i))];
            GC.Collect();
            GC.WaitForPendingFinalizers();
            for (int i = 0; i < live.Length; i++)
            {
                Assert.Equal(3f * i, live[i].sum().item<float>());
            }
        }

        Assert.True(Holder.Finalized > before);
    }

    [Fact]
    public async Task Tensors_may_be_disposed_on_other_threads_than_they_were_made_on()
    {
        for (int round = 0; round < 20; round++)
        {
            Tensor[] made = [.. Enumerable.Range(0, 400).Select(i => full([2], (float)i))];
            Tensor[] others = await Task.Run(() =>
            {
                foreach (Tensor tensor in made.Where((_, i) => i % 2 == 0))
                {
                    tensor.Dispose();
                }

                return Enumerable.Range(0, 400).Select(i => full([2], (float)-i)).ToArray();
            });
            for (int i = 0; i < made.Length; i++)
            {
                Assert.Equal(i % 2 == 0, made[i].IsInvalid);
                Assert.Equal(-i, others[i][1].item<float>());
                made[i].Dispose();
                others[i].Dispose();
            }
        }
    }

    [Fact]
    public async Task A_tensor_that_several_threads_dispose_at_once_is_released_once()
    {
        for (int round = 0; round < 200; round++)
        {
            Tensor shared = ones(2);
            using var gate = new Barrier(4);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    gate.SignalAndWait();
                    shared.Dispose();
                    using Tensor next = full([2], 7f);
                    Assert.Equal(14f, next.sum().item<float>());
                },
                TaskCreationOptions.LongRunning)));
            Assert.True(shared.IsInvalid);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _ = new Holder(full([3], (float)i));
        }
    }

    /// <summary>What users should not do, and do: a finalizer that disposes what it holds.</summary>
    private sealed class Holder(Tensor tensor)
    {
        internal static int Finalized;

        ~Holder()
        {
            tensor.Dispose();
            Interlocked.Increment(ref Finalized);
        }
    }
}
