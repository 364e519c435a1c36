using PruningAmount = TorchSharp.torch.nn.utils.prune.PruningAmount;

namespace Lightning.Cli;

/// <summary>The kinds of the Trainer's and the callbacks' own types, with every form that the types convert from.</summary>
internal static class TrainerKinds
{
    private static readonly ScalarKind WholeNumber = ScalarKinds.Int;

    private static readonly TimeKind Time = new(time => time);

    private static readonly Dictionary<Type, ValueKind> ByType = new()
    {
        [typeof(TimeSpan)] = Time,
        [typeof(Duration)] = new TimeKind(time => (Duration)time),
        [typeof(Batches)] = new UnionKind(
            [WholeNumber, ScalarKinds.Float], plain => plain is long count ? Batches.Count((int)count) : Batches.Fraction((double)plain)),
        [typeof(CheckInterval)] = new UnionKind(
            [WholeNumber, ScalarKinds.Float, Time],
            plain => plain switch { long count => (int)count, double fraction => fraction, _ => (CheckInterval)(TimeSpan)Time.Build(plain)! }),
        [typeof(Devices)] = new UnionKind(
            [WholeNumber, new ListKind(WholeNumber, items => items.Cast<int>().ToArray()), ScalarKinds.Text],
            plain => plain switch
            {
                long count => (Devices)(int)count,
                List<object?> indices => indices.Select(index => (int)(long)index!).ToArray(),
                _ => (string)plain,
            },
            defaultOfType: "auto"),
        [typeof(FastDevRun)] = new UnionKind([ScalarKinds.Bool, WholeNumber], plain => plain is bool on ? (FastDevRun)on : (int)(long)plain, defaultOfType: false),
        [typeof(Deterministic)] = new UnionKind([ScalarKinds.Bool, Word("warn")], plain => plain is bool on ? (Deterministic)on : (string)plain, defaultOfType: false),
        [typeof(SaveLast)] = new UnionKind([ScalarKinds.Bool, Word("link")], plain => plain is bool on ? (SaveLast)on : (string)plain, defaultOfType: false),
        [typeof(Share)] = new UnionKind([WholeNumber, ScalarKinds.Float], plain => plain is long epochs ? (Share)(int)epochs : (double)plain),
        [typeof(PruningAmount)] = new UnionKind([WholeNumber, ScalarKinds.Float], plain => plain is long count ? (PruningAmount)(int)count : (double)plain),
    };

    /// <summary>The classes that a name stands for too: "ddp" for a strategy.</summary>
    private static readonly Dictionary<Type, (string[] Names, Func<string, object> Convert)> ByName = new()
    {
        [typeof(Accelerator)] = (["auto", "cpu", "cuda", "gpu"], name => (Accelerator)name),
        [typeof(Strategy)] = (["auto", "single_device", "ddp", "ddp_find_unused_parameters_true"], name => (Strategy)name),
        [typeof(Precision)] = (["32-true", "64-true", "bf16-mixed", "16-mixed", "bf16-true", "16-true"], name => (Precision)name),
        [typeof(Profiler)] = (["simple", "advanced", "pytorch"], name => (Profiler)name),
    };

    /// <summary>The kind of one of Lightning's types, or null when it is none of them.</summary>
    internal static ValueKind? For(Type type, KindFactory factory)
    {
        if (type == typeof(LoggerSet))
        {
            return new UnionKind(
                [ScalarKinds.Bool, factory.For(typeof(Logger[]))!],
                plain => plain is bool on ? on : (LoggerSet)(Logger[])factory.For(typeof(Logger[]))!.Build(plain)!);
        }

        return ByName.TryGetValue(type, out var named)
            ? new ClassKind(factory.Classes.Family(type, named.Names, named.Convert))
            : ByType.GetValueOrDefault(type);
    }

    private static ScalarKind Word(string word) => new($"\"{word}\"", scalar => scalar.Text == word ? word : null, plain => plain);
}
