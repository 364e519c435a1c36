using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Models for other runtimes: ONNX (Python's <c>torch.onnx</c>).</summary>
    public static partial class onnx
    {
        /// <summary>
        /// Writes a script module as an ONNX model (Python's <c>torch.onnx.export</c>), as it computes in evaluation; the module itself stays as it is.
        /// </summary>
        /// <param name="model">A traced or scripted module.</param>
        /// <param name="args">
        /// Example inputs, one for each argument of <c>forward</c>: tensors, lists and tuples of them, and numbers, truth values or null, which become
        /// part of the model.
        /// </param>
        /// <param name="f">
        /// The file. Where the module's tensors take more than 2 GB, or where <paramref name="external_data"/> says so, they lie in a second file of the
        /// same name with <c>.data</c> added.
        /// </param>
        /// <param name="input_names">Names for the tensors among the inputs, in their order; default the script's own.</param>
        /// <param name="output_names">Names for the results, in their order; default <c>output_0</c> and so on.</param>
        /// <param name="opset_version">The version of ONNX's operators, 17 (the default) to 21.</param>
        /// <param name="do_constant_folding">Whether what depends on sizes that are fixed is computed now, as what depends on weights alone always is; default true.</param>
        /// <param name="dynamic_axes">
        /// The dimensions whose lengths may differ from the examples': by input's or output's name, then by dimension, the name of the length. Default
        /// none.
        /// </param>
        /// <param name="external_data">Whether tensors lie in a second file whatever they take; default false.</param>
        /// <exception cref="OnnxExportException">
        /// Operators have no counterpart (the message lists all of them), or the module does not compute with other lengths of a dynamic dimension.
        /// </exception>
        /// <exception cref="ArgumentException">The inputs are not those of the module, or a name is unknown or given twice.</exception>
        /// <remarks>
        /// The model is run on the examples, and once more with other lengths of the dynamic dimensions: what comes out the same without looking at the
        /// inputs' elements is a constant of the graph.
        /// </remarks>
        public static void export(
            jit.ScriptModule model, IReadOnlyList<object?> args, string f, IReadOnlyList<string>? input_names = null,
            IReadOnlyList<string>? output_names = null, int opset_version = 17, bool do_constant_folding = true,
            Dictionary<string, Dictionary<int, string>>? dynamic_axes = null, bool external_data = false)
        {
            ArgumentException.ThrowIfNullOrEmpty(f);
            using var scope = NewDisposeScope();
            var request = new OnnxExport(input_names, output_names, opset_version, do_constant_folding, dynamic_axes);
            new OnnxFile(request.GraphOf(model, args), opset_version).Write(f, external_data);
        }

        /// <inheritdoc cref="export(jit.ScriptModule, IReadOnlyList{object}, string, IReadOnlyList{string}, IReadOnlyList{string}, int, bool, Dictionary{string, Dictionary{int, string}}, bool)"/>
        public static void export(
            jit.ScriptModule model, Tensor args, string f, IReadOnlyList<string>? input_names = null, IReadOnlyList<string>? output_names = null,
            int opset_version = 17, bool do_constant_folding = true, Dictionary<string, Dictionary<int, string>>? dynamic_axes = null,
            bool external_data = false) =>
            export(model, [args], f, input_names, output_names, opset_version, do_constant_folding, dynamic_axes, external_data);

        /// <summary>Writes a script module as an ONNX model into a stream, in one piece; otherwise as the form with a file.</summary>
        /// <param name="model">A traced or scripted module.</param>
        /// <param name="args">Example inputs, one for each argument of <c>forward</c>.</param>
        /// <param name="f">Where the model is written.</param>
        /// <param name="input_names">Names for the tensors among the inputs; default the script's own.</param>
        /// <param name="output_names">Names for the results; default <c>output_0</c> and so on.</param>
        /// <param name="opset_version">The version of ONNX's operators, 17 (the default) to 21.</param>
        /// <param name="do_constant_folding">Whether what depends on sizes that are fixed is computed now, as what depends on weights alone always is; default true.</param>
        /// <param name="dynamic_axes">The dimensions whose lengths may differ from the examples'; default none.</param>
        /// <exception cref="OnnxExportException">Operators have no counterpart, or the tensors take more than 2 GB.</exception>
        public static void export(
            jit.ScriptModule model, IReadOnlyList<object?> args, Stream f, IReadOnlyList<string>? input_names = null,
            IReadOnlyList<string>? output_names = null, int opset_version = 17, bool do_constant_folding = true,
            Dictionary<string, Dictionary<int, string>>? dynamic_axes = null)
        {
            ArgumentNullException.ThrowIfNull(f);
            using var scope = NewDisposeScope();
            var request = new OnnxExport(input_names, output_names, opset_version, do_constant_folding, dynamic_axes);
            new OnnxFile(request.GraphOf(model, args), opset_version).Write(f);
        }
    }
}
