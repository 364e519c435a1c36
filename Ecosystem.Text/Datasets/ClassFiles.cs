using System.Text;

namespace TorchSharp.Modules;

/// <summary>
/// Text files that hold one class each, with one sample to a line: <c>rt-polarity.neg</c>, <c>rt-polarity.pos</c>. Empty lines are no samples, and
/// white space around a line is none of it. The files are read when the data set is made.
/// </summary>
public sealed class ClassFiles : LabelledText
{
    private static readonly char[] Separators = ['.', '-', '_', ' '];

    private readonly LabelledTextList list;

    /// <param name="root">
    /// The folder whose files are the classes, in ordinal order of their names (hidden files are left out). A class is called by what tells its
    /// file's name from the others': the files above are the classes neg and pos.
    /// </param>
    /// <param name="encoding">How the files' bytes become text; UTF-8 if null.</param>
    /// <param name="errors">What happens with bytes that are no text: "strict" throws, "replace" puts U+FFFD there, "ignore" leaves them out.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">It holds fewer than two files.</exception>
    /// <exception cref="TextFileException">A file is malformed; the message says where.</exception>
    public ClassFiles(string root, Encoding? encoding = null, string errors = "strict")
        : this(FilesIn(root), encoding, errors)
    {
    }

    /// <param name="files">The classes and their files, in the order of the labels.</param>
    /// <param name="encoding">How the files' bytes become text; UTF-8 if null.</param>
    /// <param name="errors">As for the other constructor.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="TextFileException">A file is malformed; the message says where.</exception>
    public ClassFiles(IReadOnlyList<(string name, string path)> files, Encoding? encoding = null, string errors = "strict")
        : base(files.Select(file => file.name), firstLabel: 0)
    {
        var decoding = TextDecoding.Create(encoding, errors);
        this.files = files;
        list = new LabelledTextList(files.SelectMany((file, label) => LinesOf(file.path, decoding).Select(line => ((long)label, line))), classes);
    }

    /// <summary>The classes and their files.</summary>
    public IReadOnlyList<(string name, string path)> files { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<long> targets => list.targets;

    /// <inheritdoc/>
    public override long Count => list.Count;

    private protected override (long label, string text) Read(long index) => list.GetTensor(index);

    private static IEnumerable<string> LinesOf(string path, TextDecoding decoding)
    {
        using var lines = new TextLines(path, decoding);
        while (lines.Read() is { } line)
        {
            if (PythonText.Strip(line).ToString() is { Length: > 0 } text)
            {
                yield return text;
            }
        }
    }

    private static (string name, string path)[] FilesIn(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"There is no folder {Path.GetFullPath(root)}.");
        }
        string[] paths = [.. Directory.GetFiles(root).Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal)];
        if (paths.Length < 2)
        {
            throw new FileNotFoundException($"{Path.GetFullPath(root)} holds {paths.Length} file(s), and each class is a file of its own there.");
        }
        return [.. Distinctive([.. paths.Select(path => Path.GetFileName(path))]).Zip(paths)];
    }

    // What is left of the names without the beginning and the ending that all share, each cut at a separator.
    private static string[] Distinctive(string[] names)
    {
        var head = names.Aggregate((one, other) => one[..one.AsSpan().CommonPrefixLength(other)]);
        var skip = head.LastIndexOfAny(Separators) + 1;
        var tail = names.Select(name => name[skip..])
            .Aggregate((one, other) => one[^Enumerable.Range(0, Math.Min(one.Length, other.Length) + 1).Last(count => one[^count..] == other[^count..])..]);
        var dot = tail.IndexOfAny(Separators);
        var drop = dot < 0 ? 0 : tail.Length - dot;
        return [.. names.Select(name => name[skip..^drop])];
    }
}
