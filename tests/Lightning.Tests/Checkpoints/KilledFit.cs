using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using TorchSharp.Modules;
using static Torchlight.Tests.Processes.RankProgram;
using static TorchSharp.torch.utils.data;

namespace Lightning.Tests;

/// <summary>
/// A training with everything in it that a resume can get wrong: shuffling, random augmentation in worker threads, dropout, accumulation with a short last
/// window, an average of the weights, OneCycle, validation within the epoch. It writes a checkpoint after each batch, and goes on from the newest one.
/// </summary>
internal static class KilledFit
{
    internal const int Epochs = 2;
    internal const int Samples = 150;
    internal const int BatchSize = 8;
    internal const int Batches = Epochs * ((Samples + BatchSize - 1) / BatchSize);

    /// <summary>Trains to the end, or to the death of the process; reports each batch, and at the end all that came of it.</summary>
    internal static void Run(string folder)
    {
        L.seed_everything(11, verbose: false);
        L.MessageSink = (severity, message) => Report(severity.ToString(), message);
        var model = new Model();
        var average = new Average();
        var checkpoint = new ModelCheckpoint(dirpath: folder, save_last: true, every_n_train_steps: 1);
        var trainer = new Trainer(
            accelerator: "cpu",
            max_epochs: Epochs,
            accumulate_grad_batches: 3,
            val_check_interval: 0.5,
            gradient_clip_val: 0.5,
            num_sanity_val_steps: 2,
            logger: false,
            callbacks: [average, new EveryBatch(folder), checkpoint],
            enable_progress_bar: false,
            enable_model_summary: false,
            default_root_dir: folder);
        trainer.fit(model, ckpt_path: "last");
        Report("weights", Digest([.. model.parameters()]));
        Report("average", Digest(average.Weights));
        Report("metrics", string.Join(' ', trainer.callback_metrics.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value.item().ToString("R", CultureInfo.InvariantCulture)}")));
        Report("steps", trainer.global_step);
    }

    private static string Digest(IReadOnlyList<Tensor> tensors)
    {
        using var scope = torch.NewDisposeScope();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tensor in tensors)
        {
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(tensor.detach().clone().data<float>().ToArray()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private sealed class Model : LightningModule<(Tensor x, Tensor y)>
    {
        private readonly Sequential _net = torch.nn.Sequential(
            torch.nn.Linear(6, 16), torch.nn.BatchNorm1d(16), torch.nn.ReLU(), torch.nn.Dropout(0.4), torch.nn.Linear(16, 1));

        public Model() => RegisterComponents();

        public override object? training_step((Tensor x, Tensor y) batch, int batch_idx)
        {
            var loss = torch.nn.functional.mse_loss(_net.call(batch.x), batch.y);
            log("loss", loss, on_step: true, on_epoch: true);
            return loss;
        }

        public override object? validation_step((Tensor x, Tensor y) batch, int batch_idx)
        {
            // Draws, as a careless validation may.
            log("val_loss", torch.nn.functional.mse_loss(_net.call(batch.x), batch.y) + torch.rand(1).squeeze());
            return null;
        }

        public override OptimizerConfig? configure_optimizers()
        {
            var optimizer = torch.optim.AdamW(parameters(), lr: 0.01);
            var steps = (int)trainer.estimated_stepping_batches;
            return (optimizer, new LRSchedulerConfig(torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.05, total_steps: steps), interval: "step"));
        }

        public override IEnumerable? train_dataloader() => DataLoader(new Rows(Samples, 1), batch_size: BatchSize, shuffle: true, num_workers: 2);

        public override IEnumerable? val_dataloader() => DataLoader(new Rows(20, 2), batch_size: BatchSize);
    }

    private sealed class Rows : Dataset<(Tensor x, Tensor y)>
    {
        private readonly Tensor _x;
        private readonly Tensor _y;

        public Rows(int count, int seed)
        {
            using var generator = new Generator((ulong)seed, torch.CPU);
            _x = torch.randn([count, 6], generator: generator);
            _y = _x.sum(1, keepdim: true);
        }

        public override long Count => _x.shape[0];

        public override (Tensor x, Tensor y) GetTensor(long index) => (_x[index] + (torch.randn([6], generator: torch.random.Current) * 0.1), _y[index].clone());
    }

    /// <summary>An exponential moving average of the weights, which lives in the checkpoint.</summary>
    private sealed class Average : Callback
    {
        private List<Tensor> _weights = [];

        internal IReadOnlyList<Tensor> Weights => _weights;

        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
        {
            using var guard = torch.no_grad();
            var current = pl_module.parameters().ToList();
            if (_weights.Count == 0)
            {
                _weights = current.ConvertAll(parameter => parameter.detach().clone().DetachFromDisposeScope());
            }

            foreach (var (average, now) in _weights.Zip(current))
            {
                average.mul_(0.9).add_(now, alpha: 0.1);
            }
        }

        public override Dictionary<string, object?> state_dict() => new() { ["weights"] = _weights.ConvertAll(tensor => (object?)tensor) };

        public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict) =>
            _weights = [.. ((IReadOnlyList<object?>)state_dict["weights"]!).Select(tensor => ((Tensor)tensor!).clone().DetachFromDisposeScope())];
    }

    /// <summary>Writes a checkpoint after each batch too, in the midst of accumulation windows, and says where it is.</summary>
    private sealed class EveryBatch(string folder) : Callback
    {
        public override int Order => CheckpointOrder;

        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
        {
            Report($"batch {(trainer.current_epoch * Batches / Epochs) + batch_idx}", "trained");
            trainer.save_checkpoint(Path.Combine(folder, "last-batch.ckpt"));
        }
    }
}
