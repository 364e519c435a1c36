namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public static partial class graph
        {
            /// <summary>Tensors that operations on this thread save for backward go through a pair of functions, until the result is disposed.</summary>
            /// <typeparam name="T">What is kept in a tensor's place.</typeparam>
            /// <param name="pack_hook">Called when an operation saves a tensor, which it must not change in place; gives what is kept.</param>
            /// <param name="unpack_hook">Called in backward with what was kept; gives a tensor with the content of the saved one.</param>
            /// <remarks>Pairs nest: the innermost one is used. Dispose it on the thread that made it, the innermost first.</remarks>
            public static IDisposable saved_tensors_hooks<T>(Func<Tensor, T> pack_hook, Func<T, Tensor> unpack_hook)
            {
                ArgumentNullException.ThrowIfNull(pack_hook);
                ArgumentNullException.ThrowIfNull(unpack_hook);
                return new SavedTensorsHooks(tensor => pack_hook(tensor), kept => unpack_hook((T)kept!));
            }

            /// <summary>
            /// Tensors that operations on this thread save for backward wait in the host's memory, until the result is disposed; backward
            /// copies them back to their device.
            /// </summary>
            /// <param name="pin_memory">Whether to keep them in pinned memory, which is copied faster to and from a GPU.</param>
            public static IDisposable save_on_cpu(bool pin_memory = false) =>
                saved_tensors_hooks(tensor => OnHost(tensor, pin_memory), kept => kept.tensor.to(kept.device));

            private static (Device device, Tensor tensor) OnHost(Tensor tensor, bool pin)
            {
                // A copy even on the CPU, as Python keeps one: what is saved no longer shares memory with the graph's tensors.
                Tensor copy = tensor.is_sparse ? tensor.cpu().clone() : empty_like(tensor, device: CPU).copy_(tensor);
                if (pin && cuda.is_available() && !tensor.is_sparse)
                {
                    Tensor pinned = copy.pin_memory();
                    copy.Dispose();
                    copy = pinned;
                }

                return (tensor.device, copy.DetachFromDisposeScope());
            }
        }
    }
}
