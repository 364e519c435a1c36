namespace Lightning;

public abstract partial class LightningModule
{
    /// <summary>An example of what the module's <c>forward</c> takes: for the summary's sizes and for <see cref="to_torchscript"/>. Null (the default) for none.</summary>
    public Tensor? example_input_array { get; set; }

    /// <summary>Runs the module once, in evaluation mode, and keeps what it did as TorchScript, which Python and C++ load. The module's mode is as before afterwards.</summary>
    /// <param name="forward">The module's own computation: <c>model.to_torchscript(model.forward, "net.pt")</c>.</param>
    /// <param name="file_path">Where to write it; null writes nothing.</param>
    /// <param name="example_inputs">What to run it on; null takes <see cref="example_input_array"/>.</param>
    /// <returns>The script module, with this module's names of parameters and submodules.</returns>
    /// <remarks>Python: <c>LightningModule.to_torchscript(method="trace")</c>.</remarks>
    /// <exception cref="MisconfigurationException">There is no example to run it on.</exception>
    public torch.jit.ScriptModule<Tensor, Tensor> to_torchscript(Func<Tensor, Tensor> forward, string? file_path = null, Tensor? example_inputs = null)
    {
        var script = Traced(nameof(to_torchscript), forward, example_inputs);
        if (file_path is not null)
        {
            torch.jit.save(script, file_path);
        }

        return script;
    }

    /// <summary>Writes the module as an ONNX model, as it computes in evaluation. The module's mode is as before afterwards.</summary>
    /// <param name="forward">The module's own computation: <c>model.to_onnx(model.forward, "net.onnx")</c>.</param>
    /// <param name="file_path">The file.</param>
    /// <param name="input_sample">What to run it on; null takes <see cref="example_input_array"/>.</param>
    /// <param name="input_names">A name for the input; default the script's own.</param>
    /// <param name="output_names">A name for the result; default <c>output_0</c>.</param>
    /// <param name="dynamic_axes">The dimensions whose lengths may differ from the example's: by input's or output's name, then by dimension, the name of the length.</param>
    /// <param name="opset_version">The version of ONNX's operators, 17 (the default) to 21.</param>
    /// <remarks>Python: <c>LightningModule.to_onnx</c>; the arguments behind the sample are those of <c>torch.onnx.export</c>.</remarks>
    /// <exception cref="MisconfigurationException">There is no example to run it on.</exception>
    /// <exception cref="OnnxExportException">Operators have no counterpart; the message lists all of them.</exception>
    public void to_onnx(
        Func<Tensor, Tensor> forward,
        string file_path,
        Tensor? input_sample = null,
        IReadOnlyList<string>? input_names = null,
        IReadOnlyList<string>? output_names = null,
        Dictionary<string, Dictionary<int, string>>? dynamic_axes = null,
        int opset_version = 17)
    {
        var script = Traced(nameof(to_onnx), forward, input_sample);
        using var here = (input_sample ?? example_input_array!).to(device);
        torch.onnx.export(script, here, file_path, input_names, output_names, opset_version, dynamic_axes: dynamic_axes);
    }

    private torch.jit.ScriptModule<Tensor, Tensor> Traced(string method, Func<Tensor, Tensor> forward, Tensor? given)
    {
        ArgumentNullException.ThrowIfNull(forward);
        var example = given ?? example_input_array ?? throw new MisconfigurationException(
            $"{method} has nothing to run the module on. Pass {(method == nameof(to_onnx) ? "input_sample" : "example_inputs")}:, or set example_input_array.");
        var modes = ModuleModes.Capture(this);
        eval();
        try
        {
            using var guard = torch.no_grad();
            using var here = example.to(device);
            return torch.jit.trace(new Exported(this, forward), here);
        }
        finally
        {
            modes.Restore();
        }
    }

    /// <summary>The module as one of a type that can be traced: what it holds stands under the same names.</summary>
    private sealed class Exported : torch.nn.Module<Tensor, Tensor>
    {
        private readonly Func<Tensor, Tensor> _forward;

        internal Exported(LightningModule module, Func<Tensor, Tensor> forward)
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

        public override Tensor forward(Tensor input) => _forward(input);
    }
}
