using System.Globalization;

namespace Lightning;

/// <summary>A loop's state as a checkpoint holds it: modules and their kin by their state dictionaries, everything else as it is.</summary>
internal static class FabricState
{
    /// <summary>The content of a checkpoint.</summary>
    internal static Dictionary<string, object?> Save(
        IReadOnlyDictionary<string, object?> state, IReadOnlyDictionary<string, Func<string, object?, bool>>? filter)
    {
        var content = new Dictionary<string, object?>(state.Count);
        foreach (var (name, value) in state)
        {
            var part = Of(value);
            content.Add(name, filter?.GetValueOrDefault(name) is { } keep ? Filtered(part, keep) : part);
        }

        return content;
    }

    /// <summary>Puts what was saved under a name back into the object that stands there now.</summary>
    /// <returns>What stands there from now on: the object, or for plain values the saved one.</returns>
    internal static object? Load(string path, string name, object? target, object? saved, bool strict)
    {
        switch (target)
        {
            case torch.nn.Module module:
                module.load_state_dict(CheckpointFile.Weights(saved) ?? throw Wrong(path, name, target), strict);
                return target;
            case torch.optim.Optimizer optimizer:
                optimizer.load_state_dict(Dictionary());
                return target;
            case torch.optim.lr_scheduler.LRScheduler scheduler:
                scheduler.load_state_dict(Dictionary());
                return target;
            case torch.utils.data.IDataLoader loader:
                loader.load_state_dict(Dictionary());
                return target;
            case torch.amp.GradScaler scaler:
                scaler.load_state_dict(Dictionary());
                return target;
            case IStateful stateful:
                stateful.load_state_dict(Dictionary());
                return target;
            default:
                // Files know one kind of whole and of fractional numbers.
                return target is int or float && saved is long or double ? Convert.ChangeType(saved, target.GetType(), CultureInfo.InvariantCulture) : saved;
        }

        IReadOnlyDictionary<string, object?> Dictionary() => saved as IReadOnlyDictionary<string, object?> ?? throw Wrong(path, name, target!);
    }

    private static object? Of(object? value) => value switch
    {
        torch.nn.Module module => module.state_dict().ToDictionary(entry => entry.Key, entry => (object?)entry.Value),
        torch.optim.Optimizer optimizer => optimizer.state_dict(),
        torch.optim.lr_scheduler.LRScheduler scheduler => scheduler.state_dict(),
        torch.utils.data.IDataLoader loader => loader.state_dict(),
        torch.amp.GradScaler scaler => scaler.state_dict(),
        IStateful stateful => stateful.state_dict(),
        _ => value,
    };

    private static object? Filtered(object? part, Func<string, object?, bool> keep) => part is IReadOnlyDictionary<string, object?> entries
        ? entries.Where(entry => keep(entry.Key, entry.Value)).ToDictionary()
        : part;

    private static MisconfigurationException Wrong(string path, string name, object target) =>
        new($"{path}: what it holds under \"{name}\" is no state of a {target.GetType().Name}.");
}
