using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether what is done to the tensor is recorded for differentiation.</summary>
        /// <exception cref="TorchException">Set on a tensor that is not real or complex, or cleared on one that is not a leaf.</exception>
        public bool requires_grad
        {
            get
            {
                bool value = NativeMethods.tl_tensor_requires_grad(Handle) != 0;
                EndUse();
                return value;
            }

            set
            {
                if (!value && !is_leaf)
                {
                    throw new TorchException(
                        "you can only change requires_grad flags of leaf variables: this tensor was computed; detach() gives one without a record");
                }

                NativeError.Check(NativeMethods.tl_tensor_set_requires_grad(Handle, value ? (byte)1 : (byte)0), "requires_grad");
                EndUse();
            }
        }

        /// <summary>Whether the tensor was made by the user and not by a recorded operation.</summary>
        public bool is_leaf
        {
            get
            {
                bool value = NativeMethods.tl_tensor_is_leaf(Handle) != 0;
                EndUse();
                return value;
            }
        }

        /// <summary>The gradient that <see cref="backward()"/> left here; null before. Each read gives an object of its own on the same data.</summary>
        public unsafe Tensor? grad
        {
            get
            {
                nint found;
                NativeError.Check(NativeMethods.tl_tensor_grad(Handle, &found), "grad");
                EndUse();
                return found == 0 ? null : new Tensor(found);
            }

            set
            {
                NativeError.Check(NativeMethods.tl_tensor_set_grad(Handle, value?.Handle ?? 0), "grad");
                GC.KeepAlive(value);
                EndUse();
            }
        }

        /// <summary>How often the tensor was changed in place (Python's _version).</summary>
        public unsafe long _version
        {
            get
            {
                long version;
                NativeError.Check(NativeMethods.tl_tensor_version(Handle, &version), "_version");
                EndUse();
                return version;
            }
        }

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        /// <param name="requires_grad">Whether to record.</param>
        /// <returns>This tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        /// <param name="requires_grad">Whether to record.</param>
        /// <returns>This tensor.</returns>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that is not a leaf, too.</summary>
        public void retain_grad()
        {
            NativeError.Check(NativeMethods.tl_tensor_retain_grad(Handle), "retain_grad");
            EndUse();
        }

        /// <summary>Computes the gradients of this one-element tensor and adds them to its leaves' <see cref="grad"/>.</summary>
        /// <exception cref="TorchException">It has more than one element, or nothing was recorded.</exception>
        public void backward() => autograd.backward([this], null, null, false, null);

        /// <summary>Computes gradients and adds them to the leaves' <see cref="grad"/>.</summary>
        /// <param name="grad_tensors">The gradient of this tensor; null for 1, if it has one element.</param>
        /// <param name="retain_graph">Whether to keep the record for another call.</param>
        /// <param name="create_graph">Whether to record the gradients' own computation, for higher derivatives.</param>
        /// <param name="inputs">The leaves to fill; null for all.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph || create_graph, create_graph, inputs);

        /// <summary>Computes gradients, given this tensor's own, and adds them to the leaves' <see cref="grad"/>.</summary>
        /// <param name="gradient">The gradient of this tensor, of its shape.</param>
        /// <param name="retain_graph">Whether to keep the record for another call.</param>
        /// <param name="create_graph">Whether to record the gradients' own computation, for higher derivatives.</param>
        /// <param name="inputs">The leaves to fill; null for all.</param>
        /// <exception cref="TorchException">The shapes differ, or nothing was recorded.</exception>
        [OverloadResolutionPriority(-1)]
        public void backward(Tensor gradient, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            ArgumentNullException.ThrowIfNull(gradient);
            autograd.backward([this], [gradient], retain_graph || create_graph, create_graph, inputs);
        }
    }
}
