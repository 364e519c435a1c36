namespace TorchSharp;

/// <summary>Which way the grids of <see cref="torch.meshgrid(IEnumerable{torch.Tensor}, indexing)"/> run.</summary>
public enum indexing
{
    /// <summary>As a picture has them: the first coordinate runs along the columns.</summary>
    xy,

    /// <summary>As a matrix has them: the first coordinate runs along the rows.</summary>
    ij,
}
