using System.IO.Compression;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class np
{
    // The earliest that a zip archive can hold: its bytes depend on the arrays alone.
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Saves tensors into an archive under the names <c>arr_0</c>, <c>arr_1</c> and so on. The file appears under its name only when it is whole and
    /// on disk.
    /// </summary>
    /// <param name="file">The file; as in Python, <c>.npz</c> is put behind a name that does not end so.</param>
    /// <param name="args">The tensors.</param>
    /// <exception cref="NotSupportedException">NumPy has no such elements (bfloat16, quantized), or a tensor is sparse.</exception>
    /// <exception cref="IOException">The file cannot be written; whatever stood under the name before is untouched.</exception>
    public static void savez(string file, params ReadOnlySpan<Tensor> args) => savez(file, Numbered(args));

    /// <summary>Saves tensors into an archive under names of their own.</summary>
    /// <param name="kwds">The tensors by name.</param>
    /// <inheritdoc cref="savez(string, ReadOnlySpan{Tensor})"/>
    /// <param name="file">The file; as in Python, <c>.npz</c> is put behind a name that does not end so.</param>
    public static void savez(string file, IReadOnlyDictionary<string, Tensor> kwds) =>
        AtomicFile.Write(WithExtension(file, ".npz"), stream => Write(stream, kwds, CompressionLevel.NoCompression));

    /// <summary>Saves tensors into an archive whose bytes are compressed.</summary>
    /// <inheritdoc cref="savez(string, ReadOnlySpan{Tensor})"/>
    public static void savez_compressed(string file, params ReadOnlySpan<Tensor> args) => savez_compressed(file, Numbered(args));

    /// <summary>Saves tensors into an archive whose bytes are compressed, under names of their own.</summary>
    /// <inheritdoc cref="savez(string, IReadOnlyDictionary{string, Tensor})"/>
    public static void savez_compressed(string file, IReadOnlyDictionary<string, Tensor> kwds) =>
        AtomicFile.Write(WithExtension(file, ".npz"), stream => Write(stream, kwds, CompressionLevel.Optimal));

    private static Dictionary<string, Tensor> Numbered(ReadOnlySpan<Tensor> tensors)
    {
        var named = new Dictionary<string, Tensor>(tensors.Length);
        foreach (var tensor in tensors)
        {
            named.Add($"arr_{named.Count}", tensor);
        }
        return named;
    }

    private static void Write(Stream stream, IReadOnlyDictionary<string, Tensor> tensors, CompressionLevel compression)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, tensor) in tensors)
        {
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(tensors));
            var entry = archive.CreateEntry($"{name}.npy", compression);
            entry.LastWriteTime = s_noTime;
            using var content = entry.Open();
            save(content, tensor);
        }
    }
}
