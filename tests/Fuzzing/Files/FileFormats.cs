using TorchSharp;
using static TorchSharp.torch;

namespace Fuzzing.Files;

/// <summary>The files that are damaged: Python's, from tests/golden, and one of each format that only we write.</summary>
internal static class FileFormats
{
    /// <summary>All of them.</summary>
    public static FileFormat[] All() =>
    [
        .. Python("*.pt", path => serialization.load(path)),
        .. Python("*.pth", path => serialization.load(path)),
        .. Python("*.safetensors", path => safetensors.torch.load_file(path)),
        .. Python("*.npy", path => np.load(path)),
        .. Python("*.npz", LoadArchive),
        .. Python("*.script", path => jit.load(path).Dispose()),
        new("module.dat", Saved(), Load),
    ];

    private static IEnumerable<FileFormat> Python(string pattern, Action<string> load) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "files"), pattern).Order(StringComparer.Ordinal)
            .Select(path => new FileFormat(Path.GetFileName(path), File.ReadAllBytes(path), load));

    private static void LoadArchive(string path)
    {
        using var archive = np.load_npz(path);
        foreach (var name in archive.files)
        {
            archive.get(name);
        }
    }

    private static nn.Module<Tensor, Tensor> Network() => nn.Sequential(("first", nn.Linear(3, 4)), ("norm", nn.BatchNorm1d(4)));

    private static byte[] Saved()
    {
        var path = Path.GetTempFileName();
        using var network = Network();
        network.save(path);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static void Load(string path)
    {
        using var network = Network();
        network.load(path);
    }
}
