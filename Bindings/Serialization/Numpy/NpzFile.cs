using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// An archive of NumPy arrays (<c>.npz</c>) that is open: what Python's <c>numpy.load</c> gives for one. An array is read when it is asked for. Its
/// members are for one thread at a time.
/// </summary>
public sealed class NpzFile : IDisposable
{
    private const string Extension = ".npy";

    private readonly Stream _stream;
    private readonly bool _owned;
    private readonly ZipArchiveReader _zip;

    internal NpzFile(Stream stream, bool owned)
    {
        _stream = stream;
        _owned = owned;
        try
        {
            var source = new StreamBytes(stream);
            _zip = TorchZipFile.IsZip(source) || stream.Length == 22
                ? new ZipArchiveReader(source)
                : throw Damaged("this is no archive of numpy.savez, which is a zip file; a single array is read by np.load");
            files = [.. _zip.Names.Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).Select(name => name[..^Extension.Length])];
        }
        catch (Exception error) when (error is TorchFileFormatException or EndOfStreamException)
        {
            Dispose();
            throw error is TorchFileFormatException { FileName: not null } ? error : Damaged(error.Message, error);
        }
    }

    /// <summary>The arrays' names, in the archive's order.</summary>
    public IReadOnlyList<string> files { get; }

    /// <summary>Reads an array.</summary>
    /// <param name="key">Its name, with or without <c>.npy</c> at its end.</param>
    /// <returns>A tensor on the processor; the caller owns it.</returns>
    /// <inheritdoc cref="get(string, ScalarType?)" path="/exception"/>
    public Tensor this[string key] => get(key);

    /// <summary>Reads an array and converts it.</summary>
    /// <param name="key">Its name, with or without <c>.npy</c> at its end.</param>
    /// <param name="dtype">What to convert to; null for the array's own type. Unsigned integers wider than a byte need one.</param>
    /// <returns>A tensor on the processor; the caller owns it.</returns>
    /// <exception cref="KeyNotFoundException">The archive has no array of that name.</exception>
    /// <exception cref="NotSupportedException">It holds what no tensor does: records, texts, Python objects.</exception>
    /// <exception cref="TorchFileFormatException">It is damaged.</exception>
    public Tensor get(string key, ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        var entry = _zip.Find(key + Extension) ?? (key.EndsWith(Extension, StringComparison.Ordinal) ? _zip.Find(key) : null)
            ?? throw new KeyNotFoundException($"The archive has no array '{key}'. It has {string.Join(", ", files.Select(name => $"'{name}'"))}.");
        try
        {
            using var stream = _zip.OpenEntry(entry);
            return NpyArray.Read(stream, dtype);
        }
        catch (TorchFileFormatException error)
        {
            throw Damaged($"the array '{key}': {error.Message}", error);
        }
    }

    /// <summary>Closes the file. Arrays that were read stay.</summary>
    public void Dispose()
    {
        if (_owned)
        {
            _stream.Dispose();
        }
    }

    /// <summary>All arrays by name.</summary>
    internal Dictionary<string, Tensor> ReadAll()
    {
        var arrays = new Dictionary<string, Tensor>();
        try
        {
            foreach (var name in files)
            {
                arrays.Add(name, get(name));
            }
            return arrays;
        }
        catch
        {
            foreach (var array in arrays.Values)
            {
                array.Dispose();
            }
            throw;
        }
    }

    private TorchFileFormatException Damaged(string message, Exception? error = null) =>
        (_stream as FileStream)?.Name is { } path ? new TorchFileFormatException(path, message, error) : new TorchFileFormatException(message, error);
}
