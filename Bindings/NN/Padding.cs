namespace TorchSharp;

/// <summary>How a convolution pads by name.</summary>
public enum Padding
{
    /// <summary>No padding.</summary>
    Valid = 0,

    /// <summary>As much zero padding as keeps the size.</summary>
    Same = 1,
}
