using System.Security.Cryptography;

namespace TorchSharp;

/// <summary>What the checksum of a download has to begin with.</summary>
/// <param name="Prefix">Hexadecimal digits, in lower case; empty where anything is right.</param>
/// <param name="Algorithm">SHA-256 or MD5.</param>
internal readonly record struct ExpectedHash(string Prefix, HashAlgorithmName Algorithm)
{
    /// <summary>Checks and normalises what a caller expects.</summary>
    /// <exception cref="ArgumentException">It is not hexadecimal, or longer than such a checksum.</exception>
    public static ExpectedHash Parse(string? prefix, HashAlgorithmName algorithm)
    {
        var digits = algorithm == HashAlgorithmName.SHA256 ? 64
            : algorithm == HashAlgorithmName.MD5 ? 32
            : throw new ArgumentException($"Checksums are SHA256 or MD5, not {algorithm.Name}.", nameof(algorithm));
        var expected = (prefix ?? "").ToLowerInvariant();
        return expected.Length <= digits && expected.All(char.IsAsciiHexDigit)
            ? new ExpectedHash(expected, algorithm)
            : throw new ArgumentException($"\"{prefix}\" does not begin a {algorithm.Name}: that has {digits} hexadecimal digits.", nameof(prefix));
    }

    /// <summary>Whether there is anything to check.</summary>
    public bool IsGiven => Prefix.Length > 0;

    /// <summary>Whether a file is right; <paramref name="found"/> is its checksum, or empty where there was nothing to check.</summary>
    public bool Matches(string path, out string found)
    {
        found = IsGiven ? FileHash.Of(path, Algorithm) : "";
        return found.StartsWith(Prefix, StringComparison.Ordinal);
    }
}
