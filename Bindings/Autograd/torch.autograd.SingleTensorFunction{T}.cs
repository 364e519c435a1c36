using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation with one result and a gradient of its own.</summary>
        /// <remarks>
        /// What <see cref="backward"/> computes with differentiable operations can be differentiated again. It runs on libtorch's thread
        /// for the gradients' device, in a dispose scope of its own; what it throws reaches whoever asked for the gradients.
        /// </remarks>
        /// <typeparam name="T">The deriving class itself; a new object is made for each use.</typeparam>
        public abstract class SingleTensorFunction<
            [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T> : Function<T>
            where T : SingleTensorFunction<T>, new()
        {
            /// <summary>Uses the function.</summary>
            /// <param name="vars">What <see cref="forward"/> takes; gradients flow to the tensors among it.</param>
            public static Tensor apply(params object?[] vars) => apply_internal(vars)[0];

            /// <summary>Computes the result; nothing in it is recorded.</summary>
            /// <param name="ctx">Takes what <see cref="backward"/> will need.</param>
            /// <param name="vars">The arguments.</param>
            public abstract Tensor forward(AutogradContext ctx, params object?[] vars);

            /// <summary>Computes the gradients of the arguments.</summary>
            /// <param name="ctx">What <see cref="forward"/> left.</param>
            /// <param name="grad_output">The gradient of the result; null where it has none and <see cref="AutogradContext.MaterializeGrads"/> is off.</param>
            /// <returns>For each argument, or for each tensor among them, its gradient or null for none.</returns>
            public abstract List<Tensor?> backward(AutogradContext ctx, Tensor grad_output);

            private protected override List<Tensor> Forward(AutogradContext context, object?[] vars) => [forward(context, vars)];

            private protected override List<Tensor?> Backward(AutogradContext context, List<Tensor?> gradients) => backward(context, gradients[0]!);
        }
    }
}
