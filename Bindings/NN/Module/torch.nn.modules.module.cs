namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What Python keeps in <c>torch.nn.modules</c>.</summary>
        public static partial class modules
        {
            /// <summary>Hooks of all modules of the process, for debugging and profiling (Python's <c>torch.nn.modules.module</c>).</summary>
            /// <remarks>
            /// They run before a module's own hooks, in the order of their registration, on every thread that calls a module. While there is one,
            /// attention layers do not take libtorch's fast path. TorchScript modules do not run them.
            /// </remarks>
            public static partial class module
            {
                /// <summary>Adds a hook that runs before the <c>forward</c> of every module.</summary>
                /// <param name="hook">
                /// Gets the module and its inputs; what it returns takes their place, as many and of their types. Null leaves them.
                /// </param>
                /// <returns>What takes the hook off again.</returns>
                public static torch.utils.hooks.RemovableHandle register_module_forward_pre_hook(Func<Module, object?[], object?[]?> hook) =>
                    GlobalModuleHooks.Before.Add(hook);

                /// <summary>Adds a hook that runs after the <c>forward</c> of every module.</summary>
                /// <param name="hook">
                /// Gets the module, its inputs and its result; what it returns takes the result's place, of its type. Null leaves it.
                /// </param>
                /// <returns>What takes the hook off again.</returns>
                public static torch.utils.hooks.RemovableHandle register_module_forward_hook(Func<Module, object?[], object?, object?> hook) =>
                    GlobalModuleHooks.After.Add(hook);

                /// <summary>Adds a hook that runs when gradients have flowed through a call of any module.</summary>
                /// <param name="hook">As that of <see cref="Module.register_full_backward_hook"/>.</param>
                /// <returns>What takes the hook off again.</returns>
                public static torch.utils.hooks.RemovableHandle register_module_full_backward_hook(
                    Func<Module, Tensor?[], Tensor?[], Tensor?[]?> hook) => GlobalModuleHooks.AfterBackward.Add(hook);

                /// <summary>Adds a hook that runs before gradients flow through a call of any module.</summary>
                /// <param name="hook">As that of <see cref="Module.register_full_backward_pre_hook"/>.</param>
                /// <returns>What takes the hook off again.</returns>
                public static torch.utils.hooks.RemovableHandle register_module_full_backward_pre_hook(Func<Module, Tensor?[], Tensor?[]?> hook) =>
                    GlobalModuleHooks.BeforeBackward.Add(hook);
            }
        }
    }
}
