using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors that share their first dimension, as a dataset of lists (Python's <c>TensorDataset</c>).</summary>
public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        CheckSizes(tensors);
        _tensors = tensors;
    }

    /// <inheritdoc/>
    public override long Count => _tensors[0].size(0);

    /// <summary>One sample.</summary>
    /// <param name="index">Its index.</param>
    public IList<Tensor> this[long index] => GetTensor(index);

    /// <inheritdoc/>
    public override IList<Tensor> GetTensor(long index) => Array.ConvertAll(_tensors, tensor => ops.aten.select_int(tensor, 0, index));

    internal static void CheckSizes(params ReadOnlySpan<Tensor> tensors)
    {
        if (tensors.Length == 0)
        {
            throw new ArgumentException("At least one tensor is needed.", nameof(tensors));
        }
        foreach (var tensor in tensors)
        {
            if (tensor.dim() == 0 || tensor.size(0) != tensors[0].size(0))
            {
                throw new ArgumentException("The tensors have to have the same size in their first dimension.", nameof(tensors));
            }
        }
    }
}
