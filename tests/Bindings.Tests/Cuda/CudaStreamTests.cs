using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>Streams and events: what is queued where, what waits for what, and how long it took.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaStreamTests
{
    [CudaFact]
    public void A_stream_is_current_until_it_is_left()
    {
        var before = cuda.current_stream();
        Assert.Equal(cuda.default_stream(), before);
        var side = new cuda.Stream();
        Assert.NotEqual(before, side);
        using (cuda.stream(side))
        {
            Assert.Equal(side, cuda.current_stream());
            var urgent = new cuda.Stream(priority: -1);
            using (cuda.stream(urgent))
            {
                Assert.Equal(urgent, cuda.current_stream());
            }

            Assert.Equal(side, cuda.current_stream());
        }

        Assert.Equal(before, cuda.current_stream());
        cuda.set_stream(side);
        Assert.Equal(side, cuda.current_stream());
        cuda.set_stream(before);
    }

    [CudaFact]
    public void A_stream_belongs_to_its_thread()
    {
        var side = new cuda.Stream();
        using (cuda.stream(side))
        {
            cuda.Stream? elsewhere = null;
            var thread = new Thread(() => elsewhere = cuda.current_stream());
            thread.Start();
            thread.Join();
            Assert.Equal(cuda.default_stream(), elsewhere);
        }
    }

    [CudaFact]
    public void Work_waits_for_the_work_of_another_stream()
    {
        using var scope = NewDisposeScope();
        var x = ones(512, 512, device: CUDA);
        var main = cuda.current_stream();
        var side = new cuda.Stream();
        side.wait_stream(main);
        Tensor power;
        using (cuda.stream(side))
        {
            power = x;
            for (var i = 0; i < 20; i++)
            {
                power = power.mm(x) / 512;
            }
        }

        main.wait_stream(side);
        Assert.Equal(512f * 512f, power.sum().item<float>());
        side.synchronize();
        Assert.True(side.query());
    }

    [CudaFact]
    public void An_event_is_reached_when_the_work_before_it_is_done()
    {
        using var scope = NewDisposeScope();
        using var reached = new cuda.Event();
        Assert.True(reached.query());
        var x = randn(256, 256, device: CUDA).mm(randn(256, 256, device: CUDA));
        reached.record();
        reached.synchronize();
        Assert.True(reached.query());
        var side = new cuda.Stream();
        side.wait_event(reached);
        using (var onSide = side.record_event())
        {
            onSide.wait();
            onSide.synchronize();
        }

        cuda.synchronize();
        Assert.Equal([256L, 256L], x.shape);
    }

    [CudaFact(CudaPart.EventTimes)]
    public void The_time_between_two_events_is_told_in_milliseconds()
    {
        using var scope = NewDisposeScope();
        using var start = new cuda.Event(enable_timing: true);
        using var end = new cuda.Event(enable_timing: true);
        var x = randn(1024, 1024, device: CUDA);
        start.record();
        for (var i = 0; i < 20; i++)
        {
            x = x.mm(x).tanh();
        }

        end.record();
        end.synchronize();
        Assert.InRange(start.elapsed_time(end), 1e-3, 60_000);
        using var untimed = new cuda.Event();
        untimed.record();
        Assert.Throws<InvalidOperationException>(() => start.elapsed_time(untimed));
    }

    [CudaFact]
    public void What_another_stream_uses_is_kept_for_it()
    {
        using var scope = NewDisposeScope();
        var side = new cuda.Stream();
        var x = randn(1000, device: CUDA);
        var expected = x.sum().item<float>();
        Tensor sum;
        side.wait_stream(cuda.current_stream());
        using (cuda.stream(side))
        {
            sum = x.sum();
        }

        side.synchronize();
        x.Dispose();
        using var other = zeros(1000, device: CUDA);
        Assert.Equal(expected, sum.item<float>());
    }
}
