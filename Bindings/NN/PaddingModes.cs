namespace TorchSharp;

/// <summary>What is put around a tensor.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The tensor mirrored at its edge, the edge itself not repeated.</summary>
    Reflect = 1,

    /// <summary>The edge repeated.</summary>
    Replicate = 2,

    /// <summary>The other side of the tensor.</summary>
    Circular = 3,

    /// <summary>A given value.</summary>
    Constant = 4,
}
