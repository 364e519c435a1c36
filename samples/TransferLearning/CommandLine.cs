using System.CommandLine;

namespace TransferLearning;

/// <summary>The options of the program, their bounds, and their help.</summary>
internal static class CommandLine
{
    /// <summary>Reads the arguments and runs the program; answers the exit code: 0, or 2 where the arguments are wrong.</summary>
    public static int Run(string[] arguments, Func<Settings, int> program)
    {
        var fallback = new Settings();
        var data = new Option<string?>("--data") { Description = "folder with one folder of pictures per class (default: a data set is drawn)" };
        var epochs = Number("--epochs", "passes over the target pictures when fine-tuning", fallback.Epochs, 2);
        var batch = Number("--batch-size", "pictures per step", fallback.BatchSize, 2);
        var rate = new Option<double>("--learning-rate")
        {
            Description = "highest learning rate of the backbone when fine-tuning",
            DefaultValueFactory = _ => fallback.LearningRate,
        };
        var size = Number("--image-size", "width and height at which pictures enter the network", fallback.ImageSize, 32);
        var output = new Option<string>("--output") { Description = "where each run leaves its folder", DefaultValueFactory = _ => fallback.Output };
        var seed = Number("--seed", "decides pictures, splits, first weights and augmentation", fallback.Seed, 0);
        var workers = Number("--workers", "threads that read and augment pictures", fallback.Workers, 0);
        var weights = new Option<string?>("--weights")
        {
            Description = "checkpoint of the backbone, such as resnet18-f37072fd.pth (default: one is trained on other drawn classes)",
        };
        var backbone = new Option<string>("--backbone")
        {
            Description = string.Join(", ", Training.Backbone.Names),
            DefaultValueFactory = _ => fallback.Backbone,
        };
        var pretrain = Number("--pretrain-epochs", "passes over the source pictures when the backbone is trained here", fallback.PretrainEpochs, 1);
        var fresh = new Option<bool>("--fresh") { Description = "draw the pictures and train the backbone again" };
        backbone.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Training.Backbone.Names.Contains(result.Tokens[0].Value))
            {
                result.AddError($"--backbone is '{result.Tokens[0].Value}'; there are {string.Join(", ", Training.Backbone.Names)}.");
            }
        });
        rate.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, out var value) && value is not (> 0 and <= 1))
            {
                result.AddError($"--learning-rate is {value}; it must be above 0 and at most 1.");
            }
        });

        var root = new RootCommand("Fine-tunes an image classifier on a folder of pictures and shows what transfer is worth.")
        {
            data, epochs, batch, rate, size, output, seed, workers, weights, backbone, pretrain, fresh,
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
            Weights = parsed.GetValue(weights),
            Backbone = parsed.GetValue(backbone)!,
            PretrainEpochs = parsed.GetValue(pretrain),
            Fresh = parsed.GetValue(fresh),
        }));

        var parse = root.Parse(arguments);
        if (parse.Errors.Count == 0)
        {
            return parse.Invoke();
        }

        Console.Error.WriteLine($"error: {parse.Errors[0].Message} (--help lists the options)");
        return 2;
    }

    private static Option<int> Number(string name, string description, int fallback, int least)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && value < least)
            {
                result.AddError($"{name} is {value}; the least is {least}.");
            }
        });
        return option;
    }
}
