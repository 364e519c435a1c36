using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation with several results and a gradient of its own.</summary>
        /// <inheritdoc cref="SingleTensorFunction{T}"/>
        public abstract class MultiTensorFunction<
            [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T> : Function<T>
            where T : MultiTensorFunction<T>, new()
        {
            /// <summary>Uses the function.</summary>
            /// <param name="vars">What <see cref="forward"/> takes; gradients flow to the tensors among it.</param>
            public static List<Tensor> apply(params object?[] vars) => apply_internal(vars);

            /// <summary>Computes the results; nothing in it is recorded.</summary>
            /// <param name="ctx">Takes what <see cref="backward"/> will need.</param>
            /// <param name="vars">The arguments.</param>
            public abstract List<Tensor> forward(AutogradContext ctx, params object?[] vars);

            /// <summary>Computes the gradients of the arguments.</summary>
            /// <param name="ctx">What <see cref="forward"/> left.</param>
            /// <param name="grad_outputs">
            /// The gradients of the results; null where one has none and <see cref="AutogradContext.MaterializeGrads"/> is off.
            /// </param>
            /// <returns>For each argument, or for each tensor among them, its gradient or null for none.</returns>
            public abstract List<Tensor?> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            private protected override List<Tensor> Forward(AutogradContext context, object?[] vars) => forward(context, vars);

            private protected override List<Tensor?> Backward(AutogradContext context, List<Tensor?> gradients) => backward(context, gradients!);
        }
    }
}
