using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Operators whose index is given as numbers: it becomes a tensor for the call.</summary>
internal static class IndexTensors
{
    internal static Tensor TakeAlongDim(Tensor input, IEnumerable<long> indices, long? dim)
    {
        ArgumentNullException.ThrowIfNull(indices);
        using Tensor index = from_array(indices.ToArray(), input.device);
        return ops.aten.take_along_dim(input, index, dim);
    }
}
