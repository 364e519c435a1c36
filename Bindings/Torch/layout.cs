namespace TorchSharp;

/// <summary>How elements lie in memory, under Python's names; <see cref="torch.Layout"/> is what operators take.</summary>
public enum layout
{
    /// <summary>Dense, by strides.</summary>
    strided,

    /// <summary>Coordinates and values.</summary>
    sparse_coo,
}
