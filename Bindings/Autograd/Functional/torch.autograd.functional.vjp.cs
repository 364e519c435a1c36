namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public static partial class functional
        {
            /// <summary>A vector times a function's Jacobian.</summary>
            /// <param name="func">The function.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">The vector, shaped as the output; null for 1 where that is one number.</param>
            /// <param name="create_graph">Whether the results can be differentiated themselves.</param>
            /// <param name="strict">Whether independence of an input is an error, instead of zeros.</param>
            /// <returns>The function's result and the product, shaped as the input.</returns>
            /// <exception cref="ArgumentException">The vector does not fit.</exception>
            /// <exception cref="InvalidOperationException">An input has no influence, and <paramref name="strict"/> is set.</exception>
            public static (Tensor func_output, Tensor vjp) vjp(
                Func<Tensor, Tensor> func, Tensor inputs, Tensor? v = null, bool create_graph = false, bool strict = false)
            {
                ArgumentNullException.ThrowIfNull(func);
                (Tensor[] outputs, Tensor[] product) = vjp(x => [func(x[0])], [inputs], v is null ? null : [v], create_graph, strict);
                return (outputs[0], product[0]);
            }

            /// <inheritdoc cref="vjp(Func{Tensor, Tensor}, Tensor, Tensor?, bool, bool)"/>
            public static (Tensor[] func_output, Tensor[] vjp) vjp(
                Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[]? v = null, bool create_graph = false, bool strict = false)
            {
                ArgumentNullException.ThrowIfNull(func);
                using IDisposable recorded = enable_grad();
                int count = 0;
                Tensor[] all = FunctionalCalls.Kept(create_graph, () =>
                {
                    Tensor[] at = FunctionalCalls.Inputs(inputs, create_graph);
                    Tensor[] outputs = FunctionalCalls.Call(func, at, strict);
                    count = outputs.Length;
                    Tensor[] vector = FunctionalCalls.Vector(v, outputs, create_graph);
                    Tensor[] product = FunctionalCalls.Filled(
                        FunctionalCalls.Gradients(outputs, at, vector, create_graph), at, strict, create_graph, "the function's output");
                    return FunctionalCalls.Results([.. outputs, .. product], create_graph);
                });
                return (all[..count], all[count..]);
            }

            /// <summary>A function's Jacobian times a vector, computed by differentiating backward twice.</summary>
            /// <param name="func">The function.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">The vector, shaped as the input; null for 1 where that is one number.</param>
            /// <param name="create_graph">Whether the results can be differentiated themselves.</param>
            /// <param name="strict">Whether independence of an input is an error, instead of zeros.</param>
            /// <returns>The function's result and the product, shaped as the output.</returns>
            /// <remarks><see cref="forward_ad"/> computes the same in one pass, where the operators have forward derivatives.</remarks>
            public static (Tensor func_output, Tensor jvp) jvp(
                Func<Tensor, Tensor> func, Tensor inputs, Tensor? v = null, bool create_graph = false, bool strict = false)
            {
                ArgumentNullException.ThrowIfNull(func);
                (Tensor[] outputs, Tensor[] product) = jvp(x => [func(x[0])], [inputs], v is null ? null : [v], create_graph, strict);
                return (outputs[0], product[0]);
            }

            /// <inheritdoc cref="jvp(Func{Tensor, Tensor}, Tensor, Tensor?, bool, bool)"/>
            public static (Tensor[] func_output, Tensor[] jvp) jvp(
                Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[]? v = null, bool create_graph = false, bool strict = false)
            {
                ArgumentNullException.ThrowIfNull(func);
                using IDisposable recorded = enable_grad();
                int count = 0;
                Tensor[] all = FunctionalCalls.Kept(create_graph, () =>
                {
                    Tensor[] at = FunctionalCalls.Inputs(inputs, create_graph);
                    Tensor[] vector = FunctionalCalls.Vector(v, at, create_graph);
                    Tensor[] outputs = FunctionalCalls.Call(func, at, strict);
                    count = outputs.Length;
                    Tensor[] product = Twice(outputs, at, vector, strict, create_graph, "the function's output");
                    return FunctionalCalls.Results([.. outputs, .. product], create_graph);
                });
                return (all[..count], all[count..]);
            }
        }
    }
}
