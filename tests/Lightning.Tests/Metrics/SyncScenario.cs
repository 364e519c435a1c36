using System.Globalization;
using Lightning.Metrics;
using static Torchlight.Tests.Processes.RankProgram;

namespace Lightning.Tests.Metrics;

/// <summary>Metrics of every kind of state over shares of unequal size, one of which may be empty; each rank reports what it computes, and what is its own after it.</summary>
internal static class SyncScenario
{
    /// <summary>How many of the joint samples each of two ranks has, batch by batch.</summary>
    internal static readonly int[][] Shares = [[5, 1, 7], [4]];

    internal static void Run()
    {
        torch.distributed.init_process_group("gloo", timeout: TimeSpan.FromSeconds(60));
        var rank = torch.distributed.get_rank();
        foreach (var (name, metric) in Made())
        {
            Feed(metric, rank);
            Report($"joint {name}", Text(metric));
            metric.sync_on_compute = false;
            Report($"own {name}", Text(metric));
        }

        foreach (var (name, metric) in Made())
        {
            if (rank == 0)
            {
                Feed(metric, 0);
            }

            Report($"half empty {name}", Text(metric));
        }

        using var stepped = new MeanSquaredError { dist_sync_on_step = true };
        Report("step", Text(stepped.forward(torch.full([rank + 1], rank + 1.0), torch.zeros(rank + 1))));
        Report("step total", Text(stepped.compute()));
        using var collection = Collection();
        foreach (var (preds, target) in Batches(rank))
        {
            collection.update(preds, target);
        }

        Report("collection", string.Join(' ', collection.compute().Select(entry => $"{entry.Key}={Text(entry.Value)}")));
        using var wrapped = new MinMaxMetric(new MeanSquaredError());
        if (rank == 0)
        {
            // What one process asks of its batch the others need not hear of.
            wrapped.forward(torch.ones(1), torch.zeros(1));
        }

        Report("wrapped", Text(wrapped.compute()["raw"]));
        wrapped.update(torch.full([rank + 1], rank + 1.0), torch.zeros(rank + 1));
        Report("wrapped later", string.Join(' ', wrapped.compute().Values.Select(Text)));
        stepped.sync();
        Report("synced", $"{stepped.is_synced} {stepped.update_count}");
        stepped.unsync();
        Report("unsynced", $"{stepped.is_synced} {stepped.update_count}");
        torch.distributed.destroy_process_group();
    }

    internal static MetricCollection Collection() => new(
        [new Lightning.Metrics.Precision("multiclass", num_classes: 3, average: "macro"), new Recall("multiclass", num_classes: 3, average: "macro"), new ConfusionMatrixTrace()]);

    internal static IEnumerable<(string Name, Metric<Tensor, Tensor, Tensor> Metric)> Made() =>
    [
        ("sums", new Accuracy("multiclass", num_classes: 3)),
        ("matrix", new ConfusionMatrix("multiclass", num_classes: 3)),
        ("lists", new AUROC("multiclass", num_classes: 3)),
        ("bins", new AUROC("multiclass", thresholds: 7, num_classes: 3)),
        ("merging", new ByFirstScore(new PearsonCorrCoef())),
        ("ranks", new ByFirstScore(new SpearmanCorrCoef())),
        ("means", new ByFirstScore(new Averaged("mean"))),
        ("largest", new ByFirstScore(new Averaged("max"))),
        ("smallest", new ByFirstScore(new Averaged("min"))),
        ("window", new Running(new AUROC("multiclass", num_classes: 3), window: 6)),
        ("boxes", new Detected()),
    ];

    internal static void Feed(Metric<Tensor, Tensor, Tensor> metric, int rank)
    {
        foreach (var (preds, target) in Batches(rank))
        {
            metric.update(preds, target);
        }
    }

