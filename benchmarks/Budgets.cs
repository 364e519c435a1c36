using Torchlight.Benchmarks.Cases;
using Torchlight.Benchmarks.Peers;

namespace Torchlight.Benchmarks;

/// <summary>The budgets of the design that concern what is built so far.</summary>
internal static partial class Budgets
{
    private const int Cores = 2;

    public static IReadOnlyList<Budget> All { get; } =
    [
        new("add 2x2, disposed", AddDisposed),
        new("x + 1.0f", AddScalar),
        new("item", measure => Absolute(measure, "item", "item", 120)),
        new("shape", measure => Absolute(measure, "shape", "shape", 20)),
        new("never disposing, time", NeverDisposing),
        new("never disposing, memory", UndisposedMemory),
        new("MLP step, SGD, batch 64", MlpStep),
        new("ResNet-18 step, 8 x 3 x 224 x 224", ResNetTime),
        new("ResNet-18 step, peak memory", ResNetMemory),
        new("JPEG pipeline, two workers", Pictures),
        new("sound files", SoundFiles, InReadme: false),
        new("two processes", TwoProcesses),
        new("GPT-2 BPE", GPT2),
        new("GPT-2 BPE, new", GPT2Cold),
        new("SentencePiece", SentencePieces, InReadme: false),
        new("word vectors", WordVectors, InReadme: false),
        new("weights", Weights, InReadme: false),
        new("audio transforms", AudioTransforms),
        new("Trainer over a plain loop", Trainer),
        new("process start to first tensor", FirstTensor),
    ];

    private static IEnumerable<Row> AddDisposed(Measurement measure)
    {
        var seconds = measure.PerIteration("add", 1, [Side.Ours, Side.Python, Side.Cpp]);
        yield return AtMostRatio("add 2x2, disposed", seconds, Side.Python, 0.75, Nanoseconds);
        yield return seconds.TryGetValue(Side.Cpp, out var cpp)
            ? new Row("add 2x2, disposed", Nanoseconds(seconds[Side.Ours]), $"C++ {Nanoseconds(cpp)}", $"+{Nanoseconds(seconds[Side.Ours] - cpp)}",
                "at most 130 ns over C++", seconds[Side.Ours] - cpp <= 130e-9)
            : Missing("add 2x2, disposed", Nanoseconds(seconds[Side.Ours]), Side.Cpp, "at most 130 ns over C++");
    }

    private static IEnumerable<Row> AddScalar(Measurement measure)
    {
        yield return AtMostRatio("x + 1.0f", measure.PerIteration("add-scalar", 1, [Side.Ours, Side.Python]), Side.Python, 0.8, Nanoseconds);
    }

    private static IEnumerable<Row> Absolute(Measurement measure, string title, string name, double limit)
    {
        var seconds = measure.PerIteration(name, 1, [Side.Ours, Side.Python]);
        var peer = seconds.TryGetValue(Side.Python, out var python) ? $"Python {Nanoseconds(python)}" : "-";
        var ours = Nanoseconds(seconds[Side.Ours]);
        yield return new Row(title, ours, peer, ours, $"at most {limit} ns", seconds[Side.Ours] <= limit * 1e-9);
    }

    private static IEnumerable<Row> NeverDisposing(Measurement measure)
    {
        var seconds = measure.Ours(1, "add-undisposed", "add");
        var (undisposed, disposed) = (seconds["add-undisposed"], seconds["add"]);
        var ratio = undisposed / disposed;
        yield return new Row(
            "never disposing, time", Nanoseconds(undisposed), $"disposed {Nanoseconds(disposed)}", $"{ratio:0.00}", "at most 1.6", ratio <= 1.6);
    }

    private static IEnumerable<Row> UndisposedMemory(Measurement measure)
    {
        var once = measure.Once("memory-undisposed", 1, Side.Ours, Side.Python);
        var ours = once[Side.Ours].Megabytes;
        var peer = once.TryGetValue(Side.Python, out var python) ? $"Python {python.Megabytes:0} MB" : "-";
        yield return new Row("2,000 undisposed tensors of 1 MB, peak", $"{ours:0} MB", peer, $"{ours:0} MB", "under 300 MB", ours < 300);
    }

    private static IEnumerable<Row> MlpStep(Measurement measure)
    {
        var seconds = measure.PerIteration("mlp", 1, [Side.Ours, Side.Python, Side.Cpp]);
        yield return AtLeastSpeed("MLP step, SGD, batch 64, one thread", seconds, Side.Python, 1.05, Microseconds);
        yield return AtLeastSpeed("MLP step, SGD, batch 64, one thread", seconds, Side.Cpp, 0.97, Microseconds);
    }

