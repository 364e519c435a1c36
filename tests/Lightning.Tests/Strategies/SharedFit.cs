using System.Globalization;
using TorchSharp.Modules;
using static Torchlight.Tests.Processes.RankProgram;
using static TorchSharp.torch.utils.data;

namespace Lightning.Tests;

/// <summary>One training on 24 samples, seven validated and nine tested, run by one process or shared by two; what came of it is reported.</summary>
internal static class SharedFit
{
    internal const int Joint = 8;

    internal static Result Run(string folder, Strategy strategy, int devices, bool normalized = false)
    {
        L.seed_everything(7, verbose: false);
        var model = new Model(normalized);
        var checkpoint = new ModelCheckpoint(dirpath: folder, filename: "{epoch}-{val_loss:.4f}", monitor: "val_loss");
        var stopping = new EarlyStopping("val_loss", patience: 2, min_delta: 0.02);
        var trainer = new Trainer(
            accelerator: "cpu",
            strategy: strategy,
            devices: devices,
            max_epochs: 12,
            accumulate_grad_batches: 2,
            gradient_clip_val: 1.0,
            sync_batchnorm: normalized,
            num_sanity_val_steps: 1,
            log_every_n_steps: 1,
            logger: new CSVLogger(folder, name: "logs"),
            callbacks: [checkpoint, stopping],
            enable_progress_bar: false,
            enable_model_summary: false);
        trainer.fit(model, Loader(0, 24, Joint / devices), Loader(1, 7, 2));
        var tested = trainer.test(model, Loader(2, 9, 2), verbose: false);
        Report($"running mean of rank {trainer.global_rank}", model.RunningMean());
        var result = new Result(
            [.. model.parameters().SelectMany(parameter => parameter.detach().clone().data<float>().ToArray())],
            trainer.callback_metrics["val_loss"].item(),
            tested[0]["test_count"],
            tested[0]["test_loss"],
            trainer.current_epoch,
            checkpoint.best_model_path);
        Tell(trainer, model, result);
        return result;
    }

    internal static void Mismatch(int devices)
    {
        try
        {
            _ = new Trainer(accelerator: "cpu", strategy: "ddp", devices: devices);
            Report("made", devices);
        }
        catch (MisconfigurationException error)
        {
            Report("refused", error.Message);
        }
    }

    private static void Tell(Trainer trainer, Model model, Result result)
    {
        var rank = trainer.global_rank;
        Report($"weights of rank {rank}", string.Join(' ', result.Weights.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
        Report($"numbers of rank {rank}", string.Join(
            ' ', new[] { result.ValidationLoss, result.TestCount, result.TestLoss, result.Epochs }.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
        Report($"checkpoint of rank {rank}", result.Checkpoint);
        Report($"samples of rank {rank}", string.Join(' ', model.Seen.Order()));
        Report($"strategy of rank {rank}", $"{trainer.world_size} {trainer.strategy.broadcast(rank + 5, src: 1)} "
            + $"{trainer.strategy.reduce(torch.tensor(rank + 1.0), Reduce.Mean).item<double>()} "
            + $"{trainer.strategy.all_gather(torch.tensor(new[] { rank * 1f })).numel()} {trainer.strategy.reduce_boolean_decision(rank == 0, all: false)} "
            + $"{trainer.strategy.reduce_boolean_decision(rank == 0)} {torch.get_num_threads()}");
        trainer.print($"printed once, by rank {rank}");
        trainer.strategy.barrier();
    }

    private static DataLoader<(Tensor x, Tensor y)> Loader(int seed, int count, int batch)
    {
        using var generator = new Generator((ulong)(50 + seed), torch.CPU);
        var (x, y) = (torch.randn([count, 4], generator: generator), torch.randn([count, 1], generator: generator));
        return DataLoader(new Rows(x, y, seed), batch_size: batch);
    }

    /// <summary>What a training came to.</summary>
    internal sealed record Result(float[] Weights, double ValidationLoss, double TestCount, double TestLoss, int Epochs, string Checkpoint);

    private sealed class Rows(Tensor x, Tensor y, int seed) : Dataset<(Tensor x, Tensor y)>
    {
        public override long Count => x.shape[0];

        // The second input tells a sample from all others.
        public override (Tensor x, Tensor y) GetTensor(long index) => (torch.cat([x[index], torch.full([1], (100f * seed) + index)]), y[index]);
    }

    private sealed class Model : LightningModule<(Tensor x, Tensor y)>
    {
        private readonly Linear inner = torch.nn.Linear(4, 8);
        private readonly Linear outer = torch.nn.Linear(8, 1);

        // Watches the first layer, and answers for nothing unless asked to: what the processes measure differs.
        private readonly bool normalized;
        private readonly BatchNorm1d watcher = torch.nn.BatchNorm1d(8, affine: false);

        internal Model(bool normalized)
            : base("Shared")
        {
            this.normalized = normalized;
            RegisterComponents();
        }

        /// <summary>The numbers of the samples that were tested.</summary>
        internal List<int> Seen { get; } = [];

        internal string RunningMean() => string.Join(' ', watcher.running_mean!.data<float>().ToArray().Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

        public override Tensor training_step((Tensor x, Tensor y) batch, int batch_idx)
        {
            var loss = Loss(batch);
            log("train_loss", loss, sync_dist: true, on_step: true, on_epoch: true);
            return loss;
        }

        public override object? validation_step((Tensor x, Tensor y) batch, int batch_idx)
        {
            log("val_loss", Loss(batch), sync_dist: true);
            return null;
        }

        public override object? test_step((Tensor x, Tensor y) batch, int batch_idx)
        {
            Seen.AddRange(batch.x[.., 4].data<float>().ToArray().Select(number => (int)number));
            log("test_loss", Loss(batch), sync_dist: true);
            log("test_count", batch.x.shape[0], reduce_fx: "sum", sync_dist: true);
            return null;
        }

        public override OptimizerConfig configure_optimizers() => torch.optim.SGD(parameters(), 0.1, momentum: 0.9);

        private Tensor Loss((Tensor x, Tensor y) batch)
        {
            var hidden = torch.tanh(inner.call(batch.x[.., ..4]));
            var seen = watcher.call(normalized ? hidden : hidden.detach());
            return torch.nn.functional.mse_loss(outer.call(normalized ? seen : hidden), batch.y);
        }
    }
}
