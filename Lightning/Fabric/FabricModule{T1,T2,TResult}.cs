namespace Lightning;

/// <summary>
/// A module of two inputs that a <see cref="Fabric"/> has set up: its passes run in the precision's number types, and its gradients are averaged over the
/// processes. Parameters, names and state dictionary are the module's own.
/// </summary>
/// <remarks>Python: what <c>Fabric.setup</c> returns. Passes may run on several threads.</remarks>
/// <typeparam name="T1">The type of the first input.</typeparam>
/// <typeparam name="T2">The type of the second input.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public sealed class FabricModule<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>, IFabricModule
{
    private readonly FabricForward _pass;

    // Has one owner, so a module that shares its gradients with other processes cannot be copied; its original can.
    private readonly IModuleReplica? _replica;

    internal FabricModule(torch.nn.Module<T1, T2, TResult> module, FabricForward pass)
        : base(module.GetName())
    {
        ArgumentNullException.ThrowIfNull(module);
        (this.module, _pass, _replica) = (module, pass, pass.Replica);
        FabricForward.Mirror(this, module);
    }

    /// <summary>The module as it was before: calling it leaves number types and other processes out.</summary>
    public torch.nn.Module<T1, T2, TResult> module { get; }

    /// <inheritdoc/>
    public torch.nn.Module original => module;

    FabricForward IFabricModule.Pass => _pass;

    /// <inheritdoc/>
    public override TResult forward(T1 input1, T2 input2)
    {
        input1 = _pass.Input(input1);
        input2 = _pass.Input(input2);
        TResult result;
        using (_pass.Enter())
        {
            result = _pass.Leave(module.call(input1, input2));
        }

        return _pass.Output(result);
    }

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
