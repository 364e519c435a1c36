namespace TorchSharp;

public static partial class torch
{
    public static partial class onnx
    {
        /// <summary>
        /// Traces a module in evaluation and writes it as an ONNX model (Python's <c>torch.onnx.export</c>); the module itself stays as it is.
        /// </summary>
        /// <inheritdoc cref="export(jit.ScriptModule, IReadOnlyList{object}, string, IReadOnlyList{string}, IReadOnlyList{string}, int, bool, Dictionary{string, Dictionary{int, string}}, bool)" path="/exception"/>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        /// <param name="model">The module.</param>
        /// <param name="args">An example of its input.</param>
        /// <param name="f">The file; tensors of more than 2 GB lie in a second one with <c>.data</c> added.</param>
        /// <param name="input_names">Names for the tensors among the inputs; default <c>input</c>.</param>
        /// <param name="output_names">Names for the results; default <c>output</c>, or <c>output_0</c> and so on.</param>
        /// <param name="opset_version">The version of ONNX's operators, 17 (the default) to 21.</param>
        /// <param name="do_constant_folding">Whether what depends on sizes that are fixed is computed now, as what depends on weights alone always is; default true.</param>
        /// <param name="dynamic_axes">The dimensions whose lengths may differ: by name, then by dimension, the name of the length. Default none.</param>
        /// <param name="external_data">Whether tensors lie in a second file whatever they take; default false.</param>
        public static void export<T, TResult>(
            nn.Module<T, TResult> model, T args, string f, IReadOnlyList<string>? input_names = null, IReadOnlyList<string>? output_names = null,
            int opset_version = 17, bool do_constant_folding = true, Dictionary<string, Dictionary<int, string>>? dynamic_axes = null,
            bool external_data = false)
        {
            using var mode = new EvaluationMode(model);
            using var traced = jit.trace(model, args, check_trace: false, strict: false, dynamic_sizes: dynamic_axes is { Count: > 0 });
            export(traced, [args], f, input_names, output_names, opset_version, do_constant_folding, dynamic_axes, external_data);
        }

        /// <inheritdoc cref="export{T, TResult}(nn.Module{T, TResult}, T, string, IReadOnlyList{string}, IReadOnlyList{string}, int, bool, Dictionary{string, Dictionary{int, string}}, bool)"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public static void export<T1, T2, TResult>(
            nn.Module<T1, T2, TResult> model, (T1, T2) args, string f, IReadOnlyList<string>? input_names = null,
            IReadOnlyList<string>? output_names = null, int opset_version = 17, bool do_constant_folding = true,
            Dictionary<string, Dictionary<int, string>>? dynamic_axes = null, bool external_data = false)
        {
            using var mode = new EvaluationMode(model);
            using var traced = jit.trace(model, args.Item1, args.Item2, check_trace: false, strict: false, dynamic_sizes: dynamic_axes is { Count: > 0 });
            export(traced, Tensors([args.Item1, args.Item2]), f, input_names, output_names, opset_version, do_constant_folding, dynamic_axes, external_data);
        }

        /// <inheritdoc cref="export{T, TResult}(nn.Module{T, TResult}, T, string, IReadOnlyList{string}, IReadOnlyList{string}, int, bool, Dictionary{string, Dictionary{int, string}}, bool)"/>
        /// <typeparam name="T1">The type of input 1.</typeparam>
        /// <typeparam name="T2">The type of input 2.</typeparam>
        /// <typeparam name="T3">The type of input 3.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public static void export<T1, T2, T3, TResult>(
            nn.Module<T1, T2, T3, TResult> model, (T1, T2, T3) args, string f, IReadOnlyList<string>? input_names = null,
            IReadOnlyList<string>? output_names = null, int opset_version = 17, bool do_constant_folding = true,
            Dictionary<string, Dictionary<int, string>>? dynamic_axes = null, bool external_data = false)
        {
            using var mode = new EvaluationMode(model);
            using var traced = jit.trace(
                model, args.Item1, args.Item2, args.Item3, check_trace: false, strict: false, dynamic_sizes: dynamic_axes is { Count: > 0 });
            export(
                traced, Tensors([args.Item1, args.Item2, args.Item3]), f, input_names, output_names, opset_version, do_constant_folding, dynamic_axes,
                external_data);
        }
    }
}
