using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The Stanford Sentiment Treebank with two classes, as GLUE has it: phrases with the label 0 (negative) or 1 (positive), in the order of Python's
/// samples: text, then label.
/// </summary>
public sealed class SST2 : utils.data.Dataset<(string text, long? label)>, IEnumerable<(string text, long? label)>
{
    private readonly List<(string, long?)> samples = [];

    /// <param name="root">The folder that holds <c>datasets/SST2</c>; torchtext's cache folder if null.</param>
    /// <param name="split">"train" (67,349 phrases), "dev" (872) or "test" (1,821, whose labels are not published: null).</param>
    /// <exception cref="DownloadException">The archive is not there and cannot be downloaded.</exception>
    /// <exception cref="ArchiveException">The archive is damaged.</exception>
    /// <exception cref="TextFileException">The file is malformed; the message says where.</exception>
    public SST2(string? root, string split)
    {
        PublishedText.RequireSplit(split, "train", "dev", "test");
        var folder = PublishedText.Folder(root, nameof(SST2));
        var path = Path.Combine(folder, "SST-2", split + ".tsv");
        if (!File.Exists(path))
        {
            var archive = Path.Combine(folder, "SST-2.zip");
            PublishedText.Require(archive, "https://dl.fbaipublicfiles.com/glue/data/SST-2.zip", "9f81648d4199384278b86e315dac217c");
            hub.extract_archive(archive, folder);
        }
        var text = split == "test" ? 1 : 0;
        foreach (var (fields, line) in PublishedText.Records(path, '\t').Skip(1))
        {
            var other = PublishedText.Field(fields, 1, path, line);
            samples.Add((PythonText.Strip(fields[text]).ToString(), split == "test" ? null : PublishedText.Label(other, 0, 1, path, line)));
        }
    }

    /// <inheritdoc/>
    public override long Count => samples.Count;

    /// <summary>One phrase and its label; null where it is not published.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public override (string text, long? label) GetTensor(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return samples[(int)index];
    }

    /// <summary>All phrases, in order.</summary>
    public IEnumerator<(string text, long? label)> GetEnumerator() => samples.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
