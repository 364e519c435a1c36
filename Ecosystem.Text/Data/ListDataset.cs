using static TorchSharp.torch.utils.data;

namespace TorchSharp;

/// <summary>A list as a data set.</summary>
internal sealed class ListDataset<T>(List<T> samples) : Dataset<T>
{
    public override long Count => samples.Count;

    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public override T GetTensor(long index) => index >= 0 && index < samples.Count
        ? samples[(int)index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {samples.Count} samples.");
}
