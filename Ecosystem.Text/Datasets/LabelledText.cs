using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Texts, each with the number of its class, in the order of Python's samples: label, then text.</summary>
/// <remarks>It is enumerated as Python's data pipes are, and indexed as its map-style data sets are.</remarks>
public abstract class LabelledText : utils.data.Dataset<(long label, string text)>, IEnumerable<(long label, string text)>
{
    private readonly string[] classNames;

    /// <param name="classes">The names of the classes, in the order of their labels.</param>
    /// <param name="firstLabel">The label of the first class.</param>
    private protected LabelledText(IEnumerable<string> classes, long firstLabel)
    {
        classNames = [.. classes];
        first_label = firstLabel;
        class_to_idx = classNames.Select((name, index) => (name, index)).ToDictionary(entry => entry.name, entry => entry.index + firstLabel,
            StringComparer.Ordinal);
    }

    /// <summary>The names of the classes, in the order of their labels.</summary>
    public IReadOnlyList<string> classes => classNames;

    /// <summary>The label of each class.</summary>
    public IReadOnlyDictionary<string, long> class_to_idx { get; }

    /// <summary>The label of the first class: 0, or 1 in the sets that Python numbers from 1.</summary>
    public long first_label { get; }

    /// <summary>The label of every sample.</summary>
    public abstract IReadOnlyList<long> targets { get; }

    /// <summary>One sample.</summary>
    /// <param name="index">From 0 to <see cref="utils.data.Dataset{T}.Count"/> - 1.</param>
    /// <exception cref="TextFileException">Its file is malformed.</exception>
    public sealed override (long label, string text) GetTensor(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return Read(index);
    }

    /// <summary>All samples, in order.</summary>
    public IEnumerator<(long label, string text)> GetEnumerator()
    {
        for (long index = 0; index < Count; index++)
        {
            yield return Read(index);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads a sample whose index is within bounds.</summary>
    private protected abstract (long label, string text) Read(long index);
}
