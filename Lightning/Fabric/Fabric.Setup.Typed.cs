namespace Lightning;

// Modules by their number of inputs: what comes back is a module of the same kind.
public sealed partial class Fabric
{
    /// <summary>
    /// Sets up a module: converts it as the precision says, moves it, and connects it with those of the other processes, which all get the first one's
    /// parameters and buffers.
    /// </summary>
    /// <param name="module">The module. It stays the same object and reachable; call what is returned.</param>
    /// <param name="move_to_device">Whether it moves to this process's device; default true.</param>
    /// <exception cref="InvalidOperationException">It was set up before, or the processes have not met.</exception>
    public FabricModule<T, TResult> setup_module<T, TResult>(torch.nn.Module<T, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T, TResult> setup<T, TResult>(torch.nn.Module<T, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <summary>Sets up a module and its optimizer.</summary>
    /// <param name="module">The module. It stays the same object and reachable; call what is returned.</param>
    /// <param name="optimizer">The optimizer of its parameters, which stay the same objects wherever they move.</param>
    /// <param name="move_to_device">Whether the module moves to this process's device; default true.</param>
    /// <exception cref="InvalidOperationException">One of them was set up before, or the processes have not met.</exception>
    public (FabricModule<T, TResult> module, FabricOptimizer optimizer) setup<T, TResult>(
        torch.nn.Module<T, TResult> module, torch.optim.Optimizer optimizer, bool move_to_device = true)
    {
        RequireNew(optimizer);
        return (setup_module(module, move_to_device), setup_optimizers(optimizer));
    }

    /// <summary>Sets up a module and its optimizers.</summary>
    /// <param name="module">The module. It stays the same object and reachable; call what is returned.</param>
    /// <param name="optimizers">The optimizers of its parameters, which stay the same objects wherever they move.</param>
    /// <exception cref="InvalidOperationException">One of them was set up before, or the processes have not met.</exception>
    public (FabricModule<T, TResult> module, FabricOptimizer[] optimizers) setup<T, TResult>(
        torch.nn.Module<T, TResult> module, params IReadOnlyList<torch.optim.Optimizer> optimizers)
    {
        RequireNew(optimizers);
        return (setup_module(module), setup_optimizers(optimizers));
    }

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T1, T2, TResult> setup_module<T1, T2, TResult>(torch.nn.Module<T1, T2, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T1, T2, TResult> setup<T1, T2, TResult>(torch.nn.Module<T1, T2, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup{T, TResult}(torch.nn.Module{T, TResult}, torch.optim.Optimizer, bool)"/>
    public (FabricModule<T1, T2, TResult> module, FabricOptimizer optimizer) setup<T1, T2, TResult>(
        torch.nn.Module<T1, T2, TResult> module, torch.optim.Optimizer optimizer, bool move_to_device = true)
    {
        RequireNew(optimizer);
        return (setup_module(module, move_to_device), setup_optimizers(optimizer));
    }

    /// <inheritdoc cref="setup{T, TResult}(torch.nn.Module{T, TResult}, IReadOnlyList{torch.optim.Optimizer})"/>
    public (FabricModule<T1, T2, TResult> module, FabricOptimizer[] optimizers) setup<T1, T2, TResult>(
        torch.nn.Module<T1, T2, TResult> module, params IReadOnlyList<torch.optim.Optimizer> optimizers)
    {
        RequireNew(optimizers);
        return (setup_module(module), setup_optimizers(optimizers));
    }

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T1, T2, T3, TResult> setup_module<T1, T2, T3, TResult>(torch.nn.Module<T1, T2, T3, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T1, T2, T3, TResult> setup<T1, T2, T3, TResult>(torch.nn.Module<T1, T2, T3, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup{T, TResult}(torch.nn.Module{T, TResult}, torch.optim.Optimizer, bool)"/>
    public (FabricModule<T1, T2, T3, TResult> module, FabricOptimizer optimizer) setup<T1, T2, T3, TResult>(
        torch.nn.Module<T1, T2, T3, TResult> module, torch.optim.Optimizer optimizer, bool move_to_device = true)
    {
        RequireNew(optimizer);
        return (setup_module(module, move_to_device), setup_optimizers(optimizer));
    }

    /// <inheritdoc cref="setup{T, TResult}(torch.nn.Module{T, TResult}, IReadOnlyList{torch.optim.Optimizer})"/>
    public (FabricModule<T1, T2, T3, TResult> module, FabricOptimizer[] optimizers) setup<T1, T2, T3, TResult>(
        torch.nn.Module<T1, T2, T3, TResult> module, params IReadOnlyList<torch.optim.Optimizer> optimizers)
    {
        RequireNew(optimizers);
        return (setup_module(module), setup_optimizers(optimizers));
    }

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T1, T2, T3, T4, TResult> setup_module<T1, T2, T3, T4, TResult>(torch.nn.Module<T1, T2, T3, T4, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T1, T2, T3, T4, TResult> setup<T1, T2, T3, T4, TResult>(torch.nn.Module<T1, T2, T3, T4, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup{T, TResult}(torch.nn.Module{T, TResult}, torch.optim.Optimizer, bool)"/>
    public (FabricModule<T1, T2, T3, T4, TResult> module, FabricOptimizer optimizer) setup<T1, T2, T3, T4, TResult>(
        torch.nn.Module<T1, T2, T3, T4, TResult> module, torch.optim.Optimizer optimizer, bool move_to_device = true)
    {
        RequireNew(optimizer);
        return (setup_module(module, move_to_device), setup_optimizers(optimizer));
    }

    /// <inheritdoc cref="setup{T, TResult}(torch.nn.Module{T, TResult}, IReadOnlyList{torch.optim.Optimizer})"/>
    public (FabricModule<T1, T2, T3, T4, TResult> module, FabricOptimizer[] optimizers) setup<T1, T2, T3, T4, TResult>(
        torch.nn.Module<T1, T2, T3, T4, TResult> module, params IReadOnlyList<torch.optim.Optimizer> optimizers)
    {
        RequireNew(optimizers);
        return (setup_module(module), setup_optimizers(optimizers));
    }

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T1, T2, T3, T4, T5, TResult> setup_module<T1, T2, T3, T4, T5, TResult>(torch.nn.Module<T1, T2, T3, T4, T5, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T1, T2, T3, T4, T5, TResult> setup<T1, T2, T3, T4, T5, TResult>(torch.nn.Module<T1, T2, T3, T4, T5, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup{T, TResult}(torch.nn.Module{T, TResult}, torch.optim.Optimizer, bool)"/>
    public (FabricModule<T1, T2, T3, T4, T5, TResult> module, FabricOptimizer optimizer) setup<T1, T2, T3, T4, T5, TResult>(
        torch.nn.Module<T1, T2, T3, T4, T5, TResult> module, torch.optim.Optimizer optimizer, bool move_to_device = true)
    {
        RequireNew(optimizer);
        return (setup_module(module, move_to_device), setup_optimizers(optimizer));
    }

    /// <inheritdoc cref="setup{T, TResult}(torch.nn.Module{T, TResult}, IReadOnlyList{torch.optim.Optimizer})"/>
    public (FabricModule<T1, T2, T3, T4, T5, TResult> module, FabricOptimizer[] optimizers) setup<T1, T2, T3, T4, T5, TResult>(
        torch.nn.Module<T1, T2, T3, T4, T5, TResult> module, params IReadOnlyList<torch.optim.Optimizer> optimizers)
    {
        RequireNew(optimizers);
        return (setup_module(module), setup_optimizers(optimizers));
    }

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T1, T2, T3, T4, T5, T6, TResult> setup_module<T1, T2, T3, T4, T5, T6, TResult>(torch.nn.Module<T1, T2, T3, T4, T5, T6, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup_module{T, TResult}(torch.nn.Module{T, TResult}, bool)"/>
    public FabricModule<T1, T2, T3, T4, T5, T6, TResult> setup<T1, T2, T3, T4, T5, T6, TResult>(torch.nn.Module<T1, T2, T3, T4, T5, T6, TResult> module, bool move_to_device = true) => new(module, Take(module, move_to_device));

    /// <inheritdoc cref="setup{T, TResult}(torch.nn.Module{T, TResult}, torch.optim.Optimizer, bool)"/>
    public (FabricModule<T1, T2, T3, T4, T5, T6, TResult> module, FabricOptimizer optimizer) setup<T1, T2, T3, T4, T5, T6, TResult>(
        torch.nn.Module<T1, T2, T3, T4, T5, T6, TResult> module, torch.optim.Optimizer optimizer, bool move_to_device = true)
    {
        RequireNew(optimizer);
        return (setup_module(module, move_to_device), setup_optimizers(optimizer));
    }

    /// <inheritdoc cref="setup{T, TResult}(torch.nn.Module{T, TResult}, IReadOnlyList{torch.optim.Optimizer})"/>
    public (FabricModule<T1, T2, T3, T4, T5, T6, TResult> module, FabricOptimizer[] optimizers) setup<T1, T2, T3, T4, T5, T6, TResult>(
        torch.nn.Module<T1, T2, T3, T4, T5, T6, TResult> module, params IReadOnlyList<torch.optim.Optimizer> optimizers)
    {
        RequireNew(optimizers);
        return (setup_module(module), setup_optimizers(optimizers));
    }
}
