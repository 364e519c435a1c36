using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>Data sets of pictures.</summary>
    public static partial class datasets
    {
        /// <summary>Pictures sorted into folders, one folder for each class.</summary>
        /// <param name="root">The folder that holds the class folders.</param>
        /// <param name="transform">Applied to each image, uint8 [3, H, W]; none if null.</param>
        /// <param name="target_transform">Applied to each class number; none if null.</param>
        /// <param name="loader">Reads a file; decodes it as RGB if null.</param>
        /// <param name="is_valid_file">Whether a file (its path) is taken; its ending decides if null.</param>
        /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
        /// <exception cref="FileNotFoundException">The folder has no class folders, or a class folder has no picture.</exception>
        public static ImageFolder ImageFolder(
            string root, ITransform? transform = null, Func<long, long>? target_transform = null, Func<string, Tensor>? loader = null,
            Predicate<string>? is_valid_file = null) => new(root, transform, target_transform, loader, is_valid_file);

        /// <summary>Files sorted into folders, one folder for each class.</summary>
        /// <param name="root">The folder that holds the class folders.</param>
        /// <param name="loader">Reads a file; the caller owns the result.</param>
        /// <param name="extensions">Endings of the files to take; null where <paramref name="is_valid_file"/> decides.</param>
        /// <param name="transform">Applied to each image; none if null.</param>
        /// <param name="target_transform">Applied to each class number; none if null.</param>
        /// <param name="is_valid_file">Whether a file (its path) is taken; null where <paramref name="extensions"/> decides.</param>
        public static DatasetFolder DatasetFolder(
            string root, Func<string, Tensor> loader, IReadOnlyList<string>? extensions = null, ITransform? transform = null,
            Func<long, long>? target_transform = null, Predicate<string>? is_valid_file = null) =>
            new(root, loader, extensions, transform, target_transform, is_valid_file);

        /// <summary>Random pictures of random classes, the same each time for the same index.</summary>
        /// <param name="size">Number of samples.</param>
        /// <param name="image_size">Channels, height and width; 3, 224, 224 if null.</param>
        /// <param name="num_classes">Number of classes.</param>
        /// <param name="transform">Applied to each image, uint8; none if null.</param>
        /// <param name="target_transform">Applied to each class number; none if null.</param>
        /// <param name="random_offset">Added to the index to seed a sample.</param>
        public static FakeData FakeData(
            long size = 1000, (int channels, int height, int width)? image_size = null, int num_classes = 10, ITransform? transform = null,
            Func<long, long>? target_transform = null, long random_offset = 0) =>
            new(size, image_size, num_classes, transform, target_transform, random_offset);
    }
}
