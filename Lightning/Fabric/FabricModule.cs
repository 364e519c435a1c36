namespace Lightning;

/// <summary>
/// A module that a <see cref="Fabric"/> has set up and that is called otherwise than by one <c>forward</c>: <see cref="call{TResult}"/> runs whatever makes
/// its passes. Parameters, names and state dictionary are the module's own.
/// </summary>
/// <remarks>Python: what <c>Fabric.setup</c> returns. Passes may run on several threads.</remarks>
public sealed class FabricModule : torch.nn.Module, IFabricModule
{
    private readonly FabricForward _pass;

    // Has one owner, so a module that shares its gradients with other processes cannot be copied; its original can.
    private readonly IModuleReplica? _replica;

    internal FabricModule(torch.nn.Module module, FabricForward pass)
        : base(module.GetName())
    {
        ArgumentNullException.ThrowIfNull(module);
        (this.module, _pass, _replica) = (module, pass, pass.Replica);
        FabricForward.Mirror(this, module);
    }

    /// <summary>The module as it was before: calling it leaves number types and other processes out.</summary>
    public torch.nn.Module module { get; }

    /// <inheritdoc/>
    public torch.nn.Module original => module;

    FabricForward IFabricModule.Pass => _pass;

    /// <summary>A pass: in the precision's number types, and with its gradients averaged over the processes.</summary>
    /// <remarks>Floating-point results have the default type again; <see cref="Fabric.to_device{T}"/> and <see cref="Precision.convert_input{T}"/> fit inputs.</remarks>
    /// <param name="forward">Calls the module: <c>() =&gt; net.encode(x)</c>.</param>
    /// <returns>What it gave.</returns>
    public TResult call<TResult>(Func<TResult> forward) => _pass.Run(forward);

    /// <inheritdoc/>
    public override bool training => module.training;

    /// <inheritdoc/>
    public override void train(bool train = true) => module.train(train);

    /// <inheritdoc/>
    public override torch.nn.Module apply(Action<torch.nn.Module> fn)
    {
        module.apply(fn);
        return this;
    }

    /// <inheritdoc/>
    public override Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null) =>
        module.state_dict(destination, prefix);

    /// <inheritdoc/>
    public override (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
        Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null) => module.load_state_dict(source, strict, skip);

    /// <inheritdoc/>
    public override IEnumerable<(string name, TorchSharp.Modules.Parameter parameter)> named_parameters(bool recurse = true) => module.named_parameters(recurse);

    /// <inheritdoc/>
    public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true) =>
        module.named_buffers(recurse, include_nonpersistent);

    /// <inheritdoc/>
    /// <remarks>The module's components keep their names: the module itself is no component here.</remarks>
    protected override void RegisterComponents()
    {
    }

    /// <summary>Takes the hooks off the gradients and disposes the module.</summary>
    /// <param name="disposing">True when called by <see cref="IDisposable.Dispose"/>.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _replica?.Dispose();
            module.Dispose();
        }

        base.Dispose(disposing);
    }
}
