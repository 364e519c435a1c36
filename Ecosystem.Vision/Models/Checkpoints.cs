using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>State dictionaries in files: published ones in the cache folder, and the user's own.</summary>
internal static class Checkpoints
{
    /// <summary>The folder where Python's <c>torch.hub</c> keeps what it has downloaded.</summary>
    public static string Folder
    {
        get
        {
            var home = Environment.GetEnvironmentVariable("TORCH_HOME");
            if (string.IsNullOrEmpty(home))
            {
                var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
                cache = string.IsNullOrEmpty(cache)
                    ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache")
                    : cache;
                home = Path.Combine(cache, "torch");
            }
            return Path.Combine(home, "hub", "checkpoints");
        }
    }

    /// <summary>The published weights, from the cache folder. The caller owns the tensors.</summary>
    public static Dictionary<string, Tensor> Published(torchvision.models.Weights weights)
    {
        var path = Path.Combine(Folder, weights.file_name);
        return File.Exists(path)
            ? Read(path)
            : throw new FileNotFoundException(
                $"The weights {weights} are not on this machine. Download {weights.url} and put the file at {path} "
                + "(TORCH_HOME names another folder; Python's torch.hub keeps its downloads in the same place).", path);
    }

    /// <summary>Loads published weights into a network.</summary>
    public static void LoadInto(nn.Module network, torchvision.models.Weights weights) => Load(network, Published(weights), []);

    /// <summary>Loads a state dictionary from a file of Python's or TorchSharp's format into a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <param name="skip">Names to leave as they are.</param>
    public static void LoadInto(nn.Module network, string path, IList<string> skip)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no weights file at {path}.", path);
        }
        if (IsPythons(path))
        {
            Load(network, Read(path), skip);
        }
        else
        {
            network.load(path, skip: skip);
        }
    }

    private static void Load(nn.Module network, Dictionary<string, Tensor> state, IList<string> skip)
    {
        try
        {
            network.load_state_dict(state, skip: skip);
        }
        finally
        {
            foreach (var tensor in state.Values)
            {
                tensor.Dispose();
            }
        }
    }

    private static Dictionary<string, Tensor> Read(string path)
    {
        if (torch.serialization.load(path, torch.CPU) is not Dictionary<string, object?> entries)
        {
            throw new InvalidDataException($"{path} holds no state dictionary.");
        }
        // A training checkpoint keeps the network's state under one of these names.
        foreach (var wrapper in (string[])["state_dict", "model"])
        {
            if (entries.TryGetValue(wrapper, out var inner) && inner is Dictionary<string, object?> state)
            {
                entries = state;
                break;
            }
        }
        var tensors = new Dictionary<string, Tensor>(entries.Count);
        foreach (var (name, value) in entries)
        {
            tensors.Add(name, value as Tensor ?? throw new InvalidDataException($"{path} holds no state dictionary: \"{name}\" is not a tensor."));
        }
        return tensors;
    }

    /// <summary>Whether the file is Python's: a zip archive, or the pickle stream of the older format.</summary>
    private static bool IsPythons(string path)
    {
        Span<byte> start = stackalloc byte[2];
        using var file = File.OpenRead(path);
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return read == 2 && (start.SequenceEqual("PK"u8) || start[0] == 0x80);
    }
}
