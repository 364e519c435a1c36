namespace TorchSharp;

public static partial class torch
{
    public static partial class onnx
    {
        /// <inheritdoc cref="export{T, TResult}(nn.Module{T, TResult}, T, string, IReadOnlyList{string}, IReadOnlyList{string}, int, bool, Dictionary{string, Dictionary{int, string}}, bool)"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="T4">The type of input 4.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public static void export<T1, T2, T3, T4, TResult>(
            nn.Module<T1, T2, T3, T4, TResult> model, (T1, T2, T3, T4) args, string f, IReadOnlyList<string>? input_names = null,
            IReadOnlyList<string>? output_names = null, int opset_version = 17, bool do_constant_folding = true,
            Dictionary<string, Dictionary<int, string>>? dynamic_axes = null, bool external_data = false)
        {
            using var mode = new EvaluationMode(model);
            using var traced = jit.trace(
                model, args.Item1, args.Item2, args.Item3, args.Item4, check_trace: false, strict: false,
                dynamic_sizes: dynamic_axes is { Count: > 0 });
            export(traced, Tensors([args.Item1, args.Item2, args.Item3, args.Item4]), f, input_names, output_names, opset_version, do_constant_folding, dynamic_axes, external_data);
        }

        /// <inheritdoc cref="export{T, TResult}(nn.Module{T, TResult}, T, string, IReadOnlyList{string}, IReadOnlyList{string}, int, bool, Dictionary{string, Dictionary{int, string}}, bool)"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="T4">The type of input 4.</typeparam>
        /// <typeparam name="T5">The type of input 5.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public static void export<T1, T2, T3, T4, T5, TResult>(
            nn.Module<T1, T2, T3, T4, T5, TResult> model, (T1, T2, T3, T4, T5) args, string f, IReadOnlyList<string>? input_names = null,
            IReadOnlyList<string>? output_names = null, int opset_version = 17, bool do_constant_folding = true,
            Dictionary<string, Dictionary<int, string>>? dynamic_axes = null, bool external_data = false)
        {
            using var mode = new EvaluationMode(model);
            using var traced = jit.trace(
                model, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, check_trace: false, strict: false,
                dynamic_sizes: dynamic_axes is { Count: > 0 });
            export(traced, Tensors([args.Item1, args.Item2, args.Item3, args.Item4, args.Item5]), f, input_names, output_names, opset_version, do_constant_folding, dynamic_axes, external_data);
        }

        /// <inheritdoc cref="export{T, TResult}(nn.Module{T, TResult}, T, string, IReadOnlyList{string}, IReadOnlyList{string}, int, bool, Dictionary{string, Dictionary{int, string}}, bool)"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="T4">The type of input 4.</typeparam>
        /// <typeparam name="T5">The type of input 5.</typeparam>
        /// <typeparam name="T6">The type of input 6.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public static void export<T1, T2, T3, T4, T5, T6, TResult>(
            nn.Module<T1, T2, T3, T4, T5, T6, TResult> model, (T1, T2, T3, T4, T5, T6) args, string f, IReadOnlyList<string>? input_names = null,
            IReadOnlyList<string>? output_names = null, int opset_version = 17, bool do_constant_folding = true,
            Dictionary<string, Dictionary<int, string>>? dynamic_axes = null, bool external_data = false)
        {
            using var mode = new EvaluationMode(model);
            using var traced = jit.trace(
                model, args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6, check_trace: false, strict: false,
                dynamic_sizes: dynamic_axes is { Count: > 0 });
            export(traced, Tensors([args.Item1, args.Item2, args.Item3, args.Item4, args.Item5, args.Item6]), f, input_names, output_names, opset_version, do_constant_folding, dynamic_axes, external_data);
        }

        // What a trace of so many inputs takes: those that are no constants of it.
        private static object?[] Tensors(object?[] args) => [.. args.Where(arg => TraceInputs.TensorsIn(arg) is { Count: > 0 })];
    }
}
