namespace TorchSharp.Interop;

/// <summary>What libtorch may have been built with; the numbers are the shim's (tl_part).</summary>
internal enum LibraryPart
{
    Cuda = 1,
    CuDnn = 2,
    Magma = 3,
    Mkl = 4,
    MklDnn = 5,
    OpenMP = 6,
    Lapack = 7,
    XnnPack = 8,
}
