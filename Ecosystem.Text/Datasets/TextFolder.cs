using System.Text;

namespace TorchSharp.Modules;

/// <summary>
/// Text files sorted into folders, one folder for each class and one file for each sample: <c>root/neg/1.txt</c>, <c>root/pos/2.txt</c>. A file is
/// read when its sample is asked for.
/// </summary>
public sealed class TextFolder : LabelledText
{
    private readonly (string path, long label)[] found;
    private readonly TextDecoding decoding;

    /// <param name="root">The folder that holds the class folders.</param>
    /// <param name="extensions">Endings of the files to take, with their dots, whatever the case; .txt if null.</param>
    /// <param name="encoding">How the files' bytes become text; UTF-8 if null.</param>
    /// <param name="errors">What happens with bytes that are no text: "strict" throws, "replace" puts U+FFFD there, "ignore" leaves them out.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The folder has no class folders, or a class folder has no file to take.</exception>
    public TextFolder(string root, IReadOnlyList<string>? extensions = null, Encoding? encoding = null, string errors = "strict")
        : base(FindClasses(root), firstLabel: 0)
    {
        decoding = TextDecoding.Create(encoding, errors);
        this.root = root;
        found = FindSamples(extensions ?? [".txt"]);
        targets = [.. found.Select(sample => sample.label)];
    }

    /// <summary>The folder that holds the class folders.</summary>
    public string root { get; }

    /// <summary>Every file with the label of its class, by class, then by folder, then by name (ordinal order).</summary>
    public IReadOnlyList<(string path, long label)> samples => found;

    /// <inheritdoc/>
    public override IReadOnlyList<long> targets { get; }

    /// <inheritdoc/>
    public override long Count => found.Length;

    private protected override (long label, string text) Read(long index)
    {
        var (path, label) = found[index];
        var bytes = File.ReadAllBytes(path).AsSpan();
        var mark = decoding.Preamble;
        return (label, decoding.Decode(mark.Length > 0 && bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes, path, line: 1));
    }

    private static string[] FindClasses(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"There is no folder {Path.GetFullPath(root)}.");
        }
        string[] names = [.. Directory.GetDirectories(root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        return names.Length > 0
            ? names
            : throw new FileNotFoundException($"Found no class folders in {Path.GetFullPath(root)}: each class is a folder of its own there.");
    }

    private (string path, long label)[] FindSamples(IReadOnlyList<string> extensions)
    {
        var all = new List<(string, long)>();
        foreach (var name in classes)
        {
            var before = all.Count;
            var folder = Path.Combine(root, name);
            foreach (var place in Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).Append(folder).Order(StringComparer.Ordinal))
            {
                all.AddRange(Directory.GetFiles(place)
                    .Where(path => extensions.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
                    .Order(StringComparer.Ordinal)
                    .Select(path => (path, class_to_idx[name])));
            }
            if (all.Count == before)
            {
                throw new FileNotFoundException(
                    $"The class folder {Path.GetFullPath(folder)} has no file that ends in {string.Join(", ", extensions)}.");
            }
        }
        return [.. all];
    }
}
