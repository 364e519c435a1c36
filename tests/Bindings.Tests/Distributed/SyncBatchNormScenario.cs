using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static Torchlight.Tests.Processes.RankProgram;
using static TorchSharp.torch;

namespace Bindings.Tests.Distributed;

/// <summary>Two ranks normalize unequal parts of a batch together; each also computes what one process gets from the whole.</summary>
internal static class SyncBatchNormScenario
{
    internal static void Run()
    {
        distributed.init_process_group("gloo", timeout: TimeSpan.FromSeconds(60));
        var rank = distributed.get_rank();
        Compare("layer", rank, () => nn.BatchNorm1d(3), norm => SyncBatchNorm.convert_sync_batchnorm(norm), [7, 3]);
        Compare("pictures", rank, () => nn.BatchNorm2d(3), norm => SyncBatchNorm.convert_sync_batchnorm(norm), [6, 3, 2, 4]);
        Compare("cumulative", rank, () => nn.BatchNorm1d(3, momentum: null), norm => SyncBatchNorm.convert_sync_batchnorm(norm), [5, 3, 2]);
        Compare("plain", rank, () => nn.BatchNorm1d(3, affine: false, track_running_stats: false),
            norm => SyncBatchNorm.convert_sync_batchnorm(norm), [7, 3]);
        Compare("own class", rank, () => nn.BatchNorm1d(3), norm =>
        {
            var made = nn.SyncBatchNorm(3);
            made.load_state_dict(norm.state_dict());
            return made;
        }, [7, 3]);
        Compare("a rank without samples", rank, () => nn.BatchNorm1d(3), norm => SyncBatchNorm.convert_sync_batchnorm(norm), [4, 3], split: 0);
        distributed.barrier();
        distributed.destroy_process_group();
    }

    private static void Compare(string name, int rank, Func<BatchNorm> make, Func<BatchNorm, BatchNorm> convert, long[] shape, long split = 2)
    {
        using var scope = NewDisposeScope();
        var (alone, shared) = (make(), make());
        if (alone.weight is { } weight)
        {
            using var guard = no_grad();
            weight.copy_(tensor([0.5f, -1.5f, 2f]));
            shared.weight!.copy_(weight);
        }

        shared = convert(shared);
        var worst = 0.0;
        for (var step = 0; step < 2; step++)
        {
            using var generator = new Generator((ulong)(50 + step), CPU);
            var (x, g) = (torch.randn(shape, generator: generator), torch.randn(shape, generator: generator));
            var whole = x.clone().requires_grad_();
            var expected = alone.call(whole);
            expected.backward([g]);

            Tensor Part(Tensor t) => rank == 0 ? t.narrow(0, 0, split) : t.narrow(0, split, shape[0] - split);
            var part = Part(x).clone().requires_grad_();
            var result = shared.call(part);
            result.backward([Part(g)]);
            worst = Math.Max(worst, Difference(result, Part(expected)));
            worst = Math.Max(worst, Difference(part.grad!, Part(whole.grad!)));
        }

        foreach (var (own, reference) in shared.parameters().Zip(alone.parameters()))
        {
            // The parts add up to the whole.
            var gradient = own.grad!;
            distributed.all_reduce(gradient);
            worst = Math.Max(worst, Difference(gradient, reference.grad!));
        }

        foreach (var (own, reference) in shared.buffers().Zip(alone.buffers()))
        {
            worst = Math.Max(worst, Difference(own.to(ScalarType.Float32), reference.to(ScalarType.Float32)));
        }

        Report(name, worst.ToString("G3", CultureInfo.InvariantCulture));
        Report($"{name}: text", shared.ToString());
    }

    private static double Difference(Tensor left, Tensor right) => left.numel() == 0 ? 0 : (left - right).abs().max().item<float>();
}
