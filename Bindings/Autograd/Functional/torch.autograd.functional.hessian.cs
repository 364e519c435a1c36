namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public static partial class functional
        {
            /// <summary>Computes the Hessian of a function whose result is one number.</summary>
            /// <param name="func">The function.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="create_graph">Whether the result can be differentiated itself.</param>
            /// <param name="strict">Whether independence of an input is an error, instead of zeros.</param>
            /// <param name="vectorize">Whether all rows are computed at once, with vmap. Not together with <paramref name="strict"/>.</param>
            /// <returns>Shape of the input twice.</returns>
            /// <exception cref="ArgumentException">The function's result is not one number.</exception>
            public static Tensor hessian(Func<Tensor, Tensor> func, Tensor inputs, bool create_graph = false, bool strict = false, bool vectorize = false)
            {
                ArgumentNullException.ThrowIfNull(func);
                return hessian(x => func(x[0]), [inputs], create_graph, strict, vectorize)[0][0];
            }

            /// <inheritdoc cref="hessian(Func{Tensor, Tensor}, Tensor, bool, bool, bool)"/>
            /// <returns>In row i and column j the derivative by input i and then by input j: shape of the one, then of the other.</returns>
            public static Tensor[][] hessian(
                Func<Tensor[], Tensor> func, Tensor[] inputs, bool create_graph = false, bool strict = false, bool vectorize = false)
            {
                ArgumentNullException.ThrowIfNull(func);
                Tensor[] blocks = Jacobian(
                    x =>
                    {
                        Tensor[] first = Jacobian(y => [FunctionalCalls.OneNumber([func(y)], "hessian").reshape([])], x, true, strict, false);
                        return first;
                    },
                    inputs, create_graph, strict, vectorize);
                return [.. blocks.Chunk(inputs.Length)];
            }

            /// <summary>The Hessian times a vector, computed by two passes backward through the derivative (the fastest way in 1.13).</summary>
            /// <param name="func">The function; its result is one number.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="v">The vector, shaped as the input; null for 1 where that is one number.</param>
            /// <param name="create_graph">Whether the results can be differentiated themselves.</param>
            /// <param name="strict">Whether independence of an input is an error, instead of zeros.</param>
            /// <returns>The function's result and the product, shaped as the input.</returns>
            public static (Tensor func_output, Tensor vhp) vhp(
                Func<Tensor, Tensor> func, Tensor inputs, Tensor? v = null, bool create_graph = false, bool strict = false)
            {
                ArgumentNullException.ThrowIfNull(func);
                (Tensor output, Tensor[] product) = vhp(x => func(x[0]), [inputs], v is null ? null : [v], create_graph, strict);
                return (output, product[0]);
            }

            /// <inheritdoc cref="vhp(Func{Tensor, Tensor}, Tensor, Tensor?, bool, bool)"/>
            public static (Tensor func_output, Tensor[] vhp) vhp(
                Func<Tensor[], Tensor> func, Tensor[] inputs, Tensor[]? v = null, bool create_graph = false, bool strict = false)
            {
                ArgumentNullException.ThrowIfNull(func);
                using IDisposable recorded = enable_grad();
                Tensor[] all = FunctionalCalls.Kept(create_graph, () =>
                {
                    Tensor[] at = FunctionalCalls.Inputs(inputs, create_graph);
                    Tensor[] vector = FunctionalCalls.Vector(v, at, create_graph);
                    Tensor output = FunctionalCalls.OneNumber(FunctionalCalls.Call(x => [func(x)], at, strict), "vhp");
                    Tensor[] slope = FunctionalCalls.Filled(
                        FunctionalCalls.Gradients([output], at, null, createGraph: true), at, strict, true, "the function's output");
                    Tensor[] product = FunctionalCalls.Filled(
                        FunctionalCalls.Gradients(slope, at, vector, create_graph), at, strict, create_graph, "the function's derivative");
                    return FunctionalCalls.Results([output, .. product], create_graph);
                });
                return (all[0], all[1..]);
            }

            /// <summary>The Hessian times a vector, computed by differentiating backward's own derivative (twice backward).</summary>
            /// <inheritdoc cref="vhp(Func{Tensor, Tensor}, Tensor, Tensor?, bool, bool)"/>
            public static (Tensor func_output, Tensor hvp) hvp(
                Func<Tensor, Tensor> func, Tensor inputs, Tensor? v = null, bool create_graph = false, bool strict = false)
            {
                ArgumentNullException.ThrowIfNull(func);
                (Tensor output, Tensor[] product) = hvp(x => func(x[0]), [inputs], v is null ? null : [v], create_graph, strict);
                return (output, product[0]);
            }

            /// <inheritdoc cref="hvp(Func{Tensor, Tensor}, Tensor, Tensor?, bool, bool)"/>
            public static (Tensor func_output, Tensor[] hvp) hvp(
                Func<Tensor[], Tensor> func, Tensor[] inputs, Tensor[]? v = null, bool create_graph = false, bool strict = false)
            {
                ArgumentNullException.ThrowIfNull(func);
                using IDisposable recorded = enable_grad();
                Tensor[] all = FunctionalCalls.Kept(create_graph, () =>
                {
                    Tensor[] at = FunctionalCalls.Inputs(inputs, create_graph);
                    Tensor[] vector = FunctionalCalls.Vector(v, at, create_graph);
                    Tensor output = FunctionalCalls.OneNumber(FunctionalCalls.Call(x => [func(x)], at, strict), "hvp");
                    Tensor[] slope = FunctionalCalls.Filled(
                        FunctionalCalls.Gradients([output], at, null, createGraph: true), at, strict, true, "the function's output");
                    Tensor[] product = Twice(slope, at, vector, strict, create_graph, "the function's derivative");
                    return FunctionalCalls.Results([output, .. product], create_graph);
                });
                return (all[0], all[1..]);
            }

            /// <summary>The Jacobian of outputs times a vector: their vector-Jacobian product is linear in its vector, and is differentiated by it.</summary>
            private static Tensor[] Twice(Tensor[] outputs, Tensor[] inputs, Tensor[] vector, bool strict, bool createGraph, string of)
            {
                Tensor[] dummies = Array.ConvertAll(outputs, output => zeros_like(output).requires_grad_());
                Tensor[] linear = FunctionalCalls.Filled(
                    FunctionalCalls.Gradients(outputs, inputs, dummies, createGraph: true), inputs, strict, true, of);
                return FunctionalCalls.Filled(
                    FunctionalCalls.Gradients(linear, dummies, vector, createGraph), outputs, strict, createGraph, of);
            }
        }
    }
}
