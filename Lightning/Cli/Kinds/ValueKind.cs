namespace Lightning.Cli;

/// <summary>What a setting may be: how it is written, what it becomes in a configuration (a plain value), and what the program gets.</summary>
internal abstract class ValueKind
{
    /// <summary>What it takes, as help and messages say it: "int", "list of float".</summary>
    internal abstract string Takes { get; }

    /// <summary>The plain value of a parameter whose default is C#'s <c>default</c>.</summary>
    internal virtual object? DefaultOfType => null;

    /// <summary>Whether an option without a value turns it on.</summary>
    internal virtual bool StandsAlone => false;

    /// <summary>The keys below this one, for suggestions: those that are there whatever the value.</summary>
    internal virtual IEnumerable<string> Keys => [];

    /// <summary>Whether a value has the form of this kind; its contents may still be wrong.</summary>
    internal abstract bool Fits(ConfigNode node);

    /// <summary>The plain value (null, bool, long, double, text, lists and dictionaries of these), with defaults filled in.</summary>
    /// <exception cref="CommandLineException">The value is wrong.</exception>
    internal abstract object? Convert(ConfigNode node, string key);

    /// <summary>The object that the program gets.</summary>
    /// <param name="plain">What <see cref="Convert"/> gave, here or when the configuration was printed.</param>
    internal abstract object? Build(object? plain);

    /// <summary>Puts a setting into what was written so far.</summary>
    /// <param name="current">What was written for this key, or null.</param>
    /// <param name="change">The setting.</param>
    /// <param name="depth">How many names of its path lead here.</param>
    internal virtual ConfigNode Assign(ConfigNode? current, Assignment change, int depth)
    {
        if (!change.EndsAt(depth))
        {
            throw change.Unknown(depth, []);
        }

        var value = change.Value is null && StandsAlone ? new ScalarNode("true", quoted: false, change.Place) : change.Needed(Takes);
        return change.Appends ? throw new CommandLineException($"{change.Place.At(change.Key(depth))} takes {Takes}; += is for lists.") : value;
    }

    /// <summary>The value is of another kind.</summary>
    protected CommandLineException Wrong(ConfigNode node, string key) => new($"{node.Place.At(key)} takes {Takes}, and got {node.Shown}.");

    /// <summary>Builds a value to see whether it can be, and says where it was written when it cannot.</summary>
    protected object? Checked(object? plain, ConfigNode node, string key)
    {
        try
        {
            Build(plain);
            return plain;
        }
        catch (Exception exception) when (exception is MisconfigurationException or ArgumentException or OverflowException or FormatException)
        {
            throw node.Place.Blame(key, exception.Message);
        }
    }
}
