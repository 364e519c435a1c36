using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The entries of a sparse gradient, each index once, and what dense tensors hold at their places.</summary>
internal sealed class SparseEntries
{
    private readonly Tensor _gradient;
    private readonly Tensor _indices;

    /// <param name="gradient">The gradient; entries of one index are summed, since updates that are not linear need them together.</param>
    public SparseEntries(Tensor gradient)
    {
        _gradient = ops.aten.coalesce(gradient);
        _indices = ops.aten._indices(_gradient);
        Values = ops.aten._values(_gradient);
    }

    /// <summary>The entries' values.</summary>
    public Tensor Values { get; }

    /// <summary>A dense tensor's values at the entries' places.</summary>
    public Tensor Of(Tensor dense) =>
        Values.numel() == 0 ? Values : ops.aten._values(ops.aten.sparse_mask(dense, _gradient)); // 1.13's mask loses the shape of no entries

    /// <summary>Adds values to a dense tensor at the entries' places.</summary>
    public void AddTo(Tensor dense, Tensor values) =>
        ops.aten.add__Tensor(dense, ops.aten._sparse_coo_tensor_unsafe(_indices, values, _gradient.shape));
}
