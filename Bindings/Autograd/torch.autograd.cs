using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Differentiation (torch.autograd).</summary>
    public static partial class autograd
    {
        /// <summary>Computes and returns the gradients of outputs with respect to inputs; no leaf's grad is touched.</summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">With respect to what.</param>
        /// <param name="grad_outputs">The gradients of the outputs; null, or null for one, stands for 1 where it has one element.</param>
        /// <param name="retain_graph">Whether to keep the record for another call.</param>
        /// <param name="create_graph">Whether to record the gradients' own computation, for higher derivatives.</param>
        /// <param name="allow_unused">Whether an input that no output depends on gives null instead of an error.</param>
        /// <param name="is_grads_batched">
        /// Whether <paramref name="grad_outputs"/> have a batch of gradients along their first dimension; so have the results then, computed at once.
        /// </param>
        /// <param name="materialize_grads">Whether an input that no output depends on gives zeros; it implies <paramref name="allow_unused"/>.</param>
        /// <returns>A gradient for each input.</returns>
        /// <exception cref="TorchException">Nothing was recorded, or an input is not used and that is not allowed.</exception>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false,
            bool allow_unused = false, bool is_grads_batched = false, bool materialize_grads = false)
        {
            Tensor[] found = is_grads_batched
                ? BatchedGrad(outputs, inputs, grad_outputs, retain_graph, create_graph, allow_unused || materialize_grads)
                : Grad(outputs, inputs, grad_outputs, retain_graph, create_graph, allow_unused || materialize_grads);
            for (int i = 0; materialize_grads && i < found.Length; i++)
            {
                found[i] ??= zeros_like(inputs[i]);
            }

            return found;
        }

        private static Tensor[] BatchedGrad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? gradOutputs, bool retain, bool create, bool allowUnused)
        {
            if (gradOutputs is null || gradOutputs.Any(gradient => gradient is null))
            {
                throw new ArgumentException("is_grads_batched: true needs grad_outputs with a batch of gradients for each output", nameof(gradOutputs));
            }

            // Which inputs are reached is the same for every gradient of the batch; the others have no batched result.
            bool[] reached = new bool[inputs.Count];
            Tensor[] batches = Vmap.Run(
                gradients =>
                {
                    Tensor?[] found = Grad(outputs, inputs, gradients, retain, create, allowUnused);
                    reached = Array.ConvertAll(found, gradient => gradient is not null);
                    return [.. found.Where(gradient => gradient is not null)!];
                },
                [.. gradOutputs], [.. gradOutputs.Select(_ => (long?)0)], [0], "error", null);
            int next = 0;
            return Array.ConvertAll(reached, has => has ? batches[next++] : null!);
        }

        private static unsafe Tensor[] Grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs, bool retain_graph, bool create_graph, bool allow_unused)
        {
            CheckGradients(outputs, grad_outputs);
            nint[] outputHandles = Handles(outputs, nameof(outputs));
            nint[] inputHandles = Handles(inputs, nameof(inputs));
            nint[] gradHandles = OptionalHandles(grad_outputs, nameof(grad_outputs));
            var results = new nint[inputHandles.Length];
            int status;
            fixed (nint* o = outputHandles, i = inputHandles, g = gradHandles, r = results)
            {
                status = NativeMethods.tl_autograd_grad(o, outputHandles.Length, i, inputHandles.Length, g, gradHandles.Length,
                    Flag(retain_graph || create_graph), Flag(create_graph), Flag(allow_unused), r);
            }

            KeepAlive(outputs, inputs, grad_outputs);
            NativeError.Check(status, "torch.autograd.grad");
            return Array.ConvertAll(results, handle => handle == 0 ? null! : new Tensor(handle));
        }

        /// <summary>Computes gradients and adds them to the leaves' grad.</summary>
        /// <param name="tensors">What is differentiated.</param>
        /// <param name="grad_tensors">Their gradients; null, or null for one, stands for 1 where it has one element.</param>
        /// <param name="retain_graph">Whether to keep the record; as <paramref name="create_graph"/> when null.</param>
        /// <param name="create_graph">Whether to record the gradients' own computation.</param>
        /// <param name="inputs">The leaves to fill; null for all.</param>
        public static unsafe void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            CheckGradients(tensors, grad_tensors);
            nint[] roots = Handles(tensors, nameof(tensors));
            nint[] grads = OptionalHandles(grad_tensors, nameof(grad_tensors));
            nint[] leaves = inputs is null ? [] : Handles(inputs, nameof(inputs));
            if (inputs is { Count: 0 })
            {
                throw new ArgumentException("the list of inputs is empty: leave it out to fill all leaves", nameof(inputs));
            }

            int status;
            fixed (nint* t = roots, g = grads, i = leaves)
            {
                status = NativeMethods.tl_autograd_backward(t, roots.Length, g, grads.Length, Flag(retain_graph ?? create_graph),
                    Flag(create_graph), i, leaves.Length);
            }

            KeepAlive(tensors, grad_tensors, inputs);
            distributed.CheckBackward(status);
        }

        /// <summary>Computes gradients of one tensor and adds them to the leaves' grad.</summary>
        /// <param name="tensor">What is differentiated.</param>
        /// <param name="grad_tensors">Its gradient; null stands for 1 where it has one element.</param>
        /// <param name="retain_graph">Whether to keep the record; as <paramref name="create_graph"/> when null.</param>
        /// <param name="create_graph">Whether to record the gradients' own computation.</param>
        /// <param name="inputs">The leaves to fill; null for all.</param>
        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Computes gradients of one tensor and adds them to the leaves' grad.</summary>
        /// <param name="tensor">What is differentiated.</param>
        /// <param name="grad_tensor">Its gradient.</param>
        /// <param name="retain_graph">Whether to keep the record; as <paramref name="create_graph"/> when null.</param>
        /// <param name="create_graph">Whether to record the gradients' own computation.</param>
        /// <param name="inputs">The leaves to fill; null for all.</param>
        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        /// <summary>Turns anomaly detection on until the result is disposed.</summary>
        /// <param name="check_nan">Whether a NaN gradient is an error.</param>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        /// <summary>Turns anomaly detection on or off until the result is disposed.</summary>
        /// <param name="mode">On or off.</param>
        /// <param name="check_nan">Whether a NaN gradient is an error.</param>
        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        // The engine broadcasts and sums gradients of other shapes, and takes the real part of complex ones; Python's torch refuses both.
        private static void CheckGradients(IList<Tensor> outputs, IList<Tensor>? gradients)
        {
            ArgumentNullException.ThrowIfNull(outputs);
            for (int i = 0; gradients is not null && i < Math.Min(outputs.Count, gradients.Count); i++)
            {
                if (gradients[i] is not { } gradient || outputs[i] is not { } output || output.is_nested)
                {
                    continue;
                }

                long[] given = gradient.shape, expected = output.shape;
                if (!given.AsSpan().SequenceEqual(expected))
                {
                    throw new TorchException(
                        $"Mismatch in shape: gradient {i} has a shape of [{string.Join(", ", given)}] and output {i} has a shape of [{string.Join(", ", expected)}]");
                }

                if (gradient.is_complex() != output.is_complex())
                {
                    throw new TorchException($"Mismatch in dtype: gradient {i} is {gradient.dtype} and output {i} is {output.dtype}; both have to be complex, or none");
                }
            }
        }

        private static byte Flag(bool value) => value ? (byte)1 : (byte)0;

        private static nint[] Handles(IList<Tensor> tensors, string name)
        {
            ArgumentNullException.ThrowIfNull(tensors, name);
            var handles = new nint[tensors.Count];
            for (int i = 0; i < handles.Length; i++)
            {
                handles[i] = Tensor.HandleOf(tensors[i], name);
            }

            return handles;
        }

        private static nint[] OptionalHandles(IList<Tensor>? tensors, string name)
        {
            var handles = new nint[tensors?.Count ?? 0];
            for (int i = 0; i < handles.Length; i++)
            {
                handles[i] = tensors![i] is { } tensor ? Tensor.HandleOf(tensor, name) : 0;
            }

            return handles;
        }

        private static void KeepAlive(params ReadOnlySpan<IList<Tensor>?> lists)
        {
            foreach (IList<Tensor>? list in lists)
            {
                for (int i = 0; list is not null && i < list.Count; i++)
                {
                    GC.KeepAlive(list[i]);
                }
            }
        }
    }
}
