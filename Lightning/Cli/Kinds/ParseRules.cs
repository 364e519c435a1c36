namespace Lightning.Cli;

/// <summary>What holds for all settings of a command line: which follow from others and so cannot be given, and whether all that are required have to be there.</summary>
internal sealed class ParseRules
{
    private readonly Dictionary<string, string> _sources = [];

    /// <summary>Whether a required setting that is not given is null, so that a configuration to fill in can be printed.</summary>
    internal bool AllowMissing { get; set; }

    /// <summary>What a setting follows from, or null when it is free. How deep the class is wrapped (<c>init_args</c>) does not matter.</summary>
    internal string? Source(string key) => _sources.Count == 0 ? null : _sources.GetValueOrDefault(Plain(key));

    /// <exception cref="MisconfigurationException">The setting follows from something already.</exception>
    internal void Link(string target, string source)
    {
        if (!_sources.TryAdd(Plain(target), source))
        {
            throw new MisconfigurationException($"link_arguments: {target} follows from {_sources[Plain(target)]} already.");
        }
    }

    internal static string Plain(string key) => key.Replace(".init_args.", ".", StringComparison.Ordinal);
}
