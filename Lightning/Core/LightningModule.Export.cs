namespace Lightning;

public abstract partial class LightningModule
{
    private const string NothingToRun = "has nothing to run the module on. Pass an example, or set example_input_array.";

    /// <summary>An example of what the module's <see cref="forward"/> takes: for the summary's sizes, the graph and the exports. Null (the default) for none.</summary>
    public Tensor? example_input_array { get; set; }

    /// <summary>Runs <see cref="forward"/> once, in evaluation mode, and keeps what it did as TorchScript, which Python and C++ load. The module's mode is as before afterwards.</summary>
    /// <param name="file_path">Where to write it; null writes nothing.</param>
    /// <param name="method">"trace" (the default). Python's "script" compiles Python's source, which a module in C# has not.</param>
    /// <param name="example_inputs">What to run it on; null takes <see cref="example_input_array"/>.</param>
    /// <param name="check_trace">Whether script and module are run again and compared; a difference is a <see cref="torch.jit.tracer_warning"/>. Default true.</param>
    /// <param name="strict">Whether lists and dictionaries as results are an error; default true.</param>
    /// <returns>The script module, with this module's names of parameters and submodules.</returns>
    /// <remarks>Python: <c>LightningModule.to_torchscript</c>, whose default is "script".</remarks>
    /// <exception cref="MisconfigurationException">There is no example, no <see cref="forward"/>, or the method is another.</exception>
    public torch.jit.ScriptModule<Tensor, Tensor> to_torchscript(
        string? file_path = null, string method = "trace", Tensor? example_inputs = null, bool check_trace = true, bool strict = true) =>
        to_torchscript(forward, file_path, example_inputs, method, check_trace, strict);

    /// <summary>Traces a computation of the module's; see <see cref="to_torchscript(string?, string, Tensor?, bool, bool)"/>.</summary>
    /// <param name="forward">The computation, <c>model.net.call</c> for example.</param>
    /// <param name="file_path">Where to write it; null writes nothing.</param>
    /// <param name="example_inputs">What to run it on; null takes <see cref="example_input_array"/>.</param>
    /// <param name="method">"trace".</param>
    /// <param name="check_trace">Whether script and module are run again and compared; default true.</param>
    /// <param name="strict">Whether lists and dictionaries as results are an error; default true.</param>
    /// <exception cref="MisconfigurationException">There is no example to run it on, or the method is another.</exception>
    public torch.jit.ScriptModule<Tensor, Tensor> to_torchscript(
        Func<Tensor, Tensor> forward, string? file_path = null, Tensor? example_inputs = null, string method = "trace", bool check_trace = true,
        bool strict = true) =>
        to_torchscript(
            forward,
            example_inputs ?? example_input_array ?? throw new MisconfigurationException($"to_torchscript {NothingToRun}"),
            file_path,
            method,
            check_trace,
            strict);

    /// <summary>Traces a computation on other inputs than one tensor; see <see cref="to_torchscript(string?, string, Tensor?, bool, bool)"/>.</summary>
    /// <typeparam name="T">The type of the input: a tensor, or a tuple, list or dictionary of tensors.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="forward">The computation.</param>
    /// <param name="example_inputs">What to run it on.</param>
    /// <param name="file_path">Where to write it; null writes nothing.</param>
    /// <param name="method">"trace".</param>
    /// <param name="check_trace">Whether script and module are run again and compared; default true.</param>
    /// <param name="strict">Whether lists and dictionaries as results are an error; default true.</param>
    /// <exception cref="MisconfigurationException">The method is another.</exception>
    public torch.jit.ScriptModule<T, TResult> to_torchscript<T, TResult>(
        Func<T, TResult> forward, T example_inputs, string? file_path = null, string method = "trace", bool check_trace = true, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(forward);
        if (method != "trace")
        {
            throw new MisconfigurationException(
                method == "script"
                    ? "to_torchscript(method: \"script\") compiles Python's source, and a module in C# has none. Use \"trace\", which records what forward does with an example."
                    : $"to_torchscript(method: \"{method}\") is unknown; use \"trace\".");
        }

        torch.jit.ScriptModule<T, TResult> script = null!;
        WithTraceable(forward, example_inputs, (module, example) => script = torch.jit.trace(module, example, check_trace: check_trace, strict: strict));
        if (file_path is not null)
        {
            torch.jit.save(script, file_path);
        }

        return script;
    }

    /// <summary>Runs <see cref="forward"/> once, in evaluation mode, and writes what it did as an ONNX model. The module's mode is as before afterwards.</summary>
    /// <param name="file_path">The file.</param>
    /// <param name="input_sample">What to run it on; null takes <see cref="example_input_array"/>.</param>
    /// <param name="input_names">Names for the inputs; default <c>input</c>.</param>
    /// <param name="output_names">Names for the results; default <c>output</c>.</param>
    /// <param name="opset_version">The version of ONNX's operators, 17 (the default) to 21.</param>
    /// <param name="do_constant_folding">Whether what depends on no input is computed now; default true.</param>
    /// <param name="dynamic_axes">The dimensions whose lengths may differ: by name, then by dimension, the name of the length. Default none.</param>
    /// <param name="external_data">Whether tensors lie in a second file whatever they take; default false.</param>
    /// <remarks>Python: <c>LightningModule.to_onnx</c>, over <see cref="torch.onnx"/>.</remarks>
    /// <exception cref="MisconfigurationException">There is no example to run it on, or no <see cref="forward"/>.</exception>
    /// <exception cref="OnnxExportException">Operators have no counterpart, or the lengths of dynamic dimensions cannot differ.</exception>
    public void to_onnx(
        string file_path, Tensor? input_sample = null, IReadOnlyList<string>? input_names = null, IReadOnlyList<string>? output_names = null,
        int opset_version = 17, bool do_constant_folding = true, Dictionary<string, Dictionary<int, string>>? dynamic_axes = null,
        bool external_data = false) =>
        to_onnx(forward, file_path, input_sample, input_names, output_names, opset_version, do_constant_folding, dynamic_axes, external_data);

