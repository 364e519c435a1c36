namespace TorchSharp;

/// <summary>Which dimension is densest in memory, under Python's names; <see cref="torch.MemoryFormat"/> is what operators take.</summary>
public enum memory_format
{
    /// <summary>As the source has it.</summary>
    preserve_format,

    /// <summary>Row-major.</summary>
    contiguous_format,

    /// <summary>N, H, W, C in memory for shapes N, C, H, W.</summary>
    channels_last,
}
