using System.CommandLine;
using Reporting;

namespace SentimentAnalysis;

/// <summary>The options of the program, their bounds, and their help.</summary>
internal static class CommandLine
{
    /// <summary>Reads the arguments and runs the program; answers the exit code: the program's, or 2 where the arguments are wrong.</summary>
    public static int Run(string[] arguments, Func<Settings, int> program)
    {
        var fallback = new Settings();
        var data = new Option<string?>("--data")
        {
            Description = "folder with a folder or a file of texts per class, or a CSV or TSV file with columns text and label (default: sentences are made)",
        };
        var encoding = Options.Choice("--encoding", fallback.Encoding, Training.Texts.Encodings);
        var vectors = new Option<string?>("--vectors")
        {
            Description = "file with a word and its vector on each line, such as glove.6B.100d.txt or wiki.en.vec (default: vectors are learnt)",
        };
        var epochs = Options.Number("--epochs", "most passes over the training texts", fallback.Epochs, 1);
        var batch = Options.Number("--batch-size", "texts per step", fallback.BatchSize, 1);
        var rate = Options.Positive("--learning-rate", "learning rate of the network", fallback.LearningRate, 1);
        var dimension = Options.Number("--dimension", "numbers in a word's vector, where no --vectors are given", fallback.Dimension, 1);
        var ngrams = Options.Number("--ngrams", "tokens in the longest n-grams that are weighed; 0 for none", fallback.Ngrams, 0);
        var output = Options.Output(fallback.Output);
        var seed = Options.Number("--seed", "decides made sentences, the split, first weights and the order of the texts", fallback.Seed, 0);
        var threads = Options.Threads();

        var root = new RootCommand("Trains a classifier of texts, by sentiment or any other label, and reports on it.")
        {
            data, encoding, vectors, epochs, batch, rate, dimension, ngrams, output, seed, threads,
        };
        root.SetAction(parsed => program(new Settings
        {
            Data = parsed.GetValue(data),
            Encoding = parsed.GetValue(encoding)!,
            Vectors = parsed.GetValue(vectors),
            Epochs = parsed.GetValue(epochs),
            BatchSize = parsed.GetValue(batch),
            LearningRate = parsed.GetValue(rate),
            Dimension = parsed.GetValue(dimension),
            Ngrams = parsed.GetValue(ngrams),
            Output = parsed.GetValue(output)!,
            Seed = parsed.GetValue(seed),
            Threads = parsed.GetValue(threads),
        }));
        return Options.Run(root, arguments);
    }
}
