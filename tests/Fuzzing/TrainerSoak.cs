using System.Collections;
using System.Diagnostics;
using System.Text;
using Lightning;
using Spectre.Console;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Fuzzing;

/// <summary>
/// A long fit whose user code disposes nothing, with metrics logged in each step, loggers, the progress bar, validation and checkpoints: what the process holds
/// must not grow.
/// </summary>
internal static class TrainerSoak
{
    private const int StepsOfAnEpoch = 1_000;

    /// <summary>Trains so many steps; returns 0 if memory was flat.</summary>
    public static int Run(int steps)
    {
        torch.manual_seed(1);
        var folder = Directory.CreateTempSubdirectory("torchlight-trainer-");
        try
        {
            var start = Stopwatch.StartNew();
            var watch = new Watch(steps);
            new Trainer(
                accelerator: "cpu", max_steps: steps, limit_val_batches: 5, default_root_dir: folder.FullName, enable_model_summary: false,
                logger: [new TensorBoardLogger(folder.FullName), new CSVLogger(folder.FullName, name: "csv")],
                callbacks: [watch, new ProgressBar(console: NullTerminal.Console()), new LearningRateMonitor()]).fit(new Model());
            Console.WriteLine($"{steps} steps in {start.Elapsed.TotalMinutes:0.0} minutes: {watch.Memory}; {Tensor.TotalCount} tensors not collected yet");
            return watch.Memory.Flat ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Watch(int steps) : Callback
    {
        internal MemoryWatch Memory { get; } = new();

        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
        {
            if (trainer.global_step % 100 != 0)
            {
                return;
            }

            var held = Memory.Look((double)trainer.global_step / steps);
            if (trainer.global_step % (steps / 10) == 0)
            {
                Console.WriteLine($"{trainer.global_step,8} steps  {held >> 20,5} MB, {Tensor.TotalCount} tensors not collected yet");
            }
        }
    }

    private sealed class Model : LightningModule<(Tensor x, Tensor y)>
    {
        private readonly Sequential net = nn.Sequential(nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10));

        public Model()
            : base(nameof(Model)) => RegisterComponents();

        public override Tensor training_step((Tensor x, Tensor y) batch, int batch_idx)
        {
            var scores = net.call(batch.x);
            var loss = nn.functional.cross_entropy(scores, batch.y);
            var right = scores.argmax(1).eq(batch.y).to(ScalarType.Float32).mean();
            log("loss", loss, prog_bar: true, on_step: true, on_epoch: true);
            log("accuracy", right, prog_bar: true, on_step: true, on_epoch: true);
            log("largest", scores.abs().max(), prog_bar: true, reduce_fx: "max");
            return loss;
        }

        public override object? validation_step((Tensor x, Tensor y) batch, int batch_idx)
        {
            var loss = nn.functional.cross_entropy(net.call(batch.x), batch.y);
            log("val_loss", loss, prog_bar: true);
            return loss;
        }

        public override OptimizerConfig configure_optimizers()
        {
            var optimizer = optim.Adam(parameters());
            return new OptimizerConfig([optimizer], [new LRSchedulerConfig(optim.lr_scheduler.StepLR(optimizer, 1000, 0.99), interval: "step")]);
        }

        public override IEnumerable train_dataloader() => Batches(StepsOfAnEpoch);

        public override IEnumerable val_dataloader() => Batches(5);

        private static IEnumerable<(Tensor, Tensor)> Batches(int count)
        {
            for (var i = 0; i < count; i++)
            {
                yield return (torch.randn(64, 128), torch.randint(0, 10, [64]));
            }
        }
    }

    /// <summary>A terminal that shows nothing: all of the bar's code runs.</summary>
    private sealed class NullTerminal : IAnsiConsoleOutput
    {
        public TextWriter Writer => TextWriter.Null;

        public bool IsTerminal => true;

        public int Width => 120;

        public int Height => 40;

        public void SetEncoding(Encoding encoding)
        {
        }

        internal static IAnsiConsole Console() => AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.TrueColor, Interactive = InteractionSupport.Yes, Out = new NullTerminal(),
        });
    }
}
