using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>Devices: which one is current, what it is, and what happens to those that are not there.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaDeviceTests
{
    [CudaFact]
    public void The_first_device_is_current_and_set_device_keeps_to_those_there_are()
    {
        Assert.Equal(0, cuda.current_device());
        cuda.set_device(0);
        cuda.set_device(-1);
        cuda.set_device(new Device(DeviceType.CUDA, 0));
        Assert.Equal(0, cuda.current_device());
        Assert.Throws<TorchIndexException>(() => cuda.set_device(cuda.device_count()));
        Assert.Throws<ArgumentException>(() => cuda.synchronize(CPU));
        using (cuda.device(0))
        {
            Assert.Equal(0, cuda.current_device());
        }
    }

    [CudaFact]
    public void A_device_tells_what_it_is()
    {
        var properties = cuda.get_device_properties();
        Assert.False(string.IsNullOrWhiteSpace(properties.name));
        Assert.Equal(properties.name, cuda.get_device_name(new Device(DeviceType.CUDA, 0)));
        Assert.InRange(properties.total_memory, 1L << 28, 1L << 42);
        Assert.InRange(properties.major, 3, 99);
        Assert.InRange(properties.multi_processor_count, 1, 10_000);
        Assert.Equal(32, properties.warp_size);
        Assert.Equal((properties.major, properties.minor), cuda.get_device_capability());
        Assert.InRange(properties.max_threads_per_multi_processor, 512, 4096);
        Assert.Equal(properties.major >= 8, cuda.is_bf16_supported());
        Assert.True(backends.cuda.is_built());
    }

    [CudaFact]
    public void Tensors_are_made_on_the_device_and_say_so()
    {
        using var scope = NewDisposeScope();
        foreach (var made in (Tensor[])[zeros(2, device: CUDA), rand(2, device: CUDA), tensor(new[] { 1, 2 }, device: CUDA), ones(2).cuda(), ones(2).to("cuda:0")])
        {
            Assert.Equal(DeviceType.CUDA, made.device_type);
            Assert.Equal(0, made.device_index);
            Assert.Equal("cuda:0", made.device.ToString());
        }

        using (cuda.device_of(ones(1, device: CUDA)))
        {
            Assert.Equal(DeviceType.CPU, ones(1, device: CUDA).cpu().device_type);
        }
    }

    [CudaFact]
    public void Two_devices_in_one_operator_are_named_in_the_error()
    {
        using var scope = NewDisposeScope();
        var problem = Assert.ThrowsAny<TorchException>(() => ones(2) + ones(2, device: CUDA));
        Assert.Contains("cpu", problem.Message);
        Assert.Contains("cuda:0", problem.Message);
        var product = Assert.ThrowsAny<TorchException>(() => ones(2, 2, device: CUDA).mm(ones(2, 2)));
        Assert.Contains("mm", product.Message);
        using var layer = nn.Linear(2, 2);
        Assert.ThrowsAny<TorchException>(() => layer.call(ones(1, 2, device: CUDA)));
    }

    [CudaFact]
    public void A_device_that_is_not_there_is_an_error()
    {
        Assert.ThrowsAny<TorchException>(() => ones(1, device: new Device(DeviceType.CUDA, cuda.device_count() + 3)));
        using var after = ones(1, device: CUDA);
        Assert.Equal(1f, after.item<float>());
    }

    [CudaFact]
    public void A_failing_kernel_is_told_by_the_operator_that_is_called()
    {
        using var scope = NewDisposeScope();
        Assert.ThrowsAny<TorchException>(() => ones(2, 3, device: CUDA).mm(ones(2, 3, device: CUDA)));
        Assert.Throws<TorchIndexException>(() => ones(2, device: CUDA).select(0, 5));
        Assert.ThrowsAny<TorchException>(() => linalg.cholesky(-eye(3, device: CUDA)));
        Assert.Equal(3f, ones(3, device: CUDA).sum().item<float>());
    }

    [CudaFact(CudaPart.SeveralDevices)]
    public void Work_goes_to_the_current_device_and_comes_back()
    {
        using var scope = NewDisposeScope();
        using (cuda.device(1))
        {
            Assert.Equal(1, cuda.current_device());
            Assert.Equal(1, zeros(1, device: CUDA).device_index);
            Assert.Equal(1, cuda.current_stream().device.index);
        }

        Assert.Equal(0, cuda.current_device());
        var moved = arange(4, dtype: float32, device: CUDA).to(new Device(DeviceType.CUDA, 1));
        Assert.Equal([0f, 1f, 2f, 3f], moved.cpu().data<float>().ToArray());
        Assert.ThrowsAny<TorchException>(() => moved + ones(4, device: new Device(DeviceType.CUDA, 0)));
        Assert.False(cuda.can_device_access_peer(new Device(DeviceType.CUDA, 0), new Device(DeviceType.CUDA, 0)));
    }
}
