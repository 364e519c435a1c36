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
        ArgumentNullException.ThrowIfNull(forward);
        var example = example_inputs ?? example_input_array
            ?? throw new MisconfigurationException("to_torchscript has nothing to run the module on. Pass example_inputs:, or set example_input_array.");
        var modes = ModuleModes.Capture(this);
        eval();
        try
        {
            using var guard = torch.no_grad();
            using var here = example.to(device);
            var script = torch.jit.trace(new Exported(this, forward), here);
            if (file_path is not null)
            {
                torch.jit.save(script, file_path);
            }

            return script;
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
