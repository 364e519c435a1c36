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

            private protected abstract List<Tensor> Forward(AutogradContext context, object?[] vars);

            private protected abstract List<Tensor?> Backward(AutogradContext context, List<Tensor?> gradients);

            /// <summary>Runs forward without recording what it does, and records the function itself where an input asks for gradients.</summary>
            internal static List<Tensor> apply_internal(object?[] vars)
            {
                ArgumentNullException.ThrowIfNull(vars);
                var function = new T();
                Tensor[] inputs = [.. vars.OfType<Tensor>()];
                using var context = new AutogradContext();
                List<Tensor> outputs;
                using (no_grad())
                {
                    outputs = function.Forward(context, vars) ?? throw new InvalidOperationException($"{function.Name}: forward returned null.");
                }

                if (!is_grad_enabled() || !Array.Exists(inputs, input => input.requires_grad))
                {
                    return outputs;
                }

                return FunctionNode.Record(
                    (saved, gradients) => function.Aligned(function.Backward(context.ForBackward(saved), gradients), vars, inputs.Length),
                    inputs, outputs, context);
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
