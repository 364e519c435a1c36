namespace Lightning;

/// <summary>A checkpoint read from a file: the dictionary that Lightning writes, and the parts of it that everyone asks for.</summary>
internal sealed class CheckpointFile
{
    private CheckpointFile(string path, Dictionary<string, object?> content) => (Path, Content) = (path, content);

    internal string Path { get; }

    internal Dictionary<string, object?> Content { get; }

    internal HyperParameters HyperParameters =>
        Content.GetValueOrDefault("hyper_parameters") is Dictionary<string, object?> values ? HyperParameters.From(values) : new HyperParameters();

    /// <summary>Whether it holds what going on with the training needs.</summary>
    internal bool CanResume => Content.ContainsKey("optimizer_states");

    /// <summary>Takes a checkpoint that was read from a file.</summary>
    internal static CheckpointFile Of(string path, Dictionary<string, object?> content) => content.ContainsKey("state_dict")
        ? new CheckpointFile(path, content)
        : throw new MisconfigurationException(
            $"{path} is not a checkpoint of the Trainer: it holds no \"state_dict\". Weights alone are loaded with module.load_state_dict.");

    /// <summary>Reads a checkpoint, its tensors to <paramref name="device"/> (the CPU by default).</summary>
    internal static CheckpointFile Read(string path, Device? device = null) => Of(path, ReadContent(path, device));

    /// <summary>Reads what a file of <c>torch.save</c> holds by name.</summary>
    internal static Dictionary<string, object?> ReadContent(string path, Device? device = null)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no checkpoint at {System.IO.Path.GetFullPath(path)}.", path);
        }

        return torch.serialization.load(path, device ?? torch.CPU) as Dictionary<string, object?>
            ?? throw new MisconfigurationException($"{path} is not a checkpoint: it holds no dictionary.");
    }

    /// <summary>Writes a checkpoint whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written; the message names the path and the free space.</exception>
    internal static void Write(string path, Dictionary<string, object?> content)
    {
        var full = System.IO.Path.GetFullPath(path);
        var folder = System.IO.Path.GetDirectoryName(full)!;
        try
        {
            Directory.CreateDirectory(folder);
            RemoveLeftovers(full, folder);
            torch.serialization.save(content, full);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"The checkpoint {full} could not be written{FreeSpace(folder)}: {exception.Message} Nothing was left under that name that was not there before.",
                exception);
        }
    }

    /// <summary>Gives a module the weights.</summary>
    internal void LoadInto(LightningModule module, bool strict)
    {
        var weights = Weights(Content["state_dict"]) ?? throw new MisconfigurationException($"{Path}: \"state_dict\" is no dictionary of tensors.");
        try
        {
            module.load_state_dict(weights, strict);
        }
        catch (StateDictException other)
        {
            throw new MisconfigurationException($"{Path} holds the weights of another model than this {module.GetType().Name}. {other.Message}\n{Remedy(module, other)}", other);
        }
    }

    /// <summary>The tensors of a part that holds a module's; null for a part that is something else.</summary>
    internal static Dictionary<string, Tensor>? Weights(object? part)
    {
        if (part is not IReadOnlyDictionary<string, object?> saved)
        {
            return null;
        }

        var weights = new Dictionary<string, Tensor>(saved.Count);
        foreach (var (name, value) in saved)
        {
            if (value is Tensor tensor)
            {
                weights.Add(name, tensor);
            }
        }

        return weights;
    }

    private string Remedy(LightningModule module, StateDictException other)
    {
        if (module.HiddenComponents is { Count: > 0 } hidden)
        {
            return $"The module's fields {string.Join(", ", hidden)} were not registered. {ModuleCheck.Register}.";
        }

        var settings = HyperParameters.Count == 0 ? "" : $" ({string.Join(", ", HyperParameters.Select(pair => $"{pair.Key} = {pair.Value ?? "null"}"))})";
        return $"Make the module with the settings that it was trained with{settings}"
            + (other.Mismatches.Count == 0 ? ", or set strict_loading = false to load what both have." : ".");
    }

    internal IReadOnlyDictionary<string, object?> Section(string name) =>
        Content.GetValueOrDefault(name) as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();

    internal IReadOnlyList<object?> ListOf(string name) => Content.GetValueOrDefault(name) as IReadOnlyList<object?> ?? [];

    internal long Number(string name) => Convert.ToInt64(Content.GetValueOrDefault(name) ?? 0L);

    // What a process that was killed while it wrote this file has left beside it. A file that is being written is younger than its process.
    private static void RemoveLeftovers(string path, string folder)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var begun = process.StartTime.ToUniversalTime();
        foreach (var leftover in Directory.EnumerateFiles(folder, $".{System.IO.Path.GetFileName(path)}.*.tmp"))
        {
            if (File.GetLastWriteTimeUtc(leftover) < begun)
            {
                File.Delete(leftover);
            }
        }
    }

    private static string FreeSpace(string folder)
    {
        try
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            return $" ({free / (1024.0 * 1024.0):F1} MiB are free there)";
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The free space only explains; the failure to write is what is reported.
            return "";
        }
    }
}
