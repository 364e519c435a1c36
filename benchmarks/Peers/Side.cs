namespace Torchlight.Benchmarks.Peers;

/// <summary>Whose program runs a case.</summary>
internal enum Side
{
    /// <summary>Torchlight, this program.</summary>
    Ours,

    /// <summary>PyTorch.</summary>
    Python,

    /// <summary>libtorch's own C++ interface.</summary>
    Cpp,

    /// <summary>Hugging Face's tokenizers: its native code, called from Node.</summary>
    Node,
}
