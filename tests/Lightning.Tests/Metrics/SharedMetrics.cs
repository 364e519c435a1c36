using System.Collections;
using System.Globalization;
using Lightning.Metrics;
using static Torchlight.Tests.Processes.RankProgram;

namespace Lightning.Tests.Metrics;

/// <summary>A test run with logged metric objects, by one process or by two; the second has no batch of the last loader.</summary>
internal static class SharedMetrics
{
    internal static void Run(Strategy strategy, int devices)
    {
        foreach (var entry in Results(strategy, devices))
        {
            Report(entry.Key, entry.Value.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    internal static SortedDictionary<string, double> Results(Strategy strategy, int devices)
    {
        var trainer = new Trainer(
            accelerator: "cpu", strategy: strategy, devices: devices, logger: false, enable_checkpointing: false, enable_progress_bar: false, enable_model_summary: false);
        var results = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var result in trainer.test(new Model(), verbose: false))
        {
            foreach (var (name, value) in result)
            {
                results[name] = value;
            }
        }

        return results;
    }

    private sealed class Model : BoringModel
    {
        private readonly MeanSquaredError error = new();
        private readonly MetricCollection first = new(
            [new Accuracy("binary"), new F1Score("binary"), new AUROC("binary")], prefix: "test_");
        private readonly MeanMetric last = new();

        public Model() => RegisterComponents();

        public override object? test_step(Tensor batch, int batch_idx, int dataloader_idx)
        {
            if (dataloader_idx == 1)
            {
                last.update(batch);
                log("last", last);
                return null;
            }

            var preds = batch.select(1, 0).sigmoid();
            var target = batch.select(1, 1).gt(0).to(ScalarType.Int64);
            error.forward(preds, target.to(preds.dtype));
            first.update(preds, target);
            log("error", error);
            log_dict(first);
            return null;
        }

        public override IEnumerable? test_dataloader() => new CombinedLoader(
            torch.utils.data.DataLoader(new Rows(13), 4), torch.utils.data.DataLoader(new Rows(1), 4));
    }

    private sealed class Rows(int count) : torch.utils.data.Dataset<Tensor>
    {
        public override long Count => count;

        public override Tensor GetTensor(long index)
        {
            using var generator = new Generator((ulong)index + 3, torch.CPU);
            return torch.randn([32], generator: generator);
        }
    }
}
