namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose calls can be watched and changed by hooks.</summary>
        /// <typeparam name="TPreHook">The delegate that runs before <c>forward</c> and may replace its input.</typeparam>
        /// <typeparam name="TPostHook">The delegate that runs after <c>forward</c> and may replace its result.</typeparam>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
            where TPreHook : Delegate
            where TPostHook : Delegate
        {
            // Made with the first hook: most modules never have any. Replaced whole on change, so that a running call keeps the set it began with.
            private (string key, Delegate hook)[] _preHooks = [];
            private (string key, Delegate hook)[] _postHooks = [];
            private long _nextKey;

            /// <inheritdoc cref="Module(string)"/>
            protected HookableModule(string name)
                : base(name)
            {
            }

            /// <inheritdoc/>
            public sealed override bool HasHooks => _preHooks.Length + _postHooks.Length > 0 || HasPreparations || HasBackwardHooks
                || GlobalModuleHooks.Any || TraceScopes.IsOpen;

            /// <summary>Adds a hook that runs after <c>forward</c>; a result other than null replaces the module's.</summary>
            /// <param name="hook">The hook.</param>
            /// <param name="prepend">Whether it runs before the hooks that are there; default false.</param>
            /// <returns>What takes the hook off again.</returns>
            public HookRemover register_forward_hook(TPostHook hook, bool prepend = false) => Add(ref _postHooks, hook, prepend);

            /// <summary>Adds a hook that runs before <c>forward</c>; a result other than null replaces the input.</summary>
            /// <inheritdoc cref="register_forward_hook(TPostHook, bool)"/>
            public HookRemover register_forward_pre_hook(TPreHook hook, bool prepend = false) => Add(ref _preHooks, hook, prepend);

            /// <summary>Adds a hook that runs after <c>forward</c> and sees the module only.</summary>
            /// <inheritdoc cref="register_forward_hook(TPostHook, bool)"/>
            public HookRemover register_forward_hook(Action<Module> hook, bool prepend = false) => Add(ref _postHooks, hook, prepend);

            /// <summary>Adds a hook that runs before <c>forward</c> and sees the module only.</summary>
            /// <inheritdoc cref="register_forward_hook(TPostHook, bool)"/>
            public HookRemover register_forward_pre_hook(Action<Module> hook, bool prepend = false) => Add(ref _preHooks, hook, prepend);

            /// <summary>Runs the hooks before <c>forward</c> in the order of their registration.</summary>
            /// <param name="typed">Runs one that sees the input.</param>
            private protected void RunPreHooks(Action<TPreHook> typed) => Run(_preHooks, typed);

            /// <summary>Runs the hooks after <c>forward</c> in the order of their registration.</summary>
            /// <param name="typed">Runs one that sees input and result.</param>
            private protected void RunPostHooks(Action<TPostHook> typed) => Run(_postHooks, typed);

            private void Run<THook>((string key, Delegate hook)[] hooks, Action<THook> typed)
            {
                foreach (var (_, hook) in hooks)
                {
                    if (hook is THook withValues)
                    {
                        typed(withValues);
                    }
                    else
                    {
                        ((Action<Module>)hook)(this);
                    }
                }
            }

            private HookRemover Add(ref (string key, Delegate hook)[] hooks, Delegate hook, bool prepend)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var key = $"hook{Interlocked.Increment(ref _nextKey)}";
                hooks = prepend ? [(key, hook), .. hooks] : [.. hooks, (key, hook)];
                return new HookRemover(this, key);
            }

            /// <summary>Takes a hook off its module.</summary>
            /// <param name="module">The module that has the hook.</param>
            /// <param name="key">The hook's key there.</param>
            public sealed class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                /// <summary>Takes the hook off; doing so twice is allowed.</summary>
                public void remove()
                {
                    module._preHooks = [.. module._preHooks.Where(h => h.key != key)];
                    module._postHooks = [.. module._postHooks.Where(h => h.key != key)];
                }
            }
        }
    }
}
