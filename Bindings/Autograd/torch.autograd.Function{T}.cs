using System.Diagnostics.CodeAnalysis;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>
        /// An operation with a gradient of its own (Python's <c>torch.autograd.Function</c>). Derive from
        /// <see cref="SingleTensorFunction{T}"/> or <see cref="MultiTensorFunction{T}"/>.
        /// </summary>
        /// <typeparam name="T">The deriving class itself.</typeparam>
        public abstract class Function<
            [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>
            where T : Function<T>, new()
        {
            private protected Function()
            {
            }

            /// <summary>The function's name, for messages.</summary>
            public abstract string Name { get; }

            /// <summary>
            /// Whether backward computes with operations that cannot be differentiated (Python's decorator of this name): it runs unrecorded then, and
            /// asking for derivatives of its gradients is an error. False unless overridden.
            /// </summary>
            public virtual bool once_differentiable => false;

            private protected abstract List<Tensor> Forward(AutogradContext context, object?[] vars);

            private protected abstract List<Tensor?> Backward(AutogradContext context, List<Tensor?> gradients);

            /// <summary>Runs forward without recording what it does, and records the function itself where an input asks for gradients.</summary>
            internal static List<Tensor> apply_internal(object?[] vars)
            {
                ArgumentNullException.ThrowIfNull(vars);
                var function = new T();
                Tensor[] inputs = [.. vars.OfType<Tensor>()];
                bool[] needs = Array.ConvertAll(vars, argument => argument is Tensor { requires_grad: true });
                using var context = new AutogradContext(needs);
                List<Tensor> outputs;
                using (no_grad())
                {
                    outputs = function.Forward(context, vars) ?? throw new InvalidOperationException($"{function.Name}: forward returned null.");
                }

                if (!is_grad_enabled() || !needs.Contains(true))
                {
                    return outputs;
                }

                return FunctionNode.Record(
                    (saved, gradients) => function.Aligned(function.Differentiate(context.ForBackward(saved), gradients), vars, inputs.Length),
                    inputs, outputs, context);
            }

            private List<Tensor?> Differentiate(AutogradContext context, List<Tensor?> gradients)
            {
                if (!once_differentiable)
                {
                    return Backward(context, gradients);
                }

                bool recorded = is_grad_enabled() && gradients.Exists(gradient => gradient is { requires_grad: true });
                List<Tensor?> found;
                using (no_grad())
                {
                    found = Backward(context, gradients);
                }

                return recorded ? [.. found.Select(gradient => gradient is null ? null : NotAgain.apply(gradient.detach().requires_grad_(), Name))] : found;
            }

            /// <summary>A gradient for each tensor among the arguments; backward may give one for every argument instead, as in Python.</summary>
            private List<Tensor?> Aligned(List<Tensor?> gradients, object?[] vars, int tensors)
            {
                if (gradients is null || (gradients.Count != tensors && gradients.Count != vars.Length))
                {
                    throw new InvalidOperationException(
                        $"{Name}: backward returned {gradients?.Count ?? 0} gradients, but forward took {vars.Length} arguments, {tensors} of them tensors.");
                }

                return gradients.Count == tensors ? gradients : [.. gradients.Where((_, place) => vars[place] is Tensor)];
            }
        }
    }
}
