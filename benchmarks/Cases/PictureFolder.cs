using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Benchmarks.Cases;

/// <summary>A temporary image folder: JPEG files of 320 x 240, smooth with grain, about as heavy to decode as photographs.</summary>
internal sealed class PictureFolder : IDisposable
{
    /// <summary>How many pictures it holds.</summary>
    public const int Count = 512;

    public PictureFolder()
    {
        random.manual_seed(1);
        for (var i = 0; i < Count; i++)
        {
            using var scope = NewDisposeScope();
            var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, i % 2 == 0 ? "even" : "odd"));
            var smooth = nn.functional.interpolate(rand(1, 3, 12, 16), size: [240, 320], mode: InterpolationMode.Bicubic);
            var picture = ((smooth + (randn(1, 3, 240, 320) * 0.03f)).clamp(0, 1) * 255).to(uint8)[0];
            torchvision.io.write_jpeg(picture, System.IO.Path.Combine(folder.FullName, $"{i:0000}.jpg"), 90);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("torchlight-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
