namespace TorchSharp;

public static partial class torch
{
    /// <summary>The coordinates of a grid, a tensor for each dimension (torch.meshgrid).</summary>
    /// <param name="tensors">The coordinates along each dimension: tensors of one dimension or none.</param>
    /// <param name="indexing">Which way the grids run.</param>
    /// <returns>As many tensors of the grid's shape as there are coordinates.</returns>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, indexing indexing) => meshgrid(tensors, indexing.ToString());
}
