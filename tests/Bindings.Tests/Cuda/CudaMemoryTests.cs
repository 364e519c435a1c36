using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>The memory of a device: its account, its cache, and its end.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaMemoryTests
{
    private const long Megabyte = 1 << 20;

    [CudaFact(CudaPart.Allocator)]
    public void Memory_is_counted_as_tensors_come_and_go()
    {
        var before = cuda.memory_allocated();
        using (empty(8 * Megabyte, dtype: uint8, device: CUDA))
        {
            Assert.Equal(before + (8 * Megabyte), cuda.memory_allocated());
            Assert.True(cuda.memory_reserved() >= cuda.memory_allocated());
        }

        Assert.Equal(before, cuda.memory_allocated());
        Assert.True(cuda.max_memory_allocated() >= before + (8 * Megabyte));
    }

    [CudaFact(CudaPart.Allocator)]
    public void Peaks_start_again_at_what_is_held_now()
    {
        empty(32 * Megabyte, dtype: uint8, device: CUDA).Dispose();
        cuda.reset_peak_memory_stats();
        Assert.Equal(cuda.memory_allocated(), cuda.max_memory_allocated());
        Assert.Equal(cuda.memory_reserved(), cuda.max_memory_reserved());
        cuda.reset_accumulated_memory_stats();
        Assert.Equal(0, cuda.memory_stats()["allocation.all.freed"]);
    }

    [CudaFact(CudaPart.Allocator)]
    public void Cached_memory_goes_back_to_the_device()
    {
        empty(64 * Megabyte, dtype: uint8, device: CUDA).Dispose();
        var held = cuda.memory_reserved();
        cuda.empty_cache();
        Assert.True(cuda.memory_reserved() <= held - (64 * Megabyte));
    }

    [CudaFact(CudaPart.Allocator)]
    public void The_account_has_Python_s_names_and_prints_as_a_table()
    {
        var stats = cuda.memory_stats();
        Assert.Contains("allocated_bytes.all.current", stats.Keys);
        Assert.Contains("num_ooms", stats.Keys);
        Assert.Contains("reserved_bytes", cuda.memory_summary());
        Assert.StartsWith("cuda:0", cuda.memory_summary(new Device(DeviceType.CUDA, 0)));
    }

    [CudaFact]
    public void Free_memory_is_no_more_than_all_memory()
    {
        var (free, total) = cuda.mem_get_info();
        Assert.InRange(free, 1, total);
        Assert.Equal(total, cuda.get_device_properties().total_memory, (left, right) => Math.Abs(left - right) < left / 10);
    }

    [CudaFact]
    public void Too_much_memory_is_an_error_and_work_goes_on()
    {
        var (_, total) = cuda.mem_get_info();
        var problem = Assert.Throws<TorchOutOfMemoryException>(() => empty(2 * total, dtype: uint8, device: CUDA));
        Assert.Contains("empty", problem.Message);
        using var after = ones(1000, device: CUDA);
        Assert.Equal(1000f, after.sum().item<float>());
    }

    [CudaFact]
    public void Many_tensors_that_nobody_disposes_do_not_fill_the_device()
    {
        // 400 of 64 MB are 25 GB and more than most devices have; all but a few are unreachable at any time.
        for (var i = 0; i < 400; i++)
        {
            _ = ones(16 * Megabyte, device: CUDA).add(1);
        }

        cuda.synchronize();
        var (_, total) = cuda.mem_get_info();
        if (CudaDevice.WhyWithoutPart(CudaPart.Allocator) is null)
        {
            Assert.True(cuda.max_memory_allocated() < Math.Min(total, 8192 * Megabyte), $"{cuda.max_memory_allocated() / Megabyte} MB at the peak");
        }
    }
}
