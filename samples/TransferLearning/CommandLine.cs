using System.CommandLine;
using Reporting;

namespace TransferLearning;

/// <summary>The options of the program, their bounds, and their help.</summary>
internal static class CommandLine
{
    /// <summary>Reads the arguments and runs the program; answers the exit code: 0, or 2 where the arguments are wrong.</summary>
    public static int Run(string[] arguments, Func<Settings, int> program)
    {
        var fallback = new Settings();
        var data = new Option<string?>("--data") { Description = "folder with one folder of pictures per class (default: a data set is drawn)" };
        var epochs = Options.Number("--epochs", "passes over the target pictures when fine-tuning", fallback.Epochs, 2);
        var batch = Options.Number("--batch-size", "pictures per step", fallback.BatchSize, 2);
        var rate = Options.Positive("--learning-rate", "highest learning rate of the backbone when fine-tuning", fallback.LearningRate, 1);
        var size = Options.Number("--image-size", "width and height at which pictures enter the network", fallback.ImageSize, 32);
        var output = Options.Output(fallback.Output);
        var seed = Options.Number("--seed", "decides pictures, splits, first weights and augmentation", fallback.Seed, 0);
        var workers = Options.Number("--workers", "threads that read and augment pictures", fallback.Workers, 0);
        var threads = Options.Threads();
        var devices = Options.Number("--devices", "processes that train, each on its share of every step's pictures", fallback.Devices, 1);
        var strategy = Options.Choice("--strategy", fallback.Strategy, ["auto", "ddp"]);
        var weights = new Option<string?>("--weights")
        {
            Description = "checkpoint of the backbone, such as resnet18-f37072fd.pth (default: one is trained on other drawn classes)",
        };
        var backbone = Options.Choice("--backbone", fallback.Backbone, Training.Backbone.Names);
        var pretrain = Options.Number("--pretrain-epochs", "passes over the source pictures when the backbone is trained here", fallback.PretrainEpochs, 1);
        var fresh = new Option<bool>("--fresh") { Description = "draw the pictures and train the backbone again" };

        var root = new RootCommand("Fine-tunes an image classifier on a folder of pictures and shows what transfer is worth.")
        {
            data, epochs, batch, rate, size, output, seed, workers, threads, devices, strategy, weights, backbone, pretrain, fresh,
        };
        root.SetAction(parsed => program(new Settings
        {
            Data = parsed.GetValue(data),
            Epochs = parsed.GetValue(epochs),
            BatchSize = parsed.GetValue(batch),
            LearningRate = parsed.GetValue(rate),
            ImageSize = parsed.GetValue(size),
            Output = parsed.GetValue(output)!,
            Seed = parsed.GetValue(seed),
            Workers = parsed.GetValue(workers),
            Threads = parsed.GetValue(threads),
            Devices = parsed.GetValue(devices),
            Strategy = parsed.GetValue(strategy)!,
            Weights = parsed.GetValue(weights),
            Backbone = parsed.GetValue(backbone)!,
            PretrainEpochs = parsed.GetValue(pretrain),
            Fresh = parsed.GetValue(fresh),
        }));
        return Options.Run(root, arguments);
    }
}
