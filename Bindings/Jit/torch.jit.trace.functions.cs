namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>
        /// Runs a function once and keeps what it did with its inputs as TorchScript (Python's <c>torch.jit.trace</c>). Tensors that it takes from
        /// elsewhere become constants, and must not require gradients.
        /// </summary>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/exception"/>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="func">The function.</param>
        /// <param name="example_input">An example of its input.</param>
        /// <param name="check_trace">Whether the trace and the function are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the function reads become expressions of the inputs' sizes; default true.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the program for; default none.</param>
        public static ScriptFunction trace<T, TResult>(
            Func<T, TResult> func, T example_input, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true, IReadOnlyList<T>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(func);
            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            return new Tracing(
                null, inputs => func(Example<T>(inputs, 0)),
                [example_input], ["input"], settings)
            {
                CheckInputs = [.. (check_inputs ?? []).Select(more => (object?[])[more])],
            }.Function();
        }

        /// <summary>
        /// Runs a function once and keeps what it did with its inputs as TorchScript (Python's <c>torch.jit.trace</c>). Tensors that it takes from
        /// elsewhere become constants, and must not require gradients.
        /// </summary>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/exception"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="func">The function.</param>
        /// <param name="example_input1">An example of its input 1.</param>
        /// <param name="example_input2">An example of its input 2.</param>
        /// <param name="check_trace">Whether the trace and the function are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the function reads become expressions of the inputs' sizes; default true.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the program for; default none.</param>
        public static ScriptFunction trace<T1, T2, TResult>(
            Func<T1, T2, TResult> func, T1 example_input1, T2 example_input2, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true, IReadOnlyList<(T1, T2)>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(func);
            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            return new Tracing(
                null, inputs => func(Example<T1>(inputs, 0), Example<T2>(inputs, 1)),
                [example_input1, example_input2], ["input1", "input2"], settings)
            {
                CheckInputs = [.. (check_inputs ?? []).Select(more => (object?[])[more.Item1, more.Item2])],
            }.Function();
        }

        /// <summary>
        /// Runs a function once and keeps what it did with its inputs as TorchScript (Python's <c>torch.jit.trace</c>). Tensors that it takes from
        /// elsewhere become constants, and must not require gradients.
        /// </summary>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/exception"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="func">The function.</param>
        /// <param name="example_input1">An example of its input 1.</param>
        /// <param name="example_input2">An example of its input 2.</param>
        /// <param name="example_input3">An example of its input 3.</param>
        /// <param name="check_trace">Whether the trace and the function are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the function reads become expressions of the inputs' sizes; default true.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the program for; default none.</param>
        public static ScriptFunction trace<T1, T2, T3, TResult>(
            Func<T1, T2, T3, TResult> func, T1 example_input1, T2 example_input2, T3 example_input3, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true, IReadOnlyList<(T1, T2, T3)>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(func);
            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            return new Tracing(
                null, inputs => func(Example<T1>(inputs, 0), Example<T2>(inputs, 1), Example<T3>(inputs, 2)),
                [example_input1, example_input2, example_input3], ["input1", "input2", "input3"], settings)
            {
                CheckInputs = [.. (check_inputs ?? []).Select(more => (object?[])[more.Item1, more.Item2, more.Item3])],
            }.Function();
        }

        /// <summary>
        /// Runs a function once and keeps what it did with its inputs as TorchScript (Python's <c>torch.jit.trace</c>). Tensors that it takes from
        /// elsewhere become constants, and must not require gradients.
        /// </summary>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/exception"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="T4">The type of input 4.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="func">The function.</param>
        /// <param name="example_input1">An example of its input 1.</param>
        /// <param name="example_input2">An example of its input 2.</param>
        /// <param name="example_input3">An example of its input 3.</param>
        /// <param name="example_input4">An example of its input 4.</param>
        /// <param name="check_trace">Whether the trace and the function are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the function reads become expressions of the inputs' sizes; default true.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the program for; default none.</param>
        public static ScriptFunction trace<T1, T2, T3, T4, TResult>(
            Func<T1, T2, T3, T4, TResult> func, T1 example_input1, T2 example_input2, T3 example_input3, T4 example_input4, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true, IReadOnlyList<(T1, T2, T3, T4)>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(func);
            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            return new Tracing(
                null, inputs => func(Example<T1>(inputs, 0), Example<T2>(inputs, 1), Example<T3>(inputs, 2), Example<T4>(inputs, 3)),
                [example_input1, example_input2, example_input3, example_input4], ["input1", "input2", "input3", "input4"], settings)
            {
                CheckInputs = [.. (check_inputs ?? []).Select(more => (object?[])[more.Item1, more.Item2, more.Item3, more.Item4])],
            }.Function();
        }
    }
}
