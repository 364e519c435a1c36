namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Higher-order derivatives of functions (torch.autograd.functional).</summary>
        public static partial class functional
        {
            /// <summary>Computes the Jacobian of a function.</summary>
            /// <param name="function">The function.</param>
            /// <param name="inputs">Where.</param>
            /// <param name="create_graph">Whether the result can be differentiated itself.</param>
            /// <param name="strict">Whether an output that does not depend on an input is an error, instead of zeros.</param>
            /// <param name="vectorize">
            /// Whether all rows are computed at once, with vmap: faster, and takes more memory. Not together with <paramref name="strict"/>.
            /// </param>
            /// <returns>Shape of the output, then shape of the input.</returns>
            public static Tensor jacobian(
                Func<Tensor, Tensor> function, Tensor inputs, bool create_graph = false, bool strict = false, bool vectorize = false)
            {
                ArgumentNullException.ThrowIfNull(function);
                return Jacobian(x => [function(x[0])], [inputs], create_graph, strict, vectorize)[0];
            }

            /// <inheritdoc cref="jacobian(Func{Tensor, Tensor}, Tensor, bool, bool, bool)"/>
            /// <returns>For each output one: shape of the output, then shape of the input.</returns>
            public static IEnumerable<Tensor> jacobian(
                Func<Tensor, Tensor[]> function, Tensor inputs, bool create_graph = false, bool strict = false, bool vectorize = false)
            {
                ArgumentNullException.ThrowIfNull(function);
                return Jacobian(x => function(x[0]), [inputs], create_graph, strict, vectorize);
            }

            /// <inheritdoc cref="jacobian(Func{Tensor, Tensor}, Tensor, bool, bool, bool)"/>
            /// <returns>For each input one: shape of the output, then shape of the input.</returns>
            public static IEnumerable<Tensor> jacobian(
                Func<Tensor[], Tensor> function, Tensor[] inputs, bool create_graph = false, bool strict = false, bool vectorize = false)
            {
                ArgumentNullException.ThrowIfNull(function);
                return Jacobian(x => [function(x)], inputs, create_graph, strict, vectorize);
            }

            /// <inheritdoc cref="jacobian(Func{Tensor, Tensor}, Tensor, bool, bool, bool)"/>
            /// <returns>For each output, one for each input after the other: Python's tuple of tuples in one row.</returns>
            public static IEnumerable<Tensor> jacobian(
                Func<Tensor[], Tensor[]> function, Tensor[] inputs, bool create_graph = false, bool strict = false, bool vectorize = false) =>
                Jacobian(function, inputs, create_graph, strict, vectorize);

            /// <inheritdoc cref="jacobian(Func{Tensor[], Tensor}, Tensor[], bool, bool, bool)"/>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                jacobian(function, inputs, create_graph: false);

            /// <inheritdoc cref="jacobian(Func{Tensor[], Tensor[]}, Tensor[], bool, bool, bool)"/>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs) =>
                jacobian(function, inputs, create_graph: false);

            internal static Tensor[] Jacobian(Func<Tensor[], Tensor[]> function, Tensor[] inputs, bool createGraph, bool strict, bool vectorize)
            {
                ArgumentNullException.ThrowIfNull(function);
                if (strict && vectorize)
                {
                    throw new ArgumentException("strict: true does not work together with vectorize: true", nameof(strict));
                }

                using IDisposable recorded = enable_grad();
                return FunctionalCalls.Kept(createGraph, () =>
                {
                    Tensor[] at = FunctionalCalls.Inputs(inputs, createGraph);
                    Tensor[] outputs = FunctionalCalls.Call(function, at, strict);
                    Tensor[][] blocks = [.. outputs.Select((output, i) => vectorize && output.numel() > 1
                        ? AllRows(output, at, createGraph)
                        : RowByRow(output, i, at, createGraph, strict))];
                    return FunctionalCalls.Results([.. blocks.SelectMany(block => block)], createGraph);
                });
            }

            private static Tensor[] RowByRow(Tensor output, int number, Tensor[] inputs, bool createGraph, bool strict)
            {
                long rows = output.numel();
                var columns = new List<Tensor>[inputs.Length];
                for (int i = 0; i < inputs.Length; i++)
                {
                    columns[i] = [];
                }

                Tensor flat = output.reshape(-1);
                for (long row = 0; row < rows; row++)
                {
                    Tensor[] gradients = FunctionalCalls.Filled(
                        FunctionalCalls.Gradients([flat[row]], inputs, null, createGraph, retain: true), inputs, strict, createGraph, $"output {number} of the function");
                    for (int i = 0; i < inputs.Length; i++)
                    {
                        columns[i].Add(gradients[i]);
                    }
                }

                return [.. inputs.Select((input, i) => rows == 0
                    ? zeros([.. output.shape, .. input.shape], input.dtype, input.device)
                    : stack(columns[i], 0).reshape([.. output.shape, .. input.shape]))];
            }

            // Of outputs with two elements or more: for one, a batch is a detour, and libtorch 1.13's reductions of numbers in a batch are at fault.
            private static Tensor[] AllRows(Tensor output, Tensor[] inputs, bool createGraph)
            {
                long rows = output.numel();
                Tensor basis = eye(rows, dtype: output.dtype, device: output.device).reshape([rows, .. output.shape]);
                Tensor?[] gradients = FunctionalCalls.Gradients([output], inputs, [basis], createGraph, retain: true, batched: true);
                return [.. inputs.Select((input, i) => gradients[i] is { } gradient
                    ? gradient.reshape([.. output.shape, .. input.shape])
                    : zeros([.. output.shape, .. input.shape], input.dtype, input.device))];
            }
        }
    }
}
