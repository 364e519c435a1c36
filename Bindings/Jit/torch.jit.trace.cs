namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        private const double DefaultTolerance = 1e-5;

        /// <summary>
        /// Runs a module once and keeps what it did with its inputs as TorchScript, which runs here and in Python without the module's code
        /// (Python's <c>torch.jit.trace</c>).
        /// </summary>
        /// <remarks>
        /// <para>
        /// The tree of modules is kept with its names; parameters and buffers are shared with the module. Conditions and loops of the program are
        /// gone: the trace holds what was done for the example. Values other than tensors, and tuples, lists and dictionaries of tensors, are
        /// constants of it. Random draws of a module that trains stay draws.
        /// </para>
        /// <para>
        /// Sizes that the program reads from tensors are plain numbers here. To find out where they are used, the module is run for other sizes of
        /// its inputs as well, and numbers that change become expressions of sizes; what changes otherwise is a <see cref="tracer_warning"/>.
        /// Buffers and the generator's state are as before when the trace is done.
        /// </para>
        /// </remarks>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="module">The module.</param>
        /// <param name="example_input">An example of its input: a tensor, or a tuple, list or dictionary of tensors.</param>
        /// <param name="check_trace">Whether the trace and the module are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error, since their lengths and keys become constants; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the module reads become expressions of the inputs' sizes; default true.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the program for; default none.</param>
        /// <exception cref="ArgumentException">No example input holds a tensor, or the result is not made of tensors.</exception>
        /// <exception cref="InvalidOperationException">A trace is under way on this thread.</exception>
        /// <exception cref="TorchException">
        /// A tensor that requires gradients and belongs to neither inputs nor module is used, or an output does not depend on the inputs.
        /// </exception>
        public static ScriptModule<T, TResult> trace<T, TResult>(
            nn.Module<T, TResult> module, T example_input, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true, IReadOnlyList<T>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(module);
            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            return new(new Tracing(
                module, inputs => module.call(Example<T>(inputs, 0)),
                [example_input], ["input"], settings)
            {
                CheckInputs = [.. (check_inputs ?? []).Select(more => (object?[])[more])],
            }.Module());
        }

        /// <summary>Runs a module once and keeps what it did with its inputs as TorchScript (Python's <c>torch.jit.trace</c>).</summary>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/remarks"/>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/exception"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="module">The module.</param>
        /// <param name="example_input1">An example of its input 1.</param>
        /// <param name="example_input2">An example of its input 2.</param>
        /// <param name="check_trace">Whether the trace and the module are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error, since their lengths and keys become constants; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the module reads become expressions of the inputs' sizes; default true.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the program for; default none.</param>
        public static ScriptModule<T1, T2, TResult> trace<T1, T2, TResult>(
            nn.Module<T1, T2, TResult> module, T1 example_input1, T2 example_input2, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true, IReadOnlyList<(T1, T2)>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(module);
            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            return new(new Tracing(
                module, inputs => module.call(Example<T1>(inputs, 0), Example<T2>(inputs, 1)),
                [example_input1, example_input2], ["input1", "input2"], settings)
            {
                CheckInputs = [.. (check_inputs ?? []).Select(more => (object?[])[more.Item1, more.Item2])],
            }.Module());
        }

        // An input of the trace as the type that the program takes.
        private static T Example<T>(object?[] inputs, int place) => ScriptConversion.To<T>(inputs[place], $"torch.jit.trace: input {place + 1}");
    }
}
