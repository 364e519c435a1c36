using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>Work that is recorded once and run again.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaGraphTests
{
    [CudaFact(CudaPart.Graphs)]
    public void A_replayed_graph_computes_with_what_lies_in_its_inputs_now()
    {
        using var scope = NewDisposeScope();
        var input = ones(64, 64, device: CUDA);
        var weight = randn(64, 64, device: CUDA);
        Warm(() => input.mm(weight).relu().Dispose());
        using var graph = new cuda.CUDAGraph();
        Tensor output;
        using (cuda.graph(graph))
        {
            output = input.mm(weight).relu();
        }

        foreach (var value in (float[])[1, 2, -3])
        {
            input.fill_(value);
            graph.replay();
            cuda.synchronize();
            Assert.True(allclose(output, input.mm(weight).relu()));
        }
    }

    [CudaFact(CudaPart.Graphs)]
    public void A_whole_training_step_is_replayed()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        using var network = nn.Sequential(nn.Linear(8, 16), nn.Tanh(), nn.Linear(16, 1));
        network.cuda();
        var (x, y) = (randn(32, 8, device: CUDA), randn(32, 1, device: CUDA));
        Tensor Step()
        {
            using var step = NewDisposeScope();
            network.zero_grad(set_to_none: false);
            var loss = nn.functional.mse_loss(network.call(x), y);
            loss.backward();
            using (no_grad())
            {
                foreach (var parameter in network.parameters())
                {
                    parameter.sub_(parameter.grad!, 0.1);
                }
            }

            return loss.detach().MoveToOuterDisposeScope();
        }

        var first = 0f;
        Warm(() => first = Step().item<float>());
        using var graph = new cuda.CUDAGraph();
        Tensor loss;
        using (cuda.graph(graph))
        {
            loss = Step();
        }

        for (var i = 0; i < 30; i++)
        {
            graph.replay();
        }

        Assert.True(loss.item<float>() < first, $"{first} to {loss.item<float>()}");
    }

    [CudaFact(CudaPart.Graphs)]
    public void Two_graphs_share_their_memory_and_a_graph_is_recorded_anew()
    {
        using var scope = NewDisposeScope();
        var x = ones(16, device: CUDA);
        using var first = new cuda.CUDAGraph();
        using var second = new cuda.CUDAGraph();
        using (cuda.graph(first))
        {
            _ = x.add(1);
        }

        Tensor later;
        using (cuda.graph(second, first.pool()))
        {
            later = x.mul(3);
        }

        second.replay();
        cuda.synchronize();
        Assert.Equal(48f, later.sum().item<float>());
        second.reset();
        first.Dispose();
        Assert.Throws<ObjectDisposedException>(() => first.replay());
    }

    // What is set up on first use must not be recorded.
    private static void Warm(Action work)
    {
        var side = new cuda.Stream();
        side.wait_stream(cuda.current_stream());
        using (cuda.stream(side))
        {
            for (var i = 0; i < 3; i++)
            {
                work();
            }
        }

        cuda.current_stream().wait_stream(side);
    }
}
