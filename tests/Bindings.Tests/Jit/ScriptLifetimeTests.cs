using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

/// <summary>A script module outlives every call on it, whoever lets go of it meanwhile.</summary>
public class ScriptLifetimeTests
{
    [Fact]
    public async Task Disposing_during_calls_ends_them_or_refuses_them()
    {
        for (int turn = 0; turn < 20; turn++)
        {
            var module = jit.load<Tensor, Tensor>(JitGoldens.File("net.pt"));
            module.eval();
            using var started = new CountdownEvent(3);
            Task[] callers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            {
                using DisposeScope scope = NewDisposeScope();
                using IDisposable mode = no_grad();
                Tensor input = ones(1, 1, 4, 4);
                started.Signal();
                for (int call = 0; call < 200; call++)
                {
                    module.call(input).Dispose();
                }
            }))];
            started.Wait();
            module.Dispose();
            foreach (Task caller in callers)
            {
                Exception? error = await Record.ExceptionAsync(() => caller);
                Assert.True(error is null or ObjectDisposedException, $"{error}");
            }

            Assert.Throws<ObjectDisposedException>(() => module.call(ones(1, 1, 4, 4)));
            module.Dispose();
        }
    }

    [Fact]
    public async Task The_collector_does_not_take_a_module_in_use()
    {
        for (int turn = 0; turn < 30; turn++)
        {
            using Tensor result = await Run();
            Assert.Equal([3, 2], result.shape);
        }

        static async Task<Tensor> Run()
        {
            using Tensor input = zeros(3, 5);
            jit.ScriptModule module = jit.load(JitGoldens.File("traced.pt"));
            var collecting = Task.Run(() =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            });
            var result = (Tensor)module.forward(input)!;
            await collecting;
            return result;
        }
    }

    [Fact]
    public void A_child_and_its_tensors_outlive_a_parent_that_is_let_go()
    {
        using DisposeScope scope = NewDisposeScope();
        var weight = jit.load(JitGoldens.File("traced.pt")).named_parameters().First().parameter;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal([4, 5], weight.shape);
    }

    [Fact]
    public void Calls_leave_no_tensors_behind()
    {
        using var module = jit.load<Tensor, (Tensor, (Tensor, Tensor))>(JitGoldens.File("recurrent.pt"));
        long before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        for (int turn = 0; turn < 10; turn++)
        {
            using DisposeScope scope = NewDisposeScope();
            module.call(zeros(2, 3, 3));
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
    }
}
