namespace TorchSharp.Transforms.Text;

/// <summary>How a SentencePiece model prepares a text.</summary>
internal sealed record NormalizerSettings
{
    /// <summary>The compiled character map; empty if there is none.</summary>
    public byte[] CharacterMap { get; init; } = [];

    /// <summary>Where in the file the character map begins.</summary>
    public int CharacterMapOffset { get; init; }

    /// <summary>Whether a space is put before the text (or behind it), so that its first word looks like the others.</summary>
    public bool AddDummyPrefix { get; init; } = true;

    /// <summary>Whether spaces at the ends go, and runs of spaces become one.</summary>
    public bool RemoveExtraSpaces { get; init; } = true;

    /// <summary>Whether a space is written as U+2581.</summary>
    public bool EscapeSpaces { get; init; } = true;
}