    private static IEnumerable<Row> ResNetTime(Measurement measure)
    {
        yield return AtMostRatio(
            "ResNet-18 step, 8 x 3 x 224 x 224", measure.PerIteration("resnet", Cores, [Side.Ours, Side.Python]), Side.Python, 1.02, Milliseconds);
    }

    private static IEnumerable<Row> ResNetMemory(Measurement measure)
    {
        var megabytes = measure.Once("resnet-memory", Cores, Side.Ours, Side.Python).ToDictionary(entry => entry.Key, entry => entry.Value.Megabytes);
        yield return AtMostRatio("ResNet-18 step, peak memory", megabytes, Side.Python, 1, value => $"{value:0} MB");
    }

    private static IEnumerable<Row> Pictures(Measurement measure)
    {
        using var folder = new PictureFolder();
        var seconds = measure.PerIteration("pictures", 1, [Side.Ours, Side.Python], folder.Path)
            .ToDictionary(entry => entry.Key, entry => entry.Value / PictureFolder.Count);
        const string Steps = "JPEG -> RandomResizedCrop -> flip -> normalise, two workers";
        yield return AtLeastSpeed(Steps, seconds, Side.Python, 1.5, value => $"{1 / value:0}/s");
    }

    private static IEnumerable<Row> Trainer(Measurement measure)
    {
        var seconds = measure.Ours(1, "trainer", "loop");
        var (trainer, loop) = (seconds["trainer"], seconds["loop"]);
        yield return new Row(
            "Trainer over a plain loop", Microseconds(trainer), $"plain loop {Microseconds(loop)}", $"+{Microseconds(trainer - loop)}",
            "under 20 us a step", trainer - loop < 20e-6);

        const string Shown = "Trainer with three metrics logged and the progress bar, over a plain loop";
        var more = measure.Ours(1, "trainer-metrics-bar", "loop-three");
        (trainer, loop) = (more["trainer-metrics-bar"], more["loop-three"]);
        yield return new Row(
            Shown, Microseconds(trainer), $"plain loop {Microseconds(loop)}", $"+{Microseconds(trainer - loop)}", "under 40 us a step", trainer - loop < 40e-6);
    }

    private static IEnumerable<Row> FirstTensor(Measurement measure)
    {
        var once = measure.Once("first-tensor", 1, Side.Ours, Side.Python, Side.Cpp);
        var ours = once[Side.Ours].Seconds;
        var others = once.Where(entry => entry.Key != Side.Ours).Select(entry => $"{Name(entry.Key)} {entry.Value.Seconds:0.00} s");
        var peer = string.Join(", ", others.DefaultIfEmpty("-"));
        yield return new Row("process start to first tensor", $"{ours:0.00} s", peer, $"{ours:0.00} s", "under 0.35 s", ours < 0.35);
    }

    private static Row AtMostRatio(string name, Dictionary<Side, double> figures, Side peer, double limit, Func<double, string> show)
    {
        var words = $"at most {limit:0.00} of {Name(peer)}'s";
        if (!figures.TryGetValue(peer, out var theirs))
        {
            return Missing(name, show(figures[Side.Ours]), peer, words);
        }

        var ratio = figures[Side.Ours] / theirs;
        return new Row(name, show(figures[Side.Ours]), $"{Name(peer)} {show(theirs)}", $"{ratio:0.00}", words, ratio <= limit);
    }

    private static Row AtLeastSpeed(string name, Dictionary<Side, double> seconds, Side peer, double limit, Func<double, string> show)
    {
        var words = $"at least {limit:0.00} times {Name(peer)}'s speed";
        if (!seconds.TryGetValue(peer, out var theirs))
        {
            return Missing(name, show(seconds[Side.Ours]), peer, words);
        }

        var ratio = theirs / seconds[Side.Ours];
        return new Row(name, show(seconds[Side.Ours]), $"{Name(peer)} {show(theirs)}", $"{ratio:0.00}", words, ratio >= limit);
    }

    private static Row Missing(string name, string ours, Side peer, string words) => new(name, ours, $"{Name(peer)} is not here", "-", words, null);

    private static string Name(Side side) => side switch { Side.Cpp => "C++", Side.Node => "Hugging Face", _ => side.ToString() };

    private static string Nanoseconds(double seconds) => $"{seconds * 1e9:0} ns";

    private static string Microseconds(double seconds) => $"{seconds * 1e6:0.0} us";

    private static string Milliseconds(double seconds) => $"{seconds * 1e3:0.0} ms";
}
