namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private BackwardHooks? _backwardHooks;

            /// <summary>Whether there are backward hooks.</summary>
            private protected bool HasBackwardHooks => _backwardHooks?.Any == true;

            /// <summary>
            /// Adds a hook that runs when gradients have flowed through a call of this module. Python's <c>register_full_backward_hook</c>.
            /// </summary>
            /// <param name="hook">
            /// Gets the module, a gradient for each tensor of its inputs (null for one that has none) and one for each tensor of its results. What it
            /// returns takes the place of the inputs' gradients; null leaves them. The tensors live until it returns: one that is kept is taken out
            /// with <see cref="Tensor.DetachFromDisposeScope"/>.
            /// </param>
            /// <param name="prepend">Whether it runs before the hooks that are there; default false.</param>
            /// <returns>What takes the hook off again.</returns>
            /// <remarks>
            /// Inputs and results are looked through as tensors, tuples, arrays and lists of tensors. A module whose inputs need no gradient runs the
            /// hook with the results' gradients only, and takes no others from it.
            /// </remarks>
            public torch.utils.hooks.RemovableHandle register_full_backward_hook(
                Func<Module, Tensor?[], Tensor?[], Tensor?[]?> hook, bool prepend = false) =>
                (_backwardHooks ??= new BackwardHooks(this)).After.Add(hook, prepend);

            /// <summary>
            /// Adds a hook that runs before gradients flow through a call of this module. Python's <c>register_full_backward_pre_hook</c>.
            /// </summary>
            /// <param name="hook">
            /// Gets the module and a gradient for each tensor of its results; what it returns takes their place, null leaves them.
            /// </param>
            /// <param name="prepend">Whether it runs before the hooks that are there; default false.</param>
            /// <returns>What takes the hook off again.</returns>
            public torch.utils.hooks.RemovableHandle register_full_backward_pre_hook(Func<Module, Tensor?[], Tensor?[]?> hook, bool prepend = false) =>
                (_backwardHooks ??= new BackwardHooks(this)).Before.Add(hook, prepend);

            /// <summary>The watch over one call, or null where there is nothing to watch for.</summary>
            private protected BackwardWatch? StartWatch() => (HasBackwardHooks || GlobalModuleHooks.AnyBackward) && is_grad_enabled()
                ? new BackwardWatch(_backwardHooks ??= new BackwardHooks(this))
                : null;
        }
    }
}
