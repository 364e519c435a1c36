using System.CommandLine;
using Reporting;

namespace SoundClassification;

/// <summary>The options of the program, their bounds, and their help.</summary>
internal static class CommandLine
{
    /// <summary>Reads the arguments and runs the program; answers the exit code: 0, or 2 where the arguments are wrong.</summary>
    public static int Run(string[] arguments, Func<Settings, int> program)
    {
        var fallback = new Settings();
        var data = new Option<string?>("--data")
        {
            Description = "folder with one folder of sounds per class, or with files named {label}_{speaker}_{index}.wav (default: sounds are synthesized)",
        };
        var epochs = Options.Number("--epochs", "passes over the training sounds", fallback.Epochs, 1);
        var batch = Options.Number("--batch-size", "sounds per step", fallback.BatchSize, 2);
        var rate = Options.Positive("--learning-rate", "highest learning rate", fallback.LearningRate, 1);
        var frames = Options.Number("--sample-rate", "frames per second in the network (default: as most files have, at most 16000)", 0, 0);
        var seconds = new Option<double>("--seconds") { Description = "length of a sound in the network (default: what 19 of 20 fit into, at most 4)" };
        seconds.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, out var value) && !(value is >= 0.1 and <= 60))
            {
                result.AddError($"--seconds is {value}; it must be from 0.1 to 60.");
            }
        });
        var each = Options.Number("--per-class", "sounds of each class that are synthesized", fallback.PerClass, 10);
        var output = Options.Output(fallback.Output);
        var seed = Options.Number("--seed", "decides sounds, splits, first weights and augmentation", fallback.Seed, 0);
        var workers = Options.Number("--workers", "threads that read sounds", fallback.Workers, 0);
        var threads = Options.Threads();
        var fresh = new Option<bool>("--fresh") { Description = "synthesize the sounds again" };

        var root = new RootCommand("Trains a classifier of sounds on a folder of them and shows what it hears.")
        {
            data, epochs, batch, rate, frames, seconds, each, output, seed, workers, threads, fresh,
        };
        root.SetAction(parsed => program(new Settings
        {
            Data = parsed.GetValue(data),
            Epochs = parsed.GetValue(epochs),
            BatchSize = parsed.GetValue(batch),
            LearningRate = parsed.GetValue(rate),
            SampleRate = parsed.GetValue(frames),
            Seconds = parsed.GetValue(seconds),
            PerClass = parsed.GetValue(each),
            Output = parsed.GetValue(output)!,
            Seed = parsed.GetValue(seed),
            Workers = parsed.GetValue(workers),
            Threads = parsed.GetValue(threads),
            Fresh = parsed.GetValue(fresh),
        }));
        return Options.Run(root, arguments);
    }
}
