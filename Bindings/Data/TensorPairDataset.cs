using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Two tensors that share their first dimension, as a dataset of pairs.</summary>
public sealed class TensorPairDataset : utils.data.Dataset<(Tensor, Tensor)>
{
    private readonly Tensor _first;
    private readonly Tensor _second;

    internal TensorPairDataset(Tensor first, Tensor second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        TensorDataset.CheckSizes(first, second);
        _first = first;
        _second = second;
    }

    /// <inheritdoc/>
    public override long Count => _first.size(0);

    /// <inheritdoc/>
    public override (Tensor, Tensor) GetTensor(long index) => (ops.aten.select_int(_first, 0, index), ops.aten.select_int(_second, 0, index));
}
