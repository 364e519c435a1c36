using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>State dictionaries in files: published ones in the cache folder, and the user's own.</summary>
internal static class Checkpoints
{
    /// <summary>A published state dictionary: from the cache that Python shares, else downloaded into it. The caller owns the tensors.</summary>
    /// <param name="url">The address; the name at its end carries the first digits of the file's SHA-256.</param>
    /// <param name="progress">Whether a download shows a progress bar.</param>
    public static Dictionary<string, Tensor> Published(string url, bool progress) =>
        Tensors(torch.hub.load_state_dict_from_url(url, map_location: torch.CPU, progress: progress, check_hash: true), url);

    /// <summary>Loads published weights into a network.</summary>
    public static void LoadInto(nn.Module network, torchvision.models.Weights weights) => Load(network, weights.get_state_dict(), []);

    /// <summary>Loads a state dictionary from a file of any format that has one into a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <param name="skip">Names to leave as they are.</param>
    public static void LoadInto(nn.Module network, string path, IList<string> skip)
    {
        Load(network, torch.serialization.load_weights(path), skip);
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

    private static Dictionary<string, Tensor> Tensors(object? content, string source)
    {
        if (content is not Dictionary<string, object?> entries)
        {
            throw new InvalidDataException($"{source} holds no state dictionary.");
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
            tensors.Add(name, value as Tensor ?? throw new InvalidDataException($"{source} holds no state dictionary: \"{name}\" is not a tensor."));
        }
        return tensors;
    }
}
