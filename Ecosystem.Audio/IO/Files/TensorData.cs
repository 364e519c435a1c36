using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The memory of tensors on the host, also of those that are too big for one span.</summary>
internal static unsafe class TensorData
{
    /// <summary>The first element of a contiguous tensor; the address holds while the tensor lives.</summary>
    internal static byte* Pointer(Tensor contiguous)
    {
        if (contiguous.numel() == 0)
        {
            return null;
        }

        // A span ends at 2 GiB; the first element's is enough to know where all begin.
        using Tensor flat = contiguous.view(-1);
        using Tensor first = flat.narrow(0, 0, 1);
        return (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(first.bytes));
    }
}
