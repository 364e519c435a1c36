using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Pictures sorted into folders, one folder for each class. Python's <c>torchvision.datasets.ImageFolder</c>; a picture is a uint8 tensor
/// [3, H, W] before it is transformed.
/// </summary>
public sealed class ImageFolder : DatasetFolder
{
    /// <summary>Endings of the files that are taken unless the caller decides.</summary>
    public static readonly IReadOnlyList<string> IMG_EXTENSIONS = [".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp"];

    /// <param name="root">The folder that holds the class folders.</param>
    /// <param name="transform">Applied to each image; none if null.</param>
    /// <param name="target_transform">Applied to each class number; none if null.</param>
    /// <param name="loader">Reads a file; decodes it as RGB if null.</param>
    /// <param name="is_valid_file">Whether a file (its path) is taken; its ending decides if null.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The folder has no class folders, or a class folder has no picture.</exception>
    public ImageFolder(
        string root, torchvision.ITransform? transform = null, Func<long, long>? target_transform = null, Func<string, Tensor>? loader = null,
        Predicate<string>? is_valid_file = null)
        : base(root, loader ?? ReadRgb, is_valid_file is null ? IMG_EXTENSIONS : null, transform, target_transform, is_valid_file)
    {
    }

    private static Tensor ReadRgb(string path) => torchvision.io.read_image(path, torchvision.io.ImageReadMode.RGB);
}
