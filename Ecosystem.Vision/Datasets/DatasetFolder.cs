using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Files sorted into folders, one folder for each class: <c>root/cat/1.jpg</c>, <c>root/dog/2.jpg</c>. Python's
/// <c>torchvision.datasets.DatasetFolder</c>: the same classes, the same samples in the same order.
/// </summary>
public class DatasetFolder : utils.data.Dataset<(Tensor image, Tensor label)>
{
    private readonly Func<string, Tensor> loader;
    private readonly torchvision.ITransform? transform;
    private readonly Func<long, long>? targetTransform;
    private readonly (string path, int label)[] found;

    /// <param name="root">The folder that holds the class folders.</param>
    /// <param name="loader">Reads a file; the caller owns the result.</param>
    /// <param name="extensions">Endings of the files to take, with their dots, whatever the case; null where <paramref name="is_valid_file"/> decides.</param>
    /// <param name="transform">Applied to each image; none if null.</param>
    /// <param name="target_transform">Applied to each class number; none if null.</param>
    /// <param name="is_valid_file">Whether a file (its path) is taken; null where <paramref name="extensions"/> decides.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The folder has no class folders, or a class folder has no file to take.</exception>
    public DatasetFolder(
        string root, Func<string, Tensor> loader, IReadOnlyList<string>? extensions = null, torchvision.ITransform? transform = null,
        Func<long, long>? target_transform = null, Predicate<string>? is_valid_file = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        ArgumentNullException.ThrowIfNull(loader);
        if (extensions is null == is_valid_file is null)
        {
            throw new ArgumentException($"Give either {nameof(extensions)} or {nameof(is_valid_file)}, not both and not neither.");
        }
        (this.root, this.loader, this.transform, targetTransform) = (root, loader, transform, target_transform);
        classes = FindClasses(root);
        class_to_idx = classes.Select((name, index) => (name, index)).ToDictionary(entry => entry.name, entry => entry.index, StringComparer.Ordinal);
        found = FindSamples(is_valid_file ?? (path => extensions!.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase))), extensions);
    }

    /// <summary>The folder that holds the class folders.</summary>
    public string root { get; }

    /// <summary>The names of the classes, in ordinal order; a class's number is its place here.</summary>
    public IReadOnlyList<string> classes { get; }

    /// <summary>The number of each class.</summary>
    public IReadOnlyDictionary<string, int> class_to_idx { get; }

    /// <summary>Every file with the number of its class, by class, then by folder, then by name.</summary>
    public IReadOnlyList<(string path, int label)> samples => found;

    /// <summary>The class number of every sample.</summary>
    public IReadOnlyList<int> targets => [.. found.Select(sample => sample.label)];

    /// <inheritdoc/>
    public override long Count => found.Length;

    /// <summary>Reads a sample: the transformed image, and its class as a 0-dimensional int64 tensor. The caller owns both.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="InvalidDataException">The file cannot be read; the message names it.</exception>
    public override (Tensor image, Tensor label) GetTensor(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        using var scope = NewDisposeScope();
        var (path, label) = found[index];
        Tensor image;
        try
        {
            image = loader(path);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new InvalidDataException($"Sample {index}, {path}, cannot be read: {e.Message}", e);
        }
        var result = transform is null ? image : transform.call(image);
        var target = torch.tensor(targetTransform is null ? label : targetTransform(label));
        return (result.MoveToOuterDisposeScope(), target.MoveToOuterDisposeScope());
    }

    private static string[] FindClasses(string root)
    {
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"There is no folder {Path.GetFullPath(root)}.");
        }
        string[] names = [.. Directory.GetDirectories(root).Select(path => Path.GetFileName(path))];
        Array.Sort(names, StringComparer.Ordinal);
        return names.Length > 0
            ? names
            : throw new FileNotFoundException($"Found no class folders in {Path.GetFullPath(root)}: each class is a folder of its own there.");
    }

    private (string path, int label)[] FindSamples(Predicate<string> isValid, IReadOnlyList<string>? extensions)
    {
        var all = new List<(string, int)>();
        var empty = new List<string>();
        for (var label = 0; label < classes.Count; label++)
        {
            var before = all.Count;
            foreach (var folder in FoldersUnder(Path.Combine(root, classes[label])))
            {
                string[] files = Directory.GetFiles(folder);
                Array.Sort(files, StringComparer.Ordinal);
                all.AddRange(files.Where(path => isValid(path)).Select(path => (path, label)));
            }
            if (all.Count == before)
            {
                empty.Add(classes[label]);
            }
        }
        if (empty.Count == 0)
        {
            return [.. all];
        }
        var endings = extensions is null ? "" : $" Files taken end in {string.Join(", ", extensions)}.";
        throw new FileNotFoundException(
            $"Found no valid file for the class{(empty.Count == 1 ? "" : "es")} {string.Join(", ", empty)} in {Path.GetFullPath(root)}.{endings}");
    }

    /// <summary>A folder and all below it, in ordinal order of their paths.</summary>
    private static List<string> FoldersUnder(string folder)
    {
        var folders = new List<string> { folder };
        for (var i = 0; i < folders.Count; i++)
        {
            folders.AddRange(Directory.GetDirectories(folders[i]));
        }
        folders.Sort(StringComparer.Ordinal);
        return folders;
    }
}
