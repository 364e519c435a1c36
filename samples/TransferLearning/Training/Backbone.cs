using Reporting;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TransferLearning.Training;

/// <summary>Makes the networks, with fresh weights or with those of a checkpoint.</summary>
internal static class Backbone
{
    private static readonly Dictionary<string, Func<int, ResNet>> Makers = new()
    {
        ["resnet18"] = classes => torchvision.models.resnet18(num_classes: classes),
        ["resnet34"] = classes => torchvision.models.resnet34(num_classes: classes),
        ["resnet50"] = classes => torchvision.models.resnet50(num_classes: classes),
    };

    /// <summary>The networks that there are.</summary>
    public static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <summary>A network with fresh weights.</summary>
    public static ResNet Fresh(string name, int classes) => Makers[name](classes);

    /// <summary>A network with a fresh head on the backbone of a checkpoint, whatever classes that was trained for.</summary>
    /// <param name="name">Which ResNet.</param>
    /// <param name="classes">How many classes the head tells apart.</param>
    /// <param name="path">A file written by <see cref="Save"/>, or PyTorch's own (resnet18-f37072fd.pth).</param>
    /// <exception cref="DemoException">There is no such file, it is no checkpoint, or its tensors do not fit the network.</exception>
    public static ResNet FromFile(string name, int classes, string path)
    {
        var net = Fresh(name, classes);
        using var scope = NewDisposeScope();
        var weights = Read(path);
        var own = net.state_dict();
        var wanted = own.Where(entry => !IsHead(entry.Key)).ToList();
        foreach (var (key, tensor) in wanted)
        {
            if (!weights.TryGetValue(key, out var given) || !given.shape.SequenceEqual(tensor.shape))
            {
                throw new DemoException($"{path} does not hold the weights of a {name}: {key} is missing or of another shape.");
            }

            own[key] = given;
        }

        net.load_state_dict(own);
        return net;
    }

    /// <summary>Writes a network's weights as a state dictionary, which Python's torch.load reads too.</summary>
    public static void Save(ResNet net, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var scope = NewDisposeScope();
        serialization.save(net.state_dict().ToDictionary(entry => entry.Key, entry => (object?)entry.Value), path);
    }

    private static bool IsHead(string key) => key.StartsWith("fc.", StringComparison.Ordinal);

    private static Dictionary<string, Tensor> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new DemoException($"There is no checkpoint {path}.");
        }

        if (serialization.load(path) is not Dictionary<string, object?> entries)
        {
            throw new DemoException($"{path} is not a state dictionary: expected names and tensors.");
        }

        return entries.Where(entry => entry.Value is Tensor).ToDictionary(entry => entry.Key, entry => (Tensor)entry.Value!);
    }
}
