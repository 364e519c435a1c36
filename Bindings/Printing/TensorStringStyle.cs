namespace TorchSharp;

/// <summary>How a tensor reads as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata,

    /// <summary>As Julia prints arrays: a line of shape, type and device, then the elements in columns.</summary>
    Julia,

    /// <summary>As NumPy prints arrays.</summary>
    Numpy,

    /// <summary>As a C# expression.</summary>
    CSharp,

    /// <summary>What torch.set_printoptions set; <see cref="Python"/> unless it did.</summary>
    Default,

    /// <summary>As PyTorch prints tensors.</summary>
    Python,
}
