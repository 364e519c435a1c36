using System.Security.Cryptography;

namespace TorchSharp;

/// <summary>Checksums of whole files, in hexadecimal.</summary>
internal static class FileHash
{
    private const int BufferSize = 1 << 20;

    /// <summary>The checksum of a stream from where it stands to its end, in lower case.</summary>
    public static string Of(Stream stream, HashAlgorithmName algorithm)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The checksum of a file, in lower case.</summary>
    public static string Of(string path, HashAlgorithmName algorithm)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        return Of(file, algorithm);
    }
}
