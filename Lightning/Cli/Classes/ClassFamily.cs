namespace Lightning.Cli;

/// <summary>The classes that may stand in one place.</summary>
/// <param name="noun">What they are, for messages: "Callback".</param>
/// <param name="all">The classes.</param>
internal sealed class ClassFamily(string noun, Func<IReadOnlyList<ClassEntry>> all)
{
    private static readonly string[] PythonModules = ["lightning.pytorch.", "pytorch_lightning.", "torch.optim."];

    private IReadOnlyList<ClassEntry>? _all;

    internal string Noun => noun;

    /// <summary>The classes that can be named.</summary>
    internal IReadOnlyList<ClassEntry> All => _all ??= all();

    /// <summary>The class that settings without a <c>class_path</c> are of; null when one has to be named.</summary>
    internal ClassEntry? Itself { get; init; }

    /// <summary>Names that stand for an object: "ddp".</summary>
    internal string[] Names { get; init; } = [];

    /// <summary>Makes the object of such a name.</summary>
    internal Func<string, object>? Convert { get; init; }

    /// <summary>A class by its name, with or without its namespace, or with Python's module before it; null when there is none.</summary>
    /// <exception cref="CommandLineException">There are several.</exception>
    internal ClassEntry? Find(string name, Place place, string key)
    {
        if (All.FirstOrDefault(entry => entry.Path == name) is { } exact)
        {
            return exact;
        }

        var last = PythonModules.Any(module => name.StartsWith(module, StringComparison.Ordinal)) ? name[(name.LastIndexOf('.') + 1)..] : name;
        var found = All.Where(entry => entry.Name == last).ToList();
        if (found.Count == 0)
        {
            // Python's RMSprop is TorchSharp's RMSProp.
            found = [.. All.Where(entry => entry.Name.Equals(last, StringComparison.OrdinalIgnoreCase))];
        }

        return found.Count <= 1
            ? found.FirstOrDefault()
            : throw new CommandLineException($"{place.At(key)}: {name} may be {string.Join(" or ", found.Select(entry => entry.Path))}. Give the name with its namespace.");
    }

    /// <summary>Nothing here has this name.</summary>
    internal CommandLineException Unknown(string name, Place place, string key)
    {
        string[] known = [.. Names, .. All.Select(entry => entry.Name).Order(StringComparer.Ordinal)];
        var nearest = Suggestion.For(name[(name.LastIndexOf('.') + 1)..], known);
        return new CommandLineException(
            $"{place.At(key)}: there is no {noun} \"{name}\".{(nearest is null ? "" : $" Did you mean {nearest}?")} Known: {string.Join(", ", known)}.");
    }
}
