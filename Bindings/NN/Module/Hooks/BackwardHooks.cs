using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The backward hooks of one module.</summary>
internal sealed class BackwardHooks(nn.Module module)
{
    public nn.Module Module { get; } = module;

    /// <summary>Run with the gradients of the module's results, before they flow through it.</summary>
    public HookList<Func<nn.Module, Tensor?[], Tensor?[]?>> Before { get; } = new();

    /// <summary>Run with the gradients of the module's inputs and results, once they flowed through it.</summary>
    public HookList<Func<nn.Module, Tensor?[], Tensor?[], Tensor?[]?>> After { get; } = new();

    public bool Any => Before.Count + After.Count > 0;

    /// <summary>Those of all modules, then this module's own.</summary>
    public IEnumerable<Func<nn.Module, Tensor?[], Tensor?[]?>> AllBefore() => [.. GlobalModuleHooks.BeforeBackward, .. Before];

    /// <summary>Those of all modules, then this module's own.</summary>
    public IEnumerable<Func<nn.Module, Tensor?[], Tensor?[], Tensor?[]?>> AllAfter() => [.. GlobalModuleHooks.AfterBackward, .. After];

    /// <summary>The same hooks for a copy of the module.</summary>
    public BackwardHooks CopyFor(nn.Module copy)
    {
        var hooks = new BackwardHooks(copy);
        hooks.Before.AddAll(Before);
        hooks.After.AddAll(After);
        return hooks;
    }
}
