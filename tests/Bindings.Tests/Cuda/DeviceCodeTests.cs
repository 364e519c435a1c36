using TorchSharp;
using TorchSharp.Interop;

namespace Bindings.Tests.Cuda;

/// <summary>What torch.cuda stands on, tried with the processor's code, which libtorch always has.</summary>
public sealed class DeviceCodeTests
{
    private static readonly DeviceCode Host = new(DeviceType.CPU);

    [Fact]
    public void The_processor_is_one_device_with_one_stream_that_is_always_done()
    {
        Assert.Equal(1, Host.Count("count"));
        long current = Host.Stream(DeviceCode.StreamKind.Current, 0, "current");
        Assert.True(Host.IsDone(0, current, "query"));
        Host.Synchronize(0, current, "synchronize");
        Assert.Equal(current, Host.ExchangeStream(0, current, "exchange"));

        var stream = new torch.cuda.Stream(Host, 0, current);
        Assert.True(stream.query());
        stream.synchronize();
        Assert.Equal(stream, new torch.cuda.Stream(Host, 0, current));
        Assert.NotEqual(stream, new torch.cuda.Stream(Host, 0, current + 1));
        Assert.Equal("<torch.cuda.Stream device=cpu:0 stream_id=0>", stream.ToString());
    }

    [Fact]
    public void What_the_code_of_a_device_lacks_is_an_error_and_no_crash()
    {
        Assert.ThrowsAny<TorchException>(() => Host.Stream(DeviceCode.StreamKind.Pool, 0, "pool"));
        Assert.ThrowsAny<TorchException>(() => Host.Stream((DeviceCode.StreamKind)9, 0, "no such kind"));
        Assert.Throws<TorchIndexException>(() => Host.Exchange(7, "exchange"));
        Assert.Throws<TorchIndexException>(() => Host.Exchange(-1, "exchange"));
        using var reached = new torch.cuda.Event(Host, enable_timing: true);
        var stream = new torch.cuda.Stream(Host, 0, 0);
        Assert.ThrowsAny<TorchException>(() => reached.record(stream));
        Assert.ThrowsAny<TorchException>(() => Host.MemoryStatistics(0, "memory"));
        Assert.ThrowsAny<TorchException>(() => Host.ResetMemoryStatistics(0, peaks: true, "memory"));
    }

    [Fact]
    public void A_device_that_libtorch_has_no_code_for_is_an_error()
    {
        var absent = new DeviceCode(DeviceType.FPGA);

        Assert.ThrowsAny<TorchException>(() => absent.Count("count"));
        Assert.ThrowsAny<TorchException>(() => absent.Current("current"));
        Assert.ThrowsAny<TorchException>(() => absent.Stream(DeviceCode.StreamKind.Current, 0, "stream"));
    }

    [Fact]
    public void An_event_that_was_never_recorded_is_waited_for_by_nobody()
    {
        var stream = new torch.cuda.Stream(Host, 0, 0);
        var untouched = new torch.cuda.Event(Host, enable_timing: false);
        Assert.True(untouched.query());
        untouched.synchronize();
        stream.wait_event(untouched);
        Assert.Throws<InvalidOperationException>(() => untouched.elapsed_time(untouched));
        untouched.Dispose();
        untouched.Dispose();
        Assert.Throws<ObjectDisposedException>(() => untouched.query());
    }

    [Fact]
    public void The_allocator_s_numbers_get_Python_s_names()
    {
        Dictionary<string, long> named = torch.cuda.Named([.. Enumerable.Range(0, 110).Select(number => (long)number)]);

        Assert.Equal(110, named.Count);
        Assert.Equal(0, named["allocation.all.current"]);
        Assert.Equal(5, named["allocation.small_pool.peak"]);
        Assert.Equal((4 * 12) + 1, named["allocated_bytes.all.peak"]);
        Assert.Equal((8 * 12) + 11, named["requested_bytes.large_pool.freed"]);
        Assert.Equal(108, named["num_alloc_retries"]);
        Assert.Equal(109, named["num_ooms"]);
        Assert.Contains("reserved_bytes", torch.cuda.Table(named, 3));
        Assert.StartsWith("cuda:3, failures 109", torch.cuda.Table(named, 3));
    }
}
