using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Puts batches into memory that CUDA devices read directly.</summary>
internal static class PinnedMemory
{
    private static int s_warned;

    /// <summary>Whether memory can be pinned; where it cannot, this says so once and nothing is done, as in Python.</summary>
    internal static bool IsUseful()
    {
        if (cuda.is_available())
        {
            return true;
        }

        if (Interlocked.Exchange(ref s_warned, 1) == 0)
        {
            System.Diagnostics.Trace.TraceWarning("pin_memory was asked for, but there is no CUDA device: memory is not pinned.");
        }

        return false;
    }

    /// <summary>The collation, and behind it the pinning of every tensor of the batch. The tensors stay the same objects.</summary>
    internal static Func<IEnumerable<T>, Device, S> Behind<T, S>(Func<IEnumerable<T>, Device, S> collate) => (samples, device) =>
    {
        S batch = collate(samples, device);
        var tensors = new List<Tensor>();
        TensorTree.Collect(batch, tensors);
        foreach (Tensor tensor in tensors.Where(tensor => tensor.device.type == DeviceType.CPU && tensor.layout == Layout.Strided))
        {
            using Tensor pinned = tensor.pin_memory();
            ops.aten.set_data(tensor, pinned);
        }

        return batch;
    };
}
