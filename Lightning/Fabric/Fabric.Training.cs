namespace Lightning;

// What a step of a loop calls.
public sealed partial class Fabric
{
    // The optimizers that have stepped under the scale at hand.
    private readonly HashSet<torch.optim.Optimizer> _stepped = new(ReferenceEqualityComparer.Instance);

    /// <summary>Computes the gradients: what stands in for <c>loss.backward()</c>. Under "16-mixed" the loss is scaled first.</summary>
    /// <param name="tensor">The loss.</param>
    /// <param name="model">The module that it comes from, where there are several; checked, and not needed by the strategies at hand.</param>
    /// <param name="gradient">The gradient to begin with, for a tensor of more than one element.</param>
    /// <param name="retain_graph">Whether what was recorded is kept for another pass; default false.</param>
    /// <param name="create_graph">Whether the gradients can be differentiated again; default false.</param>
    /// <exception cref="InvalidOperationException">The loss has no gradient, or no module was set up that the other processes share.</exception>
    public void backward(Tensor tensor, IFabricModule? model = null, Tensor? gradient = null, bool retain_graph = false, bool create_graph = false)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        RequireLaunched();
        if (!tensor.requires_grad)
        {
            throw new InvalidOperationException(
                "fabric.backward got a tensor without gradient: no trained parameter took part in it, or it was computed under no_grad, or detached.");
        }

        if ((!_hasModule && world_size > 1) || (model is not null && !_known.TryGetValue(model.original, out _)))
        {
            throw new InvalidOperationException(
                "fabric.backward was called before the module was set up here, so the gradients of the processes would differ: model = fabric.setup(model, optimizer).");
        }

        Settle();
        var loss = precision.pre_backward(tensor);
        try
        {
            loss.backward(gradient is null ? null : [gradient], retain_graph, create_graph);
        }
        finally
        {
            if (!ReferenceEquals(loss, tensor))
            {
                loss.Dispose();
            }
        }
    }

    /// <summary>Clips the gradients of an optimizer's parameters in place, to a common norm or element by element. Give one of the two limits.</summary>
    /// <param name="module">The module that they are of.</param>
    /// <param name="optimizer">What <c>setup</c> returned. Under "16-mixed" its gradients are unscaled first.</param>
    /// <param name="clip_val">The greatest absolute value of an element.</param>
    /// <param name="max_norm">The greatest norm of all gradients together.</param>
    /// <param name="norm_type">The order of that norm; default 2. Infinity is the greatest absolute value.</param>
    /// <param name="error_if_nonfinite">
    /// Whether a norm that is infinite or no number is an error, as in Python the default: finding out reads it to the host, and false waits for nothing.
    /// Under "16-mixed" it is none, since the step is then left out.
    /// </param>
    /// <returns>The norm before, which the caller owns; null with <paramref name="clip_val"/>.</returns>
    /// <exception cref="ArgumentException">None of the limits is given, or both, or one is out of range.</exception>
    /// <exception cref="InvalidOperationException">The norm is not finite; or module or optimizer were not set up.</exception>
    public Tensor? clip_gradients(
        torch.nn.Module module,
        torch.optim.Optimizer optimizer,
        double? clip_val = null,
        double? max_norm = null,
        double norm_type = 2.0,
        bool error_if_nonfinite = true)
    {
        if (clip_val is null == max_norm is null)
        {
            throw new ArgumentException("fabric.clip_gradients takes clip_val: or max_norm:, exactly one of the two.");
        }

        if ((clip_val ?? max_norm) is not >= 0)
        {
            throw new ArgumentOutOfRangeException(clip_val is null ? nameof(max_norm) : nameof(clip_val), clip_val ?? max_norm, "A limit of gradients is zero or more.");
        }

        RequireOwn(module);
        var own = optimizer is FabricOptimizer { optimizer: var plain } && _known.TryGetValue(plain, out _) ? plain : throw NotSetUp("optimizer");
        precision.unscale_gradients(own);
        if (clip_val is { } limit)
        {
            torch.nn.utils.clip_grad_value_(own.parameters(), limit);
            return null;
        }

        return torch.nn.utils.clip_grad_norm_(
            own.parameters(), max_norm!.Value, norm_type, error_if_nonfinite && precision is not MixedPrecision { scaler: not null });
    }

    /// <summary>Until the result is disposed, code outside of a module that was set up runs in the precision's number types: a loss of one's own, for instance.</summary>
    public IDisposable autocast() => precision.forward_context() ?? Nothing.Instance;

    /// <summary>
    /// Until the result is disposed, gradients stay on their process and add up: all batches of an accumulation window but the last one. The forward
    /// passes belong inside too. With one process there is nothing to do.
    /// </summary>
    /// <param name="module">What <c>setup</c> returned.</param>
    /// <param name="enabled">False does nothing: <c>enabled: step % 4 != 3</c>; default true.</param>
    /// <exception cref="InvalidOperationException">The module was not set up.</exception>
    public IDisposable no_backward_sync(torch.nn.Module module, bool enabled = true)
    {
        RequireOwn(module);
        return (enabled ? ((IFabricModule)module).Pass.Replica?.BlockBackwardSync() : null) ?? Nothing.Instance;
    }

    /// <summary>Until the result is disposed, new tensors of this thread have the precision's type and lie on this process's device.</summary>
    /// <remarks>Python: <c>Fabric.init_tensor</c>. The mixed precisions leave the type.</remarks>
    public IDisposable init_tensor() => new Factories(precision.input_type ?? torch.get_default_dtype(), device);

    /// <summary>Until the result is disposed, modules are made in the precision's type, which saves their conversion, and on this process's device where they ask for none.</summary>
    /// <remarks>Python: <c>Fabric.init_module</c>. To leave parameters uninitialized, see <see cref="torch.nn.utils.skip_init{T}"/>.</remarks>
    public IDisposable init_module() => init_tensor();

    /// <summary>An optimizer is about to step; under one scale it does so once.</summary>
    internal void BeforeStep(torch.optim.Optimizer optimizer)
    {
        if (_stepped.Contains(optimizer))
        {
            Settle();
        }
    }

    internal void AfterStep(FabricOptimizer optimizer)
    {
        _stepped.Add(optimizer.optimizer);
        if (callbacks.Count > 0)
        {
            call("on_after_optimizer_step", this, optimizer);
        }
    }

    /// <summary>The steps under one scale are over: it moves on.</summary>
    private void Settle()
    {
        if (_stepped.Count > 0)
        {
            _stepped.Clear();
            precision.after_optimizer_steps();
        }
    }

    private void RequireOwn(torch.nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        if (module is not IFabricModule wrapped || !_known.TryGetValue(wrapped.original, out _))
        {
            throw NotSetUp("module");
        }
    }

    private static InvalidOperationException NotSetUp(string what) =>
        new($"The {what} was not set up by this Fabric. Call fabric.setup first and pass what it returns.");
}
