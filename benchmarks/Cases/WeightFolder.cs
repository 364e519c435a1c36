using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Benchmarks.Cases;

/// <summary>A temporary folder with the same 400 MB of weights, such as a network of a hundred million parameters has, in both formats.</summary>
internal sealed class WeightFolder : IDisposable
{
    private const int Layers = 95;
    private const long Width = 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("torchlight-bench-").FullName;

    public WeightFolder()
    {
        using var scope = NewDisposeScope();
        var state = new Dictionary<string, Tensor>();
        for (var layer = 0; layer < Layers; layer++)
        {
            state.Add($"layers.{layer}.weight", rand(Width, Width));
            state.Add($"layers.{layer}.bias", rand(Width));
        }

        serialization.save(state, TorchFile);
        safetensors.torch.save_file(state, Safetensors);
    }

    /// <summary>The file of <c>torch.save</c>.</summary>
    public string TorchFile => Path.Combine(_folder, "weights.pth");

    /// <summary>The safetensors file.</summary>
    public string Safetensors => Path.Combine(_folder, "weights.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
