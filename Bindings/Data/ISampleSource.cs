using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch.utils.data;

namespace TorchSharp;

/// <summary>Where the samples of one batch come from.</summary>
internal interface ISampleSource<T>
{
    /// <summary>How many samples there are at most.</summary>
    int Limit { get; }

    /// <summary>The next sample; false at the end of a stream.</summary>
    bool TryTake(int position, [MaybeNullWhen(false)] out T sample);

    /// <summary>The sample's index in the dataset; null for a stream.</summary>
    long? IndexOf(int position);
}

/// <summary>Samples by index.</summary>
internal sealed class IndexedSamples<T>(Dataset<T> dataset, IReadOnlyList<long> indices) : ISampleSource<T>
{
    public int Limit => indices.Count;

    public bool TryTake(int position, [MaybeNullWhen(false)] out T sample)
    {
        sample = dataset.GetTensor(indices[position]);
        return true;
    }

    public long? IndexOf(int position) => indices[position];
}

/// <summary>The next samples of a stream.</summary>
internal sealed class StreamedSamples<T>(IEnumerator<T> stream, int limit) : ISampleSource<T>
{
    public int Limit => limit;

    public bool TryTake(int position, [MaybeNullWhen(false)] out T sample)
    {
        var more = stream.MoveNext();
        sample = more ? stream.Current : default;
        return more;
    }

    public long? IndexOf(int position) => null;
}
