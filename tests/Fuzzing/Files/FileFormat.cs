namespace Fuzzing.Files;

/// <summary>A whole file, and what reads it.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Whole">Its bytes, undamaged.</param>
/// <param name="Load">Reads a file from its path, all of it.</param>
internal sealed record FileFormat(string Name, byte[] Whole, Action<string> Load)
{
    /// <summary>Whether it is a zip archive, whose parts can be damaged without their checksums telling.</summary>
    public bool IsZip => Whole.AsSpan().StartsWith("PK"u8);
}
