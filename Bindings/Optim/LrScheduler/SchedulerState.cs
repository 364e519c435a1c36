using System.Collections;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Reads the values of a scheduler's state dictionary, which may come from Python.</summary>
internal static class SchedulerState
{
    public static double Number(IReadOnlyDictionary<string, object?> state, string name, double? otherwise = null) =>
        state.TryGetValue(name, out var value) && value is not null
            ? OptionImport.ToNumber(name, value)
            : otherwise ?? throw new ArgumentException($"This is no scheduler's state dictionary: it has no '{name}'.");

    public static void Replace(IReadOnlyDictionary<string, object?> state, string name, List<double> values)
    {
        if (state.TryGetValue(name, out var value) && value is IEnumerable items and not string)
        {
            double[] numbers = [.. items.Cast<object?>().Select(item => OptionImport.ToNumber(name, item))];
            values.Clear();
            values.AddRange(numbers);
        }
    }

    /// <summary>The states of several schedulers, as Python keeps them under <c>_schedulers</c>.</summary>
    public static List<object?> OfEach(torch.optim.lr_scheduler.LRScheduler[] schedulers) =>
        [.. schedulers.Select(scheduler => (object?)scheduler.state_dict())];

    /// <summary>Gives each scheduler its state back.</summary>
    /// <exception cref="ArgumentException">There are others, or fewer or more.</exception>
    public static void LoadEach(IReadOnlyDictionary<string, object?> state, torch.optim.lr_scheduler.LRScheduler[] schedulers)
    {
        if (state.GetValueOrDefault("_schedulers") is not IList states || states.Count != schedulers.Length)
        {
            throw new ArgumentException($"The state dictionary does not hold {schedulers.Length} schedulers.", nameof(state));
        }
        for (var index = 0; index < schedulers.Length; index++)
        {
            schedulers[index].load_state_dict(states[index] as IReadOnlyDictionary<string, object?>
                ?? throw new ArgumentException($"The state of scheduler {index} is no dictionary.", nameof(state)));
        }
    }

    /// <summary>The functions of a schedule, one for each group.</summary>
    /// <exception cref="ArgumentException">There are fewer or more than groups.</exception>
    public static Func<int, double>[] OneForEach(IEnumerable<Func<int, double>> lr_lambdas, int groups)
    {
        ArgumentNullException.ThrowIfNull(lr_lambdas);
        Func<int, double>[] functions = [.. lr_lambdas];
        return functions.Length == groups ? functions : throw new ArgumentException(
            $"Expected {groups} functions, one for each parameter group, but got {functions.Length}.", nameof(lr_lambdas));
    }

    /// <summary>One value for each group from one for all, or from as many as there are groups.</summary>
    public static double[] Spread(IEnumerable<double> values, int groups, string name)
    {
        double[] all = [.. values];
        return all.Length == groups ? all
            : all.Length == 1 ? [.. Enumerable.Repeat(all[0], groups)]
            : throw new ArgumentException($"Expected {groups} values for {name}, one for each parameter group, but got {all.Length}.", name);
    }
}
