using System.Collections;
using Lightning;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Aot;

/// <summary>A command line: constructors are read, classes found by name, and a fit is run.</summary>
internal static class CommandLineRun
{
    public static void Run(string folder)
    {
        string[] line =
        [
            "fit", "--model.outputs=3", "--model.sizes=[1,2]", "--model.shape=Square", "--model.shape.side=2", "--optimizer=Adam", "--optimizer.lr=0.01",
            "--trainer.callbacks+=EarlyStopping", "--trainer.callbacks.monitor=loss", "--trainer.callbacks.check_on_train_epoch_end=true", "--trainer.max_epochs=1",
            "--trainer.accelerator=cpu", "--trainer.enable_progress_bar=false", "--trainer.enable_model_summary=false", "--trainer.logger=false",
            "--trainer.enable_checkpointing=false", $"--trainer.default_root_dir={Path.Combine(folder, "line")}",
        ];
        var cli = new Line(line);
        Checks.That(cli.trainer.global_step == 4, "four batches were trained");
        Checks.That(cli.model.Area == 4 && cli.model.Sizes.SequenceEqual([1, 2]), "the arguments are the line's");
        Checks.That(new Line(["fit", "--config", Path.Combine(folder, "line", "config.yaml"), $"--trainer.default_root_dir={Path.Combine(folder, "again")}"]).trainer.global_step == 4, "the saved configuration runs");
        try
        {
            _ = new Line([.. line, "--trainer.max_epoch=1"]);
            Checks.That(false, "an unknown option is refused");
        }
        catch (CommandLineException exception)
        {
            Checks.That(exception.Message.Contains("Did you mean --trainer.max_epochs?", StringComparison.Ordinal), "the nearest option is named");
        }
    }

    private sealed class Line(string[] args) : LightningCLI<Net>(args)
    {
        // Compiled ahead of time, what is named on the line is registered.
        protected override void add_arguments_to_parser(LightningArgumentParser parser) => parser.add_class<Square>();
    }

    private interface IShape
    {
        double Area { get; }
    }

    private sealed class Square(double side) : IShape
    {
        public double Area => side * side;
    }

    private sealed class Net : LightningModule<Tensor>
    {
        private readonly TorchSharp.Modules.Linear layer;

        public Net(int outputs, int[] sizes, IShape? shape = null)
        {
            (layer, Sizes, Area) = (nn.Linear(4, outputs), sizes, shape?.Area ?? 0);
            RegisterComponents();
        }

        public int[] Sizes { get; }

        public double Area { get; }

        public override Tensor training_step(Tensor batch, int batch_idx)
        {
            var loss = layer.call(batch).pow(2).mean();
            log("loss", loss);
            return loss;
        }

        public override IEnumerable train_dataloader() => Enumerable.Range(0, 4).Select(_ => randn(2, 4)).ToList();
    }
}
