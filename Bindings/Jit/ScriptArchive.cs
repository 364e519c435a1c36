namespace TorchSharp;

/// <summary>
/// Looks an archive over before libtorch reads it: libtorch takes the checksums of its parts on trust, and damaged code or pickles could do
/// anything.
/// </summary>
internal static class ScriptArchive
{
    /// <summary>Checks that a file is an archive of TorchScript, whole, with its code and pickles as they were written.</summary>
    /// <exception cref="TorchFileFormatException">It is not; the message says what it is or where it is damaged.</exception>
    internal static void Check(Stream file, string? filename)
    {
        try
        {
            Check(file);
        }
        catch (TorchFileFormatException error) when (filename is not null && error.FileName is null)
        {
            throw new TorchFileFormatException(filename, error.Message, error);
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException)
        {
            throw new TorchFileFormatException(filename ?? "the bytes", "the archive is truncated or damaged", error);
        }
    }

    private static void Check(Stream file)
    {
        var source = new StreamBytes(file);
        if (!TorchZipFile.IsZip(source))
        {
            throw new TorchFileFormatException(
                file.Length == 0 ? "the file is empty"
                : "this is no TorchScript archive, which is a zip file; a file of torch.save is read with torch.load, and a module becomes " +
                  "TorchScript in Python by torch.jit.script or torch.jit.trace and torch.jit.save");
        }

        var zip = new ZipArchiveReader(source);
        var pickle = zip.Names.FirstOrDefault(name => name.EndsWith("/data.pkl", StringComparison.Ordinal))
            ?? throw new TorchFileFormatException("the zip archive holds no data.pkl; it was not written by torch.jit.save");
        var folder = pickle[..^"data.pkl".Length];
        if (zip.Find($"{folder}constants.pkl") is null)
        {
            throw new TorchFileFormatException("the archive holds tensors and no code: it was written by torch.save and is read with torch.load");
        }

        foreach (var name in zip.Names)
        {
            var entry = zip.Find(name)!;
            var isCode = name.StartsWith($"{folder}code/", StringComparison.Ordinal);
            if (name.StartsWith($"{folder}data/", StringComparison.Ordinal) || name.StartsWith($"{folder}constants/", StringComparison.Ordinal))
            {
                zip.CheckPlace(entry);
            }
            else if (isCode && name.EndsWith(".py", StringComparison.Ordinal))
            {
                ScriptSource.Check(name, zip.ReadAll(entry));
            }
            else if (name == pickle)
            {
                ScriptPickle.Check(zip, entry, $"{folder}data/");
            }
            else if (name == $"{folder}constants.pkl" || (isCode && name.EndsWith(".debug_pkl", StringComparison.Ordinal)))
            {
                ScriptPickle.Check(zip, entry, $"{folder}constants/");
            }
            else
            {
                zip.CheckContent(entry);
            }
        }
    }
}
