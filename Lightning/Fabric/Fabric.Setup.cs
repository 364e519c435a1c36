using System.Runtime.CompilerServices;

namespace Lightning;

// Modules and optimizers come under the Fabric's wing. The overloads by number of inputs are in Fabric.Setup.Typed.cs.
public sealed partial class Fabric
{
    // What was set up, held no longer than its owner holds it.
    private readonly ConditionalWeakTable<object, object> _known = [];
    private bool _hasModule;

    /// <summary>
    /// Sets up a module that is called otherwise than by one <c>forward</c>: <see cref="FabricModule.call{TResult}"/> runs whatever method makes its passes.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="move_to_device">Whether it moves to this process's device; default true.</param>
    /// <exception cref="InvalidOperationException">It was set up before, or the processes have not met.</exception>
    public FabricModule setup_module(torch.nn.Module module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup_module(torch.nn.Module, bool)"/>
    public FabricModule setup(torch.nn.Module module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <summary>Sets up a module that is called otherwise than by one <c>forward</c>, and its optimizer.</summary>
    /// <param name="module">The module.</param>
    /// <param name="optimizer">The optimizer of its parameters, which stay the same objects wherever they move.</param>
    /// <param name="move_to_device">Whether the module moves to this process's device; default true.</param>
    /// <exception cref="InvalidOperationException">One of them was set up before, or the processes have not met.</exception>
    public (FabricModule module, FabricOptimizer optimizer) setup(torch.nn.Module module, torch.optim.Optimizer optimizer, bool move_to_device = true)
    {
        RequireNew(optimizer);
        return (setup_module(module, move_to_device), setup_optimizers(optimizer));
    }

    /// <summary>Sets up a module that is called otherwise than by one <c>forward</c>, and its optimizers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="optimizers">The optimizers of its parameters, which stay the same objects wherever they move.</param>
    /// <exception cref="InvalidOperationException">One of them was set up before, or the processes have not met.</exception>
    public (FabricModule module, FabricOptimizer[] optimizers) setup(torch.nn.Module module, params IReadOnlyList<torch.optim.Optimizer> optimizers)
    {
        RequireNew(optimizers);
        return (setup_module(module), setup_optimizers(optimizers));
    }

    /// <summary>Sets up an optimizer on its own: its module was set up by <c>setup_module</c>.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <exception cref="InvalidOperationException">It was set up before, or the processes have not met.</exception>
    public FabricOptimizer setup_optimizers(torch.optim.Optimizer optimizer)
    {
        RequireNew(optimizer);
        _known.Add(optimizer, this);
        return new FabricOptimizer(this, optimizer);
    }

    /// <summary>Sets up several optimizers on their own.</summary>
    /// <param name="optimizers">The optimizers.</param>
    /// <exception cref="InvalidOperationException">One was set up before, or the processes have not met.</exception>
    public FabricOptimizer[] setup_optimizers(params IReadOnlyList<torch.optim.Optimizer> optimizers)
    {
        RequireNew(optimizers);
        return [.. optimizers.Select(setup_optimizers)];
    }

    /// <summary>Converts a module, moves it, and connects it with those of the other processes.</summary>
    private FabricForward Take(torch.nn.Module module, bool move)
    {
        ArgumentNullException.ThrowIfNull(module);
        RequireLaunched("setup");
        if (module is IFabricModule || _known.TryGetValue(module, out _))
        {
            throw new InvalidOperationException($"{module.GetName()} has been set up already. Call fabric.setup once for each module and keep what it returns.");
        }

        precision.convert_module(module);
        if (move)
        {
            strategy.model_to_device(module);
        }

        var pass = new FabricForward(precision, strategy.Replicate(module));
        _known.Add(module, this);
        _hasModule = true;
        if (callbacks.Count > 0)
        {
            call("on_after_setup", this, module);
        }

        return pass;
    }

    private void RequireNew(IReadOnlyList<torch.optim.Optimizer> optimizers)
    {
        ArgumentNullException.ThrowIfNull(optimizers);
        if (optimizers.Count == 0)
        {
            throw new ArgumentException("fabric.setup got an empty list of optimizers: leave it out to set up the module alone.", nameof(optimizers));
        }

        foreach (var optimizer in optimizers)
        {
            RequireNew(optimizer);
        }

        if (optimizers.Distinct(ReferenceEqualityComparer.Instance).Count() < optimizers.Count)
        {
            throw new InvalidOperationException("fabric.setup got the same optimizer twice. Pass each once.");
        }
    }

    private void RequireNew(torch.optim.Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        RequireLaunched("setup");
        if (optimizer is FabricOptimizer || _known.TryGetValue(optimizer, out _))
        {
            throw new InvalidOperationException($"{optimizer.GetType().Name} has been set up already. Call fabric.setup once for each optimizer and keep what it returns.");
        }
    }
}
