namespace TorchSharp;

/// <summary>From Python's names of layouts and memory formats to what operators take.</summary>
public static class LayoutExtensionMethods
{
    /// <summary>The memory format of this name.</summary>
    /// <param name="format">The name.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such name.</exception>
    public static torch.MemoryFormat ToMemoryFormat(this memory_format format) => format switch
    {
        memory_format.preserve_format => torch.MemoryFormat.Preserve,
        memory_format.contiguous_format => torch.MemoryFormat.Contiguous,
        memory_format.channels_last => torch.MemoryFormat.ChannelsLast,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not a memory format"),
    };

    /// <summary>The layout of this name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such name.</exception>
    public static torch.Layout ToLayout(this layout name) => name switch
    {
        layout.strided => torch.Layout.Strided,
        layout.sparse_coo => torch.Layout.Sparse,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not a layout"),
    };
}
