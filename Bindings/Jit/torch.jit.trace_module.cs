namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>
        /// Runs several methods of a module once each and keeps what they did with their inputs as one script module with as many methods (Python's
        /// <c>torch.jit.trace_module</c>).
        /// </summary>
        /// <example><code>
        /// using var script = torch.jit.trace_module(net, new Dictionary&lt;string, torch.jit.TracedMethod&gt;
        /// {
        ///     ["forward"] = torch.jit.method(net.forward, images),
        ///     ["features"] = torch.jit.method(net.features, images),
        /// });
        /// var features = script.invoke&lt;Tensor&gt;("features", images);
        /// </code></example>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/remarks"/>
        /// <inheritdoc cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})" path="/exception"/>
        /// <param name="mod">The module.</param>
        /// <param name="inputs">The methods by the names that they get, each with an example of its inputs.</param>
        /// <param name="check_trace">Whether each trace and its method are run again and compared; a difference is a <see cref="tracer_warning"/>. Default true.</param>
        /// <param name="check_tolerance">The relative tolerance of that; default 1e-5.</param>
        /// <param name="strict">Whether lists and dictionaries as results are an error, since their lengths and keys become constants; default true.</param>
        /// <param name="dynamic_sizes">Whether sizes that the module reads become expressions of the inputs' sizes; default true.</param>
        /// <returns>The script module; its methods are run by name, with <see cref="ScriptModule.invoke{TResult}(string, object[])"/>.</returns>
        public static ScriptModule trace_module(
            nn.Module mod, IReadOnlyDictionary<string, TracedMethod> inputs, bool check_trace = true, double check_tolerance = DefaultTolerance,
            bool strict = true, bool dynamic_sizes = true)
        {
            ArgumentNullException.ThrowIfNull(mod);
            ArgumentNullException.ThrowIfNull(inputs);
            if (inputs.Count == 0)
            {
                throw new ArgumentException("torch.jit.trace_module: no method is given", nameof(inputs));
            }

            var settings = new TraceSettings(check_trace, check_tolerance, strict, dynamic_sizes);
            using var mirror = new TraceMirror(mod);
            foreach (var (name, method) in inputs)
            {
                string[] names = method.Example.Length == 1 ? ["input"] : [.. Enumerable.Range(1, method.Example.Length).Select(place => $"input{place}")];
                new Tracing(mod, method.Run, method.Example, names, settings) { Name = name, CheckInputs = method.Checks }.Into(mirror);
            }

            return new ScriptModule(mirror.TakeRoot());
        }

        /// <summary>A method for <see cref="trace_module"/>.</summary>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="method">The method; it belongs to the module that is traced.</param>
        /// <param name="example_input">An example of its input.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the method for; default none.</param>
        public static TracedMethod method<T, TResult>(Func<T, TResult> method, T example_input, IReadOnlyList<T>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(method);
            return new(inputs => method(Example<T>(inputs, 0)), [example_input], (check_inputs ?? []).Select(more => (object?[])[more]));
        }

        /// <summary>A method of two inputs for <see cref="trace_module"/>.</summary>
        /// <inheritdoc cref="method{T, TResult}"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="method">The method; it belongs to the module that is traced.</param>
        /// <param name="example_input1">An example of its input 1.</param>
        /// <param name="example_input2">An example of its input 2.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the method for; default none.</param>
        public static TracedMethod method<T1, T2, TResult>(
            Func<T1, T2, TResult> method, T1 example_input1, T2 example_input2, IReadOnlyList<(T1, T2)>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(method);
            return new(
                inputs => method(Example<T1>(inputs, 0), Example<T2>(inputs, 1)), [example_input1, example_input2],
                (check_inputs ?? []).Select(more => (object?[])[more.Item1, more.Item2]));
        }

        /// <summary>A method of three inputs for <see cref="trace_module"/>.</summary>
        /// <inheritdoc cref="method{T, TResult}"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="method">The method; it belongs to the module that is traced.</param>
        /// <param name="example_input1">An example of its input 1.</param>
        /// <param name="example_input2">An example of its input 2.</param>
        /// <param name="example_input3">An example of its input 3.</param>
        /// <param name="check_inputs">More inputs to compare the trace and the method for; default none.</param>
        public static TracedMethod method<T1, T2, T3, TResult>(
            Func<T1, T2, T3, TResult> method, T1 example_input1, T2 example_input2, T3 example_input3,
            IReadOnlyList<(T1, T2, T3)>? check_inputs = null)
        {
            ArgumentNullException.ThrowIfNull(method);
            return new(
                inputs => method(Example<T1>(inputs, 0), Example<T2>(inputs, 1), Example<T3>(inputs, 2)),
                [example_input1, example_input2, example_input3],
                (check_inputs ?? []).Select(more => (object?[])[more.Item1, more.Item2, more.Item3]));
        }
    }
}
