using TorchSharp.Modules;

namespace Lightning;

/// <summary>An optimizer that a <see cref="Fabric"/> has set up: its steps go through the precision. Everything else is the optimizer's own.</summary>
/// <remarks>
/// Python: what <c>Fabric.setup</c> returns. Under "16-mixed" a step unscales the gradients, and is left out where one of them overflowed. Optimizers that
/// step one after the other do so under the same scale; it moves on with the next <see cref="Fabric.backward"/>.
/// </remarks>
public sealed class FabricOptimizer : torch.optim.Optimizer
{
    private readonly Fabric _fabric;
    private readonly Func<Tensor> _closure;
    private Func<Tensor>? _users;
    private Tensor? _loss;

    internal FabricOptimizer(Fabric fabric, torch.optim.Optimizer optimizer)
    {
        (_fabric, this.optimizer, _closure) = (fabric, optimizer, Closure);
        TakeGroups();
    }

    /// <summary>The optimizer as it was before.</summary>
    public torch.optim.Optimizer optimizer { get; }

    /// <inheritdoc/>
    public override IEnumerable<torch.optim.ILearningRateController> ParamGroups => optimizer.ParamGroups;

    /// <inheritdoc/>
    public override void zero_grad() => optimizer.zero_grad();

    /// <inheritdoc/>
    public override void zero_grad(bool set_to_none) => optimizer.zero_grad(set_to_none);

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        optimizer.add_param_group(param_group);
        TakeGroups();
    }

    /// <inheritdoc/>
    public override void add_param_group(IEnumerable<Parameter> parameters, double? lr = null)
    {
        optimizer.add_param_group(parameters, lr);
        TakeGroups();
    }

    /// <inheritdoc/>
    /// <exception cref="MisconfigurationException">The optimizer is LBFGS, and there is no closure, or the precision is "16-mixed".</exception>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        if (closure is null && optimizer is LBFGS)
        {
            throw new MisconfigurationException("LBFGS evaluates the loss several times in a step. Pass a closure that computes it: optimizer.step(() => { ... }).");
        }

        _fabric.BeforeStep(optimizer);
        _users = closure;
        try
        {
            _fabric.precision.OptimizerStep(optimizer, _closure);
            _fabric.AfterStep(this);
            return _loss;
        }
        finally
        {
            (_users, _loss) = (null, null);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => optimizer.parameters();

    /// <inheritdoc/>
    public override StateDictionary state_dict() => optimizer.state_dict();

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict) => optimizer.load_state_dict(state_dict);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            optimizer.Dispose();
        }

        base.Dispose(disposing);
    }

    // The precision wants the gradients from it. Without a closure of the user's there is no loss to return, and no optimizer that goes without one asks for it.
    private Tensor Closure()
    {
        var loss = _users?.Invoke();
        _fabric.precision.unscale_gradients(optimizer);
        _loss ??= loss;
        return loss!;
    }

    private void TakeGroups()
    {
        _parameter_groups.Clear();
        foreach (var group in optimizer.param_groups)
        {
            _parameter_groups.Add(group);
        }
    }
}
