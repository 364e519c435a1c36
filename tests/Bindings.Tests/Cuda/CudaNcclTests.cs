using Bindings.Tests.NN;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>NCCL in a group of one: every collective runs, and has nobody to talk to.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaNcclTests
{
    [CudaFact(CudaPart.Nccl)]
    public void A_group_of_one_reduces_gathers_and_broadcasts()
    {
        using var scope = NewDisposeScope();
        using var store = new distributed.TCPStore("127.0.0.1", 0, 1, is_master: true, timeout: TimeSpan.FromSeconds(30));
        distributed.init_process_group("nccl", store: store, world_size: 1, rank: 0, timeout: TimeSpan.FromSeconds(60));
        try
        {
            Assert.Equal((0, 1), (distributed.get_rank(), distributed.get_world_size()));
            var x = arange(4, dtype: float32, device: CUDA);
            distributed.all_reduce(x);
            Assert.Equal([0f, 1f, 2f, 3f], x.cpu().data<float>().ToArray());
            distributed.broadcast(x, 0);
            var gathered = zeros(4, device: CUDA);
            distributed.all_gather([gathered], x);
            Assert.True(gathered.SameAs(x));
            distributed.barrier();

            using var network = nn.Linear(4, 2);
            network.cuda();
            using var parallel = nn.parallel.DistributedDataParallel(network);
            parallel.call(x.unsqueeze(0)).sum().backward();
            CudaDevice.AssertAgrees(ones(2), network.bias!.grad!);
        }
        finally
        {
            distributed.destroy_process_group();
        }
    }
}
