using System.Text.Json;
using Bindings.Tests.Backends;
using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>torch.cuda where libtorch has no CUDA: what asks answers as Python does, what needs a device is one clear error.</summary>
public sealed class CudaUnavailableTests
{
    private static readonly Dictionary<string, Action> Calls = new()
    {
        ["init"] = cuda.init,
        ["current_device"] = () => cuda.current_device(),
        ["set_device"] = () => cuda.set_device(0),
        ["get_device_name"] = () => cuda.get_device_name(),
        ["get_device_capability"] = () => cuda.get_device_capability(),
        ["get_device_properties"] = () => cuda.get_device_properties(),
        ["mem_get_info"] = () => cuda.mem_get_info(),
        ["current_stream"] = () => cuda.current_stream(),
        ["default_stream"] = () => cuda.default_stream(),
        ["synchronize"] = () => cuda.synchronize(),
        ["Stream"] = () => _ = new cuda.Stream(),
        ["Event"] = () => _ = new cuda.Event(),
        ["get_rng_state"] = () => cuda.get_rng_state(),
        ["initial_seed"] = () => cuda.initial_seed(),
        ["can_device_access_peer"] = () => cuda.can_device_access_peer(new Device(0), new Device(1)),
        ["reset_peak_memory_stats"] = () => cuda.reset_peak_memory_stats(),
        ["reset_accumulated_memory_stats"] = () => cuda.reset_accumulated_memory_stats(),
        ["empty_cache"] = cuda.empty_cache,
        ["set_device(-1)"] = () => cuda.set_device(-1),
        ["manual_seed"] = () => cuda.manual_seed(3).Dispose(),
        ["manual_seed_all"] = () => cuda.manual_seed_all(3).Dispose(),
        ["seed"] = cuda.seed,
        ["seed_all"] = cuda.seed_all,
    };

    public static TheoryData<string> CallNames => BackendsGolden.Names("fails");

    [Theory]
    [MemberData(nameof(CallNames))]
    public void A_call_fails_where_Python_s_fails(string name)
    {
        if (cuda.is_available())
        {
            return; // this machine has a device
        }

        if (BackendsGolden.Section("fails").GetProperty(name).GetBoolean())
        {
            CudaUnavailableException problem = Assert.Throws<CudaUnavailableException>(Calls[name]);
            Assert.StartsWith("torch.cuda", problem.Message);
            Assert.Contains(NativeLibraries.LibtorchVersion, problem.Message);
            Assert.Contains(problem.IsBuiltWithCuda ? "nvidia-smi" : "TORCHLIGHT_LIBTORCH", problem.Message);
        }
        else
        {
            Calls[name]();
        }
    }

    [Fact]
    public void Questions_are_answered_as_Python_answers_them()
    {
        if (cuda.is_available())
        {
            return;
        }

        JsonElement python = BackendsGolden.Section("without_cuda");
        Assert.Equal(python.GetProperty("device_count").GetInt32(), cuda.device_count());
        Assert.Equal(python.GetProperty("memory_allocated").GetInt64(), cuda.memory_allocated());
        Assert.Equal(python.GetProperty("max_memory_allocated").GetInt64(), cuda.max_memory_allocated());
        Assert.Equal(python.GetProperty("memory_reserved").GetInt64(), cuda.memory_reserved());
        Assert.Equal(python.GetProperty("max_memory_reserved").GetInt64(), cuda.max_memory_reserved());
        Assert.Equal(python.GetProperty("memory_stats").GetInt32(), cuda.memory_stats().Count);
        Assert.Equal(python.GetProperty("get_rng_state_all").GetInt32(), cuda.get_rng_state_all().Length);
        Assert.Equal(python.GetProperty("cuda.is_built").GetBoolean(), backends.cuda.is_built());
        Assert.Equal(python.GetProperty("cudnn.is_available").GetBoolean(), backends.cudnn.is_available());
        Assert.Equal(python.GetProperty("cudnn.is_available").GetBoolean(), cuda.is_cudnn_available());
        Assert.Null(backends.cudnn.version());
        Assert.Equal(python.GetProperty("mps.is_available").GetBoolean(), backends.mps.is_available());
        Assert.Equal(python.GetProperty("mps.is_built").GetBoolean(), backends.mps.is_built());
        Assert.Throws<CudaUnavailableException>(() => cuda.memory_summary());
        Assert.Throws<CudaUnavailableException>(() => backends.cuda.cufft_plan_cache[0].size);
        Assert.Throws<CudaUnavailableException>(() => _ = new cuda.CUDAGraph());
    }

    [Fact]
    public void Seeding_CUDA_leaves_the_processor_s_numbers_alone()
    {
        using Generator seeded = manual_seed(5);
        using Generator other = cuda.manual_seed(7);
        using Tensor drawn = rand(3);

        Assert.Equal(BackendsGolden.Section("drawn").EnumerateArray().Select(value => (float)value.GetDouble()), drawn.data<float>().ToArray());
    }

    [Fact]
    public void Guards_that_have_nothing_to_change_change_nothing()
    {
        using (cuda.device(-1))
        using (cuda.stream(null))
        using (Tensor onHost = ones(2))
        using (cuda.device_of(onHost))
        {
            cuda.set_stream(null);
            cuda.set_device(new Device(DeviceType.CUDA));
        }
    }

    [Fact]
    public void Another_device_s_name_is_refused() =>
        Assert.ThrowsAny<Exception>(() => cuda.get_rng_state(CPU));
}
