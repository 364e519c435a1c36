using Bindings.Tests.NN;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>Ways between the processor's memory and the device's, and what is saved on one and loaded on the other.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaTransferTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [CudaFact]
    public void Pinned_memory_is_copied_while_the_program_goes_on()
    {
        using var scope = NewDisposeScope();
        var host = randn(1000, 100);
        Assert.False(host.is_pinned());
        var pinned = host.pin_memory();
        Assert.True(pinned.is_pinned());
        Assert.True(pinned.SameAs(host));
        var device = pinned.to(CUDA, non_blocking: true);
        cuda.synchronize();
        CudaDevice.AssertAgrees(host, device, 0);
        var back = zeros(1000, 100).pin_memory();
        back.copy_(device, nonBlocking: true);
        cuda.synchronize();
        Assert.True(back.SameAs(host));
        Assert.True(zeros([3], device: CPU).pin_memory().is_pinned());
    }

    [CudaFact]
    public void A_loader_pins_its_batches()
    {
        using var scope = NewDisposeScope();
        var data = utils.data.TensorPairDataset(randn(20, 3), arange(20, dtype: int64));
        using var loader = utils.data.DataLoader(data, batch_size: 8, pin_memory: true, num_workers: 2);
        var seen = 0L;
        foreach (var (x, y) in loader)
        {
            Assert.True(x.is_pinned() && y.is_pinned());
            CudaDevice.AssertAgrees(x, x.to(CUDA, non_blocking: true), 0);
            seen += y.sum().item<long>();
        }

        Assert.Equal(190, seen);
    }

    [CudaFact]
    public void Strides_types_and_gradients_survive_the_way()
    {
        using var scope = NewDisposeScope();
        var columns = arange(12, dtype: float64).view(3, 4).t();
        CudaDevice.AssertAgrees(columns, columns.to(CUDA), 0);
        var pictures = randn(2, 3, 4, 4).contiguous(MemoryFormat.ChannelsLast);
        Assert.Equal(pictures.stride(), pictures.to(CUDA).stride());
        Assert.Equal(ScalarType.Float16, columns.to(ScalarType.Float16, CUDA).dtype);
        var leaf = ones(3).requires_grad_(true);
        (leaf.to(CUDA) * 2).sum().backward();
        Assert.Equal([2f, 2f, 2f], leaf.grad!.data<float>().ToArray());
    }

    [CudaFact]
    public void A_module_moves_and_its_parameters_stay_the_same_objects()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2));
        var before = network.parameters().ToArray();
        using var optimizer = optim.Adam(network.parameters(), 0.05);
        network.cuda();
        Assert.All(before.Zip(network.parameters()), pair => Assert.Same(pair.First, pair.Second));
        Assert.All(network.state_dict().Values, tensor => Assert.Equal(DeviceType.CUDA, tensor.device_type));
        var x = randn(64, 4, device: CUDA);
        var y = (x.select(1, 0) > 0).to_type(int64);
        var losses = new List<float>();
        for (var step = 0; step < 60; step++)
        {
            optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(network.call(x), y);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        Assert.True(losses[^1] < losses[0] / 2, $"{losses[0]} to {losses[^1]}");
        network.cpu();
        Assert.All(network.parameters(), tensor => Assert.Equal(DeviceType.CPU, tensor.device_type));
    }

    [CudaFact]
    public void What_is_saved_on_the_device_is_loaded_where_the_reader_wants_it()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Linear(3, 2);
        network.cuda();
        var file = _folder.File("weights.pt");
        serialization.save(network.state_dict().ToDictionary(entry => entry.Key, entry => (object?)entry.Value), file);

        var there = (Dictionary<string, object?>)serialization.load(file)!;
        var here = (Dictionary<string, object?>)serialization.load(file, CPU)!;

        Assert.Equal(DeviceType.CUDA, ((Tensor)there["weight"]!).device_type);
        Assert.Equal(DeviceType.CPU, ((Tensor)here["weight"]!).device_type);
        CudaDevice.AssertAgrees((Tensor)here["weight"]!, (Tensor)there["weight"]!, 0);
        using var onHost = nn.Linear(3, 2);
        onHost.load_state_dict(there.ToDictionary(entry => entry.Key, entry => (Tensor)entry.Value!));
        Assert.Equal(DeviceType.CPU, onHost.weight!.device_type);
        CudaDevice.AssertAgrees(onHost.weight.detach(), network.weight!.detach(), 0);
    }
}
