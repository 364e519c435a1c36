using System.Collections;
using System.Globalization;
using TorchSharp.Modules;
using static Torchlight.Tests.Processes.RankProgram;
using static TorchSharp.torch.utils.data;

namespace Lightning.Tests;

/// <summary>A training shared by two processes that draw different numbers, whole or resumed in the midst of an accumulation window.</summary>
internal static class SharedResume
{
    internal static void Run(string folder, string mode)
    {
        var file = Path.Combine(folder, "mid.ckpt");
        var trainer = new Trainer(
            accelerator: "cpu",
            strategy: "ddp",
            devices: 2,
            max_epochs: 2,
            accumulate_grad_batches: 3,
            limit_val_batches: 0,
            logger: false,
            callbacks: mode == "whole" ? [new SaveAt(5, file)] : [],
            enable_checkpointing: false,
            enable_progress_bar: false,
            enable_model_summary: false);
        torch.manual_seed(1);
        var model = new Model();

        // From here on each process draws its own.
        torch.manual_seed((mode == "whole" ? 5 : 500) + trainer.global_rank);
        trainer.fit(model, ckpt_path: mode == "whole" ? null : file);
        using var random = torch.rand(1);
        Report($"weights of rank {trainer.global_rank}", string.Join(' ', model.parameters().SelectMany(parameter => parameter.detach().clone().data<float>().ToArray())
            .Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
        Report($"next number of rank {trainer.global_rank}", random.item<float>().ToString("R", CultureInfo.InvariantCulture));
        Report($"loss of rank {trainer.global_rank}", trainer.callback_metrics["loss_epoch"].item().ToString("R", CultureInfo.InvariantCulture));
        trainer.strategy.barrier();
    }

    internal sealed class Model : LightningModule<Tensor>
    {
        private int _steps;

        private readonly Linear _layer = torch.nn.Linear(4, 2);

        public Model() => RegisterComponents();

        internal bool Dropout { get; init; } = true;

        /// <summary>The step that fails; -1 for none.</summary>
        internal int FailsAt { get; init; } = -1;

        public override object? training_step(Tensor batch, int batch_idx)
        {
            if (_steps++ == FailsAt)
            {
                throw new InvalidDataException("the batch is rotten");
            }

            var output = _layer.call(batch);
            var loss = (Dropout ? torch.nn.functional.dropout(output, 0.5, training: true) : output).square().mean();
            log("loss", loss, on_step: true, on_epoch: true);
            return loss;
        }

        public override OptimizerConfig? configure_optimizers() => torch.optim.Adam(parameters(), 0.05);

        public override IEnumerable? train_dataloader() => DataLoader(new Rows(), batch_size: 2, shuffle: true);
    }

    private sealed class Rows : Dataset<Tensor>
    {
        public override long Count => 28;

        public override Tensor GetTensor(long index) => torch.full([4], index * 0.1f) + torch.rand([4], generator: torch.random.Current);
    }

    private sealed class SaveAt(int batches, string file) : Callback
    {
        private int _seen;

        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
        {
            if (++_seen == batches)
            {
                trainer.save_checkpoint(file);
            }
        }
    }
}
