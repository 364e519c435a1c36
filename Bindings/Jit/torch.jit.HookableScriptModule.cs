using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>A script module whose calls can be watched and changed by hooks.</summary>
        /// <typeparam name="TPreHook">The delegate that runs before <c>forward</c> and may replace its input.</typeparam>
        /// <typeparam name="TPostHook">The delegate that runs after <c>forward</c> and may replace its result.</typeparam>
        public class HookableScriptModule<TPreHook, TPostHook> : ScriptModule
            where TPreHook : Delegate
            where TPostHook : Delegate
        {
            /// <summary>The hooks before <c>forward</c>, by key.</summary>
            public readonly Dictionary<string, TPreHook> pre_hooks = [];

            /// <summary>The hooks after <c>forward</c>, by key.</summary>
            public readonly Dictionary<string, TPostHook> post_hooks = [];

            private readonly Lock gate = new();
            private long nextKey;

            internal HookableScriptModule(ScriptHandle handle)
                : base(handle)
            {
            }

            /// <inheritdoc/>
            public override bool HasHooks => pre_hooks.Count + post_hooks.Count > 0;

            /// <summary>Adds a hook that runs after <c>forward</c>; a result other than null replaces the module's.</summary>
            /// <param name="hook">The hook.</param>
            /// <returns>What takes the hook off again.</returns>
            public HookRemover register_forward_hook(TPostHook hook) => Add(post_hooks, hook);

            /// <summary>Adds a hook that runs before <c>forward</c>; a result other than null replaces the input.</summary>
            /// <param name="hook">The hook.</param>
            /// <returns>What takes the hook off again.</returns>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(pre_hooks, hook);

            // A call in progress keeps the set it began with.
            private protected TPreHook[] PreHooks() => Snapshot(pre_hooks);

            private protected TPostHook[] PostHooks() => Snapshot(post_hooks);

            private THook[] Snapshot<THook>(Dictionary<string, THook> hooks)
            {
                lock (gate)
                {
                    return [.. hooks.Values];
                }
            }

            private HookRemover Add<THook>(Dictionary<string, THook> hooks, THook hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                lock (gate)
                {
                    var key = $"hook{++nextKey}";
                    hooks.Add(key, hook);
                    return new HookRemover(this, key);
                }
            }

            private void Remove(string key)
            {
                lock (gate)
                {
                    pre_hooks.Remove(key);
                    post_hooks.Remove(key);
                }
            }

            /// <summary>Takes a hook off its module.</summary>
            /// <param name="module">The module that has the hook.</param>
            /// <param name="key">The hook's key there.</param>
            public class HookRemover(HookableScriptModule<TPreHook, TPostHook> module, string key)
            {
                /// <summary>Takes the hook off; doing so twice is allowed.</summary>
                public void remove() => module.Remove(key);
            }
        }
    }
}
