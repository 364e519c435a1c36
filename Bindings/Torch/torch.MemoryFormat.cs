namespace TorchSharp;

public static partial class torch
{
    /// <summary>Which dimension is densest in memory (torch.memory_format); the numbers are libtorch's.</summary>
    public enum MemoryFormat : sbyte
    {
        /// <summary>Row-major.</summary>
        Contiguous = 0,

        /// <summary>As the source has it.</summary>
        Preserve = 1,

        /// <summary>N, H, W, C in memory for shapes N, C, H, W.</summary>
        ChannelsLast = 2,

        /// <summary>N, D, H, W, C in memory for shapes N, C, D, H, W.</summary>
        ChannelsLast3d = 3,
    }

    /// <summary>Row-major (torch.contiguous_format).</summary>
    public static readonly MemoryFormat contiguous_format = MemoryFormat.Contiguous;

    /// <summary>As the source has it (torch.preserve_format).</summary>
    public static readonly MemoryFormat preserve_format = MemoryFormat.Preserve;

    /// <summary>N, H, W, C in memory (torch.channels_last).</summary>
    public static readonly MemoryFormat channels_last = MemoryFormat.ChannelsLast;

    /// <summary>N, D, H, W, C in memory (torch.channels_last_3d).</summary>
    public static readonly MemoryFormat channels_last_3d = MemoryFormat.ChannelsLast3d;
}
