using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static Torchlight.Tests.Processes.RankProgram;
using static TorchSharp.torch;

namespace Bindings.Tests.Distributed;

/// <summary>Two ranks train on halves of a batch; each also computes what one process gets from the whole.</summary>
internal static class DataParallelScenario
{
    internal static void Run()
    {
        distributed.init_process_group("gloo", timeout: TimeSpan.FromSeconds(60));
        var rank = distributed.get_rank();
        Gradients(rank, "gradients", find_unused: false, as_view: false, bucket_cap_mb: 25);
        Gradients(rank, "small buckets", find_unused: false, as_view: false, bucket_cap_mb: 0.0001);
        Gradients(rank, "bucket views", find_unused: false, as_view: true, bucket_cap_mb: 25);
        Gradients(rank, "searching", find_unused: true, as_view: false, bucket_cap_mb: 25);
        Unused(rank);
        Accumulation(rank);
        Buffers(rank);
        Mismatch(rank);
        distributed.barrier();
        distributed.destroy_process_group();
    }

    /// <summary>Three steps with an optimizer: the parameters of a copy that sees whole batches stay the same.</summary>
    private static void Gradients(int rank, string name, bool find_unused, bool as_view, double bucket_cap_mb)
    {
        using var scope = NewDisposeScope();

        // Rank 1 starts from other weights: the wrapper has to bring rank 0's.
        var (alone, shared) = (Network(seed: 1), Network(seed: 1 + rank));
        var parallel = nn.parallel.DistributedDataParallel(
            shared, find_unused_parameters: find_unused, gradient_as_bucket_view: as_view, bucket_cap_mb: bucket_cap_mb);
        using var one = optim.SGD(alone.parameters(), 0.1, momentum: 0.9);
        using var two = optim.SGD(parallel.parameters(), 0.1, momentum: 0.9);
        var worst = 0.0;
        for (var step = 0; step < 3; step++)
        {
            var (x, y) = Batch(step);
            Backward(alone, one, x, y);
            Backward(parallel, two, x.narrow(0, rank * 8, 8), y.narrow(0, rank * 8, 8));
            worst = Math.Max(worst, Difference(alone, shared, gradients: true));
            one.step();
            two.step();
            worst = Math.Max(worst, Difference(alone, shared, gradients: false));
        }

        Report(name, worst.ToString("G3", CultureInfo.InvariantCulture));
        Report($"{name}: keys", string.Join(' ', parallel.state_dict().Keys));
    }

    private static void Unused(int rank)
    {
        var branches = new Branches();
        var parallel = nn.parallel.DistributedDataParallel(branches, find_unused_parameters: true);
        parallel.call(torch.ones([1, 2]), rank == 0).sum().backward();
        Report("unused", $"{branches.first.weight!.grad is not null} {branches.second.weight!.grad is not null}");
    }

    private static void Accumulation(int rank)
    {
        using var scope = NewDisposeScope();
        var (alone, shared) = (Network(seed: 3), Network(seed: 3));
        var parallel = nn.parallel.DistributedDataParallel(shared);
        using (parallel.no_sync())
        {
            Loss(parallel, Batch(0), rank).backward();
        }

        Report("not yet averaged", Agree(shared.parameters().First().grad!));
        Loss(parallel, Batch(1), rank).backward();
        foreach (var batch in new[] { Batch(0), Batch(1) })
        {
            nn.functional.mse_loss(alone.call(batch.x), batch.y).backward();
        }

        Report("accumulated", Difference(alone, shared, gradients: true).ToString("G3", CultureInfo.InvariantCulture));
    }

    private static void Buffers(int rank)
    {
        var norm = nn.BatchNorm1d(2);
        var parallel = nn.parallel.DistributedDataParallel(nn.Sequential(("norm", norm)));
        for (var step = 0; step < 3; step++)
        {
            parallel.call(torch.full([4, 2], rank + step + 1f)).sum().backward();
        }

        // What rank 1 sees before the next pass are its own; with the pass come rank 0's.
        Report("buffers differ", Agree(norm.running_mean!));
        using (no_grad())
        {
            parallel.eval();
            parallel.call(torch.ones([4, 2]));
        }

        Report("buffers agree", Agree(norm.running_mean!));
    }

    private static void Mismatch(int rank)
    {
        var error = Assert.ThrowsAny<TorchException>(() => nn.parallel.DistributedDataParallel(nn.Linear(2, 2 + rank)));
        Report("mismatch", error.Message.ReplaceLineEndings(" "));
        Report("frozen", Assert.Throws<ArgumentException>(() =>
        {
            var frozen = nn.Linear(2, 2);
            frozen.requires_grad_(false);
            nn.parallel.DistributedDataParallel(frozen);
        }).Message);
    }

    private static Sequential Network(int seed)
    {
        using var _ = manual_seed(seed);
        return nn.Sequential(("in", nn.Linear(6, 32)), ("act", nn.Tanh()), ("mid", nn.Linear(32, 32)), ("out", nn.Linear(32, 3)));
    }

    private static (Tensor x, Tensor y) Batch(int step)
    {
        using var generator = new Generator((ulong)(100 + step), CPU);
        return (torch.randn([16, 6], generator: generator), torch.randn([16, 3], generator: generator));
    }

    private static Tensor Loss(nn.Module<Tensor, Tensor> network, (Tensor x, Tensor y) batch, int rank) =>
        nn.functional.mse_loss(network.call(batch.x.narrow(0, rank * 8, 8)), batch.y.narrow(0, rank * 8, 8));

    private static void Backward(nn.Module<Tensor, Tensor> network, optim.Optimizer optimizer, Tensor x, Tensor y)
    {
        optimizer.zero_grad();
        nn.functional.mse_loss(network.call(x), y).backward();
    }

    private static double Difference(nn.Module left, nn.Module right, bool gradients) => left.parameters().Zip(right.parameters())
        .Max(pair => (gradients ? pair.First.grad! - pair.Second.grad! : pair.First - pair.Second).abs().max().item<float>());

    /// <summary>Whether all ranks hold the same tensor.</summary>
    private static bool Agree(Tensor tensor)
    {
        Tensor[] all = [torch.zeros_like(tensor), torch.zeros_like(tensor)];
        distributed.all_gather(all, tensor.detach());
        return all[0].eq(all[1]).all().item<bool>();
    }

    /// <summary>Two layers of which a pass uses one.</summary>
    private sealed class Branches : nn.Module<Tensor, bool, Tensor>
    {
        internal readonly Linear first = nn.Linear(2, 1);
        internal readonly Linear second = nn.Linear(2, 1);

        internal Branches()
            : base(nameof(Branches)) => RegisterComponents();

        public override Tensor forward(Tensor input, bool both) => both ? first.call(input) + second.call(input) : first.call(input);
    }
}