    /// <summary>Writes another computation of the module's, <c>model.net.call</c> for example, as an ONNX model.</summary>
    /// <param name="forward">The computation.</param>
    /// <param name="file_path">The file.</param>
    /// <param name="input_sample">What to run it on; null takes <see cref="example_input_array"/>.</param>
    /// <param name="input_names">Names for the inputs; default <c>input</c>.</param>
    /// <param name="output_names">Names for the results; default <c>output</c>.</param>
    /// <param name="opset_version">The version of ONNX's operators, 17 (the default) to 21.</param>
    /// <param name="do_constant_folding">Whether what depends on no input is computed now; default true.</param>
    /// <param name="dynamic_axes">The dimensions whose lengths may differ; default none.</param>
    /// <param name="external_data">Whether tensors lie in a second file whatever they take; default false.</param>
    /// <exception cref="MisconfigurationException">There is no example to run it on.</exception>
    /// <exception cref="OnnxExportException">Operators have no counterpart, or the lengths of dynamic dimensions cannot differ.</exception>
    public void to_onnx(
        Func<Tensor, Tensor> forward, string file_path, Tensor? input_sample = null, IReadOnlyList<string>? input_names = null,
        IReadOnlyList<string>? output_names = null, int opset_version = 17, bool do_constant_folding = true,
        Dictionary<string, Dictionary<int, string>>? dynamic_axes = null, bool external_data = false) =>
        to_onnx(
            forward,
            input_sample ?? example_input_array ?? throw new MisconfigurationException($"to_onnx {NothingToRun}"),
            file_path,
            input_names,
            output_names,
            opset_version,
            do_constant_folding,
            dynamic_axes,
            external_data);

    /// <summary>Writes a computation on other inputs than one tensor as an ONNX model; see <see cref="to_onnx(string, Tensor?, IReadOnlyList{string}?, IReadOnlyList{string}?, int, bool, Dictionary{string, Dictionary{int, string}}?, bool)"/>.</summary>
    /// <typeparam name="T">The type of the input: a tensor, or a tuple, list or dictionary of tensors.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="forward">The computation.</param>
    /// <param name="input_sample">What to run it on.</param>
    /// <param name="file_path">The file.</param>
    /// <param name="input_names">Names for the inputs.</param>
    /// <param name="output_names">Names for the results.</param>
    /// <param name="opset_version">The version of ONNX's operators, 17 (the default) to 21.</param>
    /// <param name="do_constant_folding">Whether what depends on no input is computed now; default true.</param>
    /// <param name="dynamic_axes">The dimensions whose lengths may differ; default none.</param>
    /// <param name="external_data">Whether tensors lie in a second file whatever they take; default false.</param>
    public void to_onnx<T, TResult>(
        Func<T, TResult> forward, T input_sample, string file_path, IReadOnlyList<string>? input_names = null, IReadOnlyList<string>? output_names = null,
        int opset_version = 17, bool do_constant_folding = true, Dictionary<string, Dictionary<int, string>>? dynamic_axes = null,
        bool external_data = false)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentException.ThrowIfNullOrEmpty(file_path);
        WithTraceable(forward, input_sample, (module, example) => torch.onnx.export(
            module, example, file_path, input_names, output_names, opset_version, do_constant_folding, dynamic_axes, external_data));
    }

    /// <summary>Gives a computation, as a module that can be traced, and the example on its device to what traces it; in evaluation and without gradients.</summary>
    internal void WithTraceable<T, TResult>(Func<T, TResult> forward, T example, Action<torch.nn.Module<T, TResult>, T> trace)
    {
        var modes = ModuleModes.Capture(this);
        var here = BatchTransfer.To(example, device);
        eval();
        try
        {
            using var guard = torch.no_grad();
            trace(new Exported<T, TResult>(this, forward), here);
        }
        finally
        {
            modes.Restore();
            var given = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
            BatchTransfer.Visit(example, tensor => given.Add(tensor));
            BatchTransfer.Visit(here, tensor =>
            {
                if (!given.Contains(tensor))
                {
                    tensor.Dispose();
                }
            });
        }
    }

    /// <summary>The module as one of a type that can be traced: what it holds stands under the same names.</summary>
    private sealed class Exported<T, TResult> : torch.nn.Module<T, TResult>
    {
        private readonly Func<T, TResult> _forward;

        internal Exported(LightningModule module, Func<T, TResult> forward)
            : base(module.GetType().Name)
        {
            _forward = forward;
            foreach (var (name, child) in module.named_children())
            {
                register_module(name, child);
            }

            foreach (var (name, parameter) in module.named_parameters(recurse: false))
            {
                register_parameter(name, parameter);
            }

            foreach (var (name, buffer) in module.named_buffers(recurse: false))
            {
                register_buffer(name, buffer);
            }

            eval();
        }

        public override TResult forward(T input) => _forward(input);
    }
}
