using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// NumPy's files of arrays, <c>.npy</c> and <c>.npz</c>, read and written without Python. Names follow Python's <c>import numpy as np</c>. Pickled
/// objects are never read.
/// </summary>
public static partial class np
{
    /// <summary>Reads an array that <c>numpy.save</c> wrote, in any order and byte order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="dtype">
    /// What to convert to; null for the array's own type. Unsigned integers wider than a byte, which no tensor holds, need one: Int32 for uint16,
    /// Int64 for uint32 and uint64 hold their values.
    /// </param>
    /// <returns>A tensor on the processor, with the array's strides; the caller owns it.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TorchFileFormatException">The file is damaged or of another kind.</exception>
    /// <exception cref="NotSupportedException">It holds what no tensor does: records, texts, Python objects.</exception>
    public static Tensor load(string file, ScalarType? dtype = null)
    {
        using var stream = Open(file);
        try
        {
            return NpyArray.Read(stream, dtype);
        }
        catch (TorchFileFormatException error)
        {
            throw new TorchFileFormatException(file, error.Message, error);
        }
    }

    /// <summary>Reads an array from a stream, which is right behind it afterwards.</summary>
    /// <param name="file">The stream; it stays open.</param>
    /// <param name="dtype">As for <see cref="load(string, ScalarType?)"/>.</param>
    /// <inheritdoc cref="load(string, ScalarType?)"/>
    public static Tensor load(Stream file, ScalarType? dtype = null) => NpyArray.Read(file, dtype);

    /// <summary>Opens an archive that <c>numpy.savez</c> or <c>numpy.savez_compressed</c> wrote.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The open archive, which the caller disposes.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TorchFileFormatException">The file is damaged or of another kind.</exception>
    public static NpzFile load_npz(string file) => new(Open(file), owned: true);

    /// <summary>Opens an archive in a stream that can seek.</summary>
    /// <param name="file">The stream, from its start; it stays open and is in use until the archive is disposed.</param>
    /// <inheritdoc cref="load_npz(string)"/>
    public static NpzFile load_npz(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.CanSeek
            ? new NpzFile(file, owned: false)
            : throw new ArgumentException("The stream has to be seekable; copy it into a MemoryStream first.", nameof(file));
    }

    /// <summary>Saves a tensor as <c>numpy.save</c> does, in row-major order. The file appears under its name only when it is whole and on
    /// disk.</summary>
    /// <param name="file">The file; as in Python, <c>.npy</c> is put behind a name that does not end so.</param>
    /// <param name="arr">The tensor, on any device.</param>
    /// <exception cref="NotSupportedException">NumPy has no such elements (bfloat16, quantized), or the tensor is sparse.</exception>
    /// <exception cref="IOException">The file cannot be written; whatever stood under the name before is untouched.</exception>
    public static void save(string file, Tensor arr) => AtomicFile.Write(WithExtension(file, ".npy"), stream => save(stream, arr));

    /// <summary>Saves a tensor into a stream.</summary>
    /// <param name="file">Where to; it stays open.</param>
    /// <param name="arr">The tensor, on any device.</param>
    /// <inheritdoc cref="save(string, Tensor)" path="/exception"/>
    public static void save(Stream file, Tensor arr)
    {
        using var mode = no_grad();
        NpyArray.Write(file, arr);
    }

    private static FileStream Open(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 12);
    }

    private static string WithExtension(string file, string extension)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return file.EndsWith(extension, StringComparison.Ordinal) ? file : file + extension;
    }
}
