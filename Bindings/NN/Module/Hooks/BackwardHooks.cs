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
}
