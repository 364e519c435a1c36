using System.Collections;
using Lightning;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Aot;

/// <summary>The same network under the Trainer, with a callback that keeps the best checkpoint and a logger.</summary>
internal static class TrainerRun
{
    public static void Run(string folder)
    {
        manual_seed(4);
        using var scope = NewDisposeScope();
        var module = new Classifier();
        var checkpoints = new ModelCheckpoint(folder, "{epoch}", monitor: "val_loss");
        var trainer = new Trainer(
            accelerator: "cpu", max_epochs: 4, callbacks: [checkpoints], logger: new CSVLogger(folder), enable_progress_bar: false,
            enable_model_summary: false, default_root_dir: folder);
        trainer.fit(module);
        var accuracy = Digits.Accuracy(module.Network, module.Vectors, module.Labels);
        Checks.That(accuracy > 90, $"{accuracy:f1} % are right");

        var resumed = new Classifier();
        new Trainer(accelerator: "cpu", max_epochs: 5, logger: false, enable_checkpointing: false, enable_progress_bar: false,
            enable_model_summary: false, default_root_dir: folder).fit(resumed, ckpt_path: checkpoints.best_model_path);
        Checks.That(Digits.Accuracy(resumed.Network, module.Vectors, module.Labels) > 90, "a resumed run is as good");
        Checks.That(Directory.EnumerateFiles(folder, "metrics.csv", SearchOption.AllDirectories).Any(), "the metrics are written");
    }

    private sealed class Classifier : LightningModule<(Tensor, Tensor)>
    {
        private readonly Digits.Network network = new();

        public Classifier()
            : base("Classifier")
        {
            (Vectors, Labels) = Digits.Draw(256, seed: 2);
            RegisterComponents();
        }

        public Digits.Network Network => network;

        public Tensor Vectors { get; }

        public Tensor Labels { get; }

        public override Tensor? training_step((Tensor, Tensor) batch, int batch_idx)
        {
            var loss = nn.functional.cross_entropy(network.call(batch.Item1), batch.Item2);
            log("train_loss", loss);
            return loss;
        }

        public override object? validation_step((Tensor, Tensor) batch, int batch_idx)
        {
            log("val_loss", nn.functional.cross_entropy(network.call(batch.Item1), batch.Item2));
            return null;
        }

        public override OptimizerConfig? configure_optimizers() => optim.Adam(parameters(), 0.02);

        public override IEnumerable? train_dataloader() => utils.data.DataLoader(utils.data.TensorPairDataset(Vectors, Labels), batch_size: 32, shuffle: true);

        public override IEnumerable? val_dataloader() => utils.data.DataLoader(utils.data.TensorPairDataset(Vectors, Labels), batch_size: 64);
    }
}