    /// <summary>The joint samples in the order of the ranks, or one rank's part of them.</summary>
    internal static IEnumerable<(Tensor Preds, Tensor Target)> Batches(int? rank)
    {
        using var generator = new Generator(5, torch.CPU);
        var count = Shares.Sum(share => share.Sum());
        var (scores, labels) = (torch.rand([count, 3], generator: generator).mul(10).round().div(10), torch.randint(0, 3, [count], generator: generator));
        var start = 0;
        for (var owner = 0; owner < Shares.Length; owner++)
        {
            foreach (var size in Shares[owner])
            {
                if (rank is null || rank == owner)
                {
                    yield return (scores[start..(start + size)], labels[start..(start + size)]);
                }

                start += size;
            }
        }
    }

    internal static string Text(Metric<Tensor, Tensor, Tensor> metric) => Text(metric.compute());

    internal static string Text(Tensor value) =>
        string.Join(' ', value.to(ScalarType.Float64).flatten().data<double>().ToArray().Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Numbers out of classification's arguments: the first class's score against the label.</summary>
    private sealed class ByFirstScore : Metric<Tensor, Tensor, Tensor>
    {
        private readonly Metric<Tensor, Tensor, Tensor> inner;

        public ByFirstScore(Metric<Tensor, Tensor, Tensor> inner)
            : base("ByFirstScore")
        {
            this.inner = inner;
            register_module(nameof(inner), inner);
        }

        protected override void Update(Tensor preds, Tensor target) => inner.update(preds.select(1, 0), target.to(preds.dtype));

        protected override Tensor Compute()
        {
            inner.sync_on_compute = sync_on_compute;
            return inner.compute();
        }
    }

    /// <summary>One box in each picture, as large as the scores say.</summary>
    private sealed class Detected : Metric<Tensor, Tensor, Tensor>
    {
        private readonly MeanAveragePrecision inner = new();

        public Detected()
            : base("Detected") => register_module(nameof(inner), inner);

        protected override void Update(Tensor preds, Tensor target)
        {
            var rows = Enumerable.Range(0, (int)preds.size(0)).ToArray();
            inner.update(
                [.. rows.Select(i => new Dictionary<string, Tensor>
                {
                    ["boxes"] = torch.cat([torch.zeros(2), preds[i, ..2].mul(10).add(20)], 0).unsqueeze(0), ["scores"] = preds[i, 2..], ["labels"] = target[i..(i + 1)],
                })],
                [.. rows.Select(i => new Dictionary<string, Tensor> { ["boxes"] = torch.tensor(new float[,] { { 0, 0, 26, 26 } }), ["labels"] = target[i..(i + 1)] })]);
        }

        protected override Tensor Compute()
        {
            var value = inner.compute();
            return torch.stack([value["map"], value["map_75"], value["mar_1"]], 0);
        }
    }

    private sealed class Averaged : Metric<Tensor, Tensor, Tensor>
    {
        private readonly string _reduction;

        public Averaged(string reduction)
            : base("Averaged")
        {
            _reduction = reduction;
            add_state("value", reduction switch { "max" => double.NegativeInfinity, "min" => double.PositiveInfinity, _ => 0 }, reduction);
        }

        protected override void Update(Tensor preds, Tensor target)
        {
            var own = Get("value");
            var (batch, before) = (preds.to(ScalarType.Float64), update_count - 1);
            Set("value", _reduction switch
            {
                "max" => torch.maximum(own, batch.max()),
                "min" => torch.minimum(own, batch.min()),
                _ => own.mul(before).add(batch.mean()).div(before + 1),
            });
        }

        protected override Tensor Compute() => Get("value").clone();
    }

    private sealed class ConfusionMatrixTrace : Metric<Tensor, Tensor, Tensor>
    {
        public ConfusionMatrixTrace()
            : base("ConfusionMatrixTrace") => add_state("right", 0, "sum");

        protected override void Update(Tensor preds, Tensor target) => Add("right", preds.argmax(1).eq(target).sum());

        protected override Tensor Compute() => Get("right").clone();
    }
}
