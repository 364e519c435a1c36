namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a tensor's elements lie in memory (torch.layout); the numbers are libtorch's.</summary>
    public enum Layout : sbyte
    {
        /// <summary>Dense, by strides.</summary>
        Strided = 0,

        /// <summary>Coordinates and values (COO).</summary>
        Sparse = 1,

        /// <summary>Compressed sparse rows (CSR).</summary>
        SparseCsr = 2,

        /// <summary>Opaque to libtorch's own kernels (oneDNN).</summary>
        Mkldnn = 3,

        /// <summary>Compressed sparse columns (CSC).</summary>
        SparseCsc = 4,

        /// <summary>Block compressed sparse rows (BSR).</summary>
        SparseBsr = 5,

        /// <summary>Block compressed sparse columns (BSC).</summary>
        SparseBsc = 6,

        /// <summary>Python's own nested tensors, which libtorch has a name for since 2.1 and nothing else; see <see cref="nested"/>.</summary>
        Jagged = 7,
    }

    /// <summary>Dense, by strides (torch.strided).</summary>
    public static readonly Layout strided = Layout.Strided;

    /// <summary>Python's own nested tensors (torch.jagged), which cannot be made here; see <see cref="nested"/>.</summary>
    public static readonly Layout jagged = Layout.Jagged;
}
