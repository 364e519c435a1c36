using System.Runtime.CompilerServices;
using TorchSharp;

namespace Bindings.Tests.Scopes;

/// <summary>Small tensors that nobody disposed are freed by the thread that made them, or by the finalizer's once that one has ended.</summary>
public class HandedBackTests
{
    [Fact]
    public void The_thread_that_made_them_frees_them_with_its_next_tensor()
    {
        OnThreadOfItsOwn(() =>
        {
            // A collection in the middle of what follows would give part of it back early: the next one is far behind the last.
            var manager = DisposeScopeManager.OfThread;
            Collect();
            Drop(500);
            Collect();
            Assert.InRange(manager.HandedBack, 450, 500);

            // The first ones find references of disposed tensors; then new ones are made.
            Drop(300);
            Assert.InRange(manager.HandedBack, 0, 1);
            Collect();
            Drop(1);
        });
    }

    [Fact]
    public void What_a_thread_leaves_behind_is_freed_when_it_has_ended()
    {
        DisposeScopeManager? manager = null;
        OnThreadOfItsOwn(() =>
        {
            manager = DisposeScopeManager.OfThread;
            Drop(400);
            Collect();
            Assert.True(manager.HandedBack > 0);
            Drop(100);
        });
        for (var i = 0; i < 50 && (manager!.HandedBack > 0 || i < 2); i++)
        {
            Collect();
        }

        Assert.Equal(0, manager!.HandedBack);
    }

    [Fact]
    public void Large_tensors_views_and_parts_of_a_graph_do_not_wait()
    {
        OnThreadOfItsOwn(() =>
        {
            var manager = DisposeScopeManager.OfThread;
            using var leaf = torch.ones(2, requires_grad: true);
            using var large = torch.ones(4096);
            Fill(leaf, large);
            Collect();
            Assert.InRange(manager.HandedBack, 0, 5);
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill(torch.Tensor leaf, torch.Tensor large)
    {
        for (var i = 0; i < 100; i++)
        {
            _ = large[i];
            _ = torch.ones(1000);
            _ = leaf * 2;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = torch.ones(2);
        }
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static void OnThreadOfItsOwn(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception problem)
            {
                failure = problem;
            }
        });
        thread.Start();
        thread.Join();
        Assert.True(failure is null, failure?.ToString());
    }
}
