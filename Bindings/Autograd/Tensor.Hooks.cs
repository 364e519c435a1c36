using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The node that recorded how the tensor was made; null for a leaf. Its text is the operation's name, such as AddBackward0.</summary>
        public unsafe autograd.graph.Node? grad_fn
        {
            get
            {
                nint node;
                NativeError.Check(NativeMethods.tl_tensor_grad_fn(Handle, &node), "grad_fn");
                EndUse();
                return node == 0 ? null : new autograd.graph.Node(GraphHandle.Node(node));
            }
        }

        /// <summary>Calls a function with every gradient of this tensor that backward computes, and goes on with what it gives.</summary>
        /// <param name="hook">
        /// Gets the gradient, which it must not change in place; gives another of the same type and shape, or null to keep it. It runs on the
        /// thread of the gradients' device. What it throws reaches whoever asked for the gradients.
        /// </param>
        /// <returns>What takes the hook off again.</returns>
        /// <exception cref="TorchException">The tensor does not ask for gradients.</exception>
        /// <remarks>Hooks run in the order of their registration. A hook that refers to this very tensor keeps it alive: take it off.</remarks>
        public utils.hooks.RemovableHandle register_hook(Func<Tensor, Tensor?> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return AddHook((tensors, _) => [hook(tensors[0]!)], accumulated: false);
        }

        /// <summary>Calls a function with every gradient of this tensor that backward computes.</summary>
        /// <inheritdoc cref="register_hook(Func{Tensor, Tensor?})"/>
        public utils.hooks.RemovableHandle register_hook(Action<Tensor> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return AddHook(
                (tensors, _) =>
                {
                    hook(tensors[0]!);
                    return null;
                },
                accumulated: false);
        }

        /// <summary>Calls a function each time that backward has added to this leaf's <see cref="grad"/>.</summary>
        /// <param name="hook">Gets the leaf, in an object of its own.</param>
        /// <returns>What takes the hook off again.</returns>
        /// <exception cref="TorchNotImplementedException">libtorch is older than 2.1, which brought such hooks.</exception>
        /// <exception cref="TorchException">The tensor is not a leaf that asks for gradients.</exception>
        public utils.hooks.RemovableHandle register_post_accumulate_grad_hook(Action<Tensor> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return AddHook(
                (tensors, _) =>
                {
                    hook(tensors[0]!);
                    return null;
                },
                accumulated: true);
        }

        private unsafe utils.hooks.RemovableHandle AddHook(TensorCallback.Body body, bool accumulated)
        {
            nint tensor = Handle;
            nint state = TensorCallback.Keep(body);
            nint made;
            int status = accumulated
                ? NativeMethods.tl_tensor_register_accumulated_hook(tensor, state, TensorCallback.Entry, TensorCallback.Free, &made)
                : NativeMethods.tl_tensor_register_hook(tensor, state, TensorCallback.Entry, TensorCallback.Free, &made);
            EndUse();
            NativeError.Check(status, accumulated ? "register_post_accumulate_grad_hook" : "register_hook");
            return new utils.hooks.RemovableHandle(GraphHandle.Hook(made));
        }
    }
}
