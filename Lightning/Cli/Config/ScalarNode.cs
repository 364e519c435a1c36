namespace Lightning.Cli;

/// <summary>A text that is not yet a number, a boolean or a name.</summary>
internal sealed class ScalarNode(string text, bool quoted, Place place) : ConfigNode(place)
{
    internal string Text => text;

    /// <summary>Whether it was written as text, and is nothing else.</summary>
    internal bool Quoted => quoted;

    internal override string Shown => IsNull ? "null" : $"\"{text}\"";

    internal override bool IsNull => !quoted && text is "" or "null" or "~";
}
