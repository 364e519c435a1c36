namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>Runs a module once and keeps what it did with its inputs as TorchScript (Python's <c>torch.jit.trace</c>).</summary>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/remarks"/>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/exception"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="module">The module.</param>
        /// <param name="example_input1">An example of its input 1.</param>
        /// <param name="example_input2">An example of its input 2.</param>
        /// <param name="example_input3">An example of its input 3.</param>
        /// <param name="check_trace">Whether the trace and the module are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error, since their lengths and keys become constants; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the module reads become expressions of the inputs' sizes; default true.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the program for; default none.</param>
        /// <returns>The script module, which takes the inputs that are not constants of it, one after the other.</returns>
        public static ScriptModule<TResult> trace<T1, T2, T3, TResult>(
            nn.Module<T1, T2, T3, TResult> module, T1 example_input1, T2 example_input2, T3 example_input3, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true, IReadOnlyList<(T1, T2, T3)>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(module);
            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            return new(new Tracing(
                module, inputs => module.call(Example<T1>(inputs, 0), Example<T2>(inputs, 1), Example<T3>(inputs, 2)),
                [example_input1, example_input2, example_input3], ["input1", "input2", "input3"], settings)
            {
                CheckInputs = [.. (check_inputs ?? []).Select(more => (object?[])[more.Item1, more.Item2, more.Item3])],
            }.Module());
        }

        /// <summary>Runs a module once and keeps what it did with its inputs as TorchScript (Python's <c>torch.jit.trace</c>).</summary>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/remarks"/>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/exception"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="T4">The type of input 4.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="module">The module.</param>
        /// <param name="example_input1">An example of its input 1.</param>
        /// <param name="example_input2">An example of its input 2.</param>
        /// <param name="example_input3">An example of its input 3.</param>
        /// <param name="example_input4">An example of its input 4.</param>
        /// <param name="check_trace">Whether the trace and the module are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error, since their lengths and keys become constants; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the module reads become expressions of the inputs' sizes; default true.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the program for; default none.</param>
        /// <returns>The script module, which takes the inputs that are not constants of it, one after the other.</returns>
        public static ScriptModule<TResult> trace<T1, T2, T3, T4, TResult>(
            nn.Module<T1, T2, T3, T4, TResult> module, T1 example_input1, T2 example_input2, T3 example_input3, T4 example_input4, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true, IReadOnlyList<(T1, T2, T3, T4)>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(module);
            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            return new(new Tracing(
                module, inputs => module.call(Example<T1>(inputs, 0), Example<T2>(inputs, 1), Example<T3>(inputs, 2), Example<T4>(inputs, 3)),
                [example_input1, example_input2, example_input3, example_input4], ["input1", "input2", "input3", "input4"], settings)
            {
                CheckInputs = [.. (check_inputs ?? []).Select(more => (object?[])[more.Item1, more.Item2, more.Item3, more.Item4])],
            }.Module());
        }

        /// <summary>Runs a module once and keeps what it did with its inputs as TorchScript (Python's <c>torch.jit.trace</c>).</summary>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/remarks"/>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/exception"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="T4">The type of input 4.</typeparam>
        /// <typeparam name="T5">The type of input 5.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="module">The module.</param>
        /// <param name="example_input1">An example of its input 1.</param>
        /// <param name="example_input2">An example of its input 2.</param>
        /// <param name="example_input3">An example of its input 3.</param>
        /// <param name="example_input4">An example of its input 4.</param>
        /// <param name="example_input5">An example of its input 5.</param>
        /// <param name="check_trace">Whether the trace and the module are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error, since their lengths and keys become constants; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the module reads become expressions of the inputs' sizes; default true.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the program for; default none.</param>
        /// <returns>The script module, which takes the inputs that are not constants of it, one after the other.</returns>
        public static ScriptModule<TResult> trace<T1, T2, T3, T4, T5, TResult>(
            nn.Module<T1, T2, T3, T4, T5, TResult> module, T1 example_input1, T2 example_input2, T3 example_input3, T4 example_input4, T5 example_input5, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true, IReadOnlyList<(T1, T2, T3, T4, T5)>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(module);
            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            return new(new Tracing(
                module, inputs => module.call(Example<T1>(inputs, 0), Example<T2>(inputs, 1), Example<T3>(inputs, 2), Example<T4>(inputs, 3), Example<T5>(inputs, 4)),
                [example_input1, example_input2, example_input3, example_input4, example_input5], ["input1", "input2", "input3", "input4", "input5"], settings)
            {
                CheckInputs = [.. (check_inputs ?? []).Select(more => (object?[])[more.Item1, more.Item2, more.Item3, more.Item4, more.Item5])],
            }.Module());
        }

        /// <summary>Runs a module once and keeps what it did with its inputs as TorchScript (Python's <c>torch.jit.trace</c>).</summary>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/remarks"/>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/exception"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="T4">The type of input 4.</typeparam>
        /// <typeparam name="T5">The type of input 5.</typeparam>
        /// <typeparam name="T6">The type of input 6.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="module">The module.</param>
        /// <param name="example_input1">An example of its input 1.</param>
        /// <param name="example_input2">An example of its input 2.</param>
        /// <param name="example_input3">An example of its input 3.</param>
        /// <param name="example_input4">An example of its input 4.</param>
        /// <param name="example_input5">An example of its input 5.</param>
        /// <param name="example_input6">An example of its input 6.</param>
        /// <param name="check_trace">Whether the trace and the module are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error, since their lengths and keys become constants; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the module reads become expressions of the inputs' sizes; default true.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the program for; default none.</param>
        /// <returns>The script module, which takes the inputs that are not constants of it, one after the other.</returns>
        public static ScriptModule<TResult> trace<T1, T2, T3, T4, T5, T6, TResult>(
            nn.Module<T1, T2, T3, T4, T5, T6, TResult> module, T1 example_input1, T2 example_input2, T3 example_input3, T4 example_input4, T5 example_input5, T6 example_input6, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true, IReadOnlyList<(T1, T2, T3, T4, T5, T6)>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(module);
            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            return new(new Tracing(
                module, inputs => module.call(Example<T1>(inputs, 0), Example<T2>(inputs, 1), Example<T3>(inputs, 2), Example<T4>(inputs, 3), Example<T5>(inputs, 4), Example<T6>(inputs, 5)),
                [example_input1, example_input2, example_input3, example_input4, example_input5, example_input6], ["input1", "input2", "input3", "input4", "input5", "input6"], settings)
            {
                CheckInputs = [.. (check_inputs ?? []).Select(more => (object?[])[more.Item1, more.Item2, more.Item3, more.Item4, more.Item5, more.Item6])],
            }.Module());
        }
    }
}
