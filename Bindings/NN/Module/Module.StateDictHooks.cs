namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private StateDictHooks? _stateDictHooks;

            /// <summary>Adds a hook that runs before this module's state is put into a dictionary. Python's <c>register_state_dict_pre_hook</c>.</summary>
            /// <param name="hook">Gets this module and its path with a dot behind it; empty for the module that was asked.</param>
            /// <returns>What takes the hook off again.</returns>
            public torch.utils.hooks.RemovableHandle register_state_dict_pre_hook(Action<Module, string> hook) => StateHooks.BeforeSave.Add(hook);

            /// <summary>
            /// Adds a hook that runs when the state of this module and of those below it is in a dictionary, which it may change. Python's
            /// <c>_register_state_dict_hook</c>.
            /// </summary>
            /// <param name="hook">Gets this module, the dictionary, and this module's path with a dot behind it.</param>
            /// <returns>What takes the hook off again.</returns>
            public torch.utils.hooks.RemovableHandle register_state_dict_hook(Action<Module, Dictionary<string, Tensor>, string> hook) =>
                StateHooks.AfterSave.Add(hook);

            /// <summary>
            /// Adds a hook that runs before a dictionary is loaded, to rename or convert what is in it. Python's
            /// <c>_register_load_state_dict_pre_hook</c>.
            /// </summary>
            /// <param name="hook">Gets this module, a copy of the dictionary, and this module's path with a dot behind it.</param>
            /// <returns>What takes the hook off again.</returns>
            public torch.utils.hooks.RemovableHandle register_load_state_dict_pre_hook(Action<Module, Dictionary<string, Tensor>, string> hook) =>
                StateHooks.BeforeLoad.Add(hook);

            /// <summary>
            /// Adds a hook that runs when a dictionary has been loaded into this module and those below it. Python's
            /// <c>register_load_state_dict_post_hook</c>.
            /// </summary>
            /// <param name="hook">Gets this module and the names that did not fit; those that it takes off the lists are no errors.</param>
            /// <returns>What takes the hook off again.</returns>
            /// <remarks>
            /// With such a hook a dictionary whose names do not fit is an error only after what fits has been loaded, as the hook is to see it.
            /// </remarks>
            public torch.utils.hooks.RemovableHandle register_load_state_dict_post_hook(Action<Module, IncompatibleKeys> hook) =>
                StateHooks.AfterLoad.Add(hook);

            private StateDictHooks StateHooks => _stateDictHooks ??= new StateDictHooks();

            private void RunBeforeSave(string prefix)
            {
                foreach (var hook in _stateDictHooks?.BeforeSave ?? new())
                {
                    hook(this, Dotted(prefix));
                }
            }

            private void RunAfterSave(Dictionary<string, Tensor> state, string prefix)
            {
                foreach (var hook in _stateDictHooks?.AfterSave ?? new())
                {
                    hook(this, state, Dotted(prefix));
                }
            }

            /// <summary>The dictionary to load, after the hooks of this module and all below it, parents first; the caller's stays as it is.</summary>
            private Dictionary<string, Tensor> RunBeforeLoad(Dictionary<string, Tensor> source)
            {
                var hooked = named_modules("", remove_duplicate: false).Where(m => m.module._stateDictHooks?.BeforeLoad.Count > 0).ToList();
                if (hooked.Count == 0)
                {
                    return source;
                }

                source = new Dictionary<string, Tensor>(source);
                foreach (var (path, module) in hooked)
                {
                    foreach (var hook in module._stateDictHooks!.BeforeLoad)
                    {
                        hook(module, source, Dotted(path));
                    }
                }

                return source;
            }

            private bool HasHooksAfterLoad => modules().Any(module => module._stateDictHooks?.AfterLoad.Count > 0);

            /// <summary>Runs the hooks of the modules below, then this module's.</summary>
            private void RunAfterLoad(IncompatibleKeys keys)
            {
                foreach (var child in children())
                {
                    child.RunAfterLoad(keys);
                }

                foreach (var hook in _stateDictHooks?.AfterLoad ?? new())
                {
                    hook(this, keys);
                }
            }

            private static string Dotted(string path) => path.Length == 0 ? "" : $"{path}.";
        }
    }
}
