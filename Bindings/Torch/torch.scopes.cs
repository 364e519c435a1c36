namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost dispose scope of this thread; null where none is open.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.OfThread.Current;

    /// <summary>
    /// Opens a dispose scope: tensors made on this thread from now on are disposed with it, unless they are moved out.
    /// </summary>
    /// <returns>The scope, for a using declaration.</returns>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.OfThread.Open();

    /// <summary>Runs an expression in a scope of its own; only its result stays.</summary>
    /// <param name="expr">The expression.</param>
    /// <returns>Its result, owned by the scope around.</returns>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        ArgumentNullException.ThrowIfNull(expr);
        using DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(expr());
    }
}
