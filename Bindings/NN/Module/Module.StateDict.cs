using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private const string ExtraState = "_extra_state";

            /// <summary>
            /// The parameters and persistent buffers by path, under Python's names and in Python's order. The tensors are the module's own, not
            /// copies.
            /// </summary>
            /// <param name="destination">A dictionary to add to; default a new one.</param>
            /// <param name="prefix">A name before every path, followed by a dot; default none.</param>
            /// <returns>The dictionary.</returns>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                prefix ??= "";
                RunBeforeSave(prefix);
                foreach (var (own, parameter) in _internal_params)
                {
                    if (parameter is not null)
                    {
                        destination[Join(prefix, own)] = parameter;
                    }
                }

                foreach (var (own, (buffer, persistent)) in _internal_buffers)
                {
                    if (persistent)
                    {
                        destination[Join(prefix, own)] = buffer;
                    }
                }

                if (get_extra_state() is { } extra)
                {
                    destination[Join(prefix, ExtraState)] = extra;
                }

                foreach (var (child, module) in _internal_submodules)
                {
                    module.state_dict(destination, Join(prefix, child));
                }

                RunAfterSave(destination, prefix);
                return destination;
            }

            /// <summary>
            /// Copies the values of a state dictionary into this module's parameters and buffers, converting element type and device where they
            /// differ.
            /// Either all of it is loaded or, on an error, none.
            /// </summary>
            /// <param name="source">Tensors by path, as <see cref="state_dict"/> gives them; they stay the caller's.</param>
            /// <param name="strict">Whether the names must be exactly this module's; default true.</param>
            /// <param name="skip">Names to leave alone on both sides.</param>
            /// <returns>The names that the dictionary lacks and those that this module lacks.</returns>
            /// <exception cref="StateDictException">A tensor has another shape, or <paramref name="strict"/> and the names differ.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                source = RunBeforeLoad(source);
                var skipped = new HashSet<string>(skip ?? []);
                var own = state_dict();
                var optional = OptionalKeys();
                var missing = own.Keys.Where(key => !source.ContainsKey(key) && !skipped.Contains(key) && !optional.Contains(key)).ToList();
                var unexpected = source.Keys.Where(key => !own.ContainsKey(key) && !skipped.Contains(key)).ToList();
                var shared = own.Where(entry => source.ContainsKey(entry.Key) && !skipped.Contains(entry.Key)).ToList();
                var mismatched = shared
                    .Where(entry => entry.Value is not Modules.IUninitialized { is_uninitialized: true } && !IsExtraState(entry.Key, out _)
                        && !entry.Value.shape.AsSpan().SequenceEqual(source[entry.Key].shape))
                    .Select(entry => $"\"{entry.Key}\": the dictionary holds {Modules.Repr.Shape(source[entry.Key])}, "
                        + $"the module {Modules.Repr.Shape(entry.Value)}.")
                    .ToList();

                var hooked = HasHooksAfterLoad;
                if (mismatched.Count > 0 || (strict && !hooked && missing.Count + unexpected.Count > 0))
                {
                    throw new StateDictException(TypeName, strict ? missing : [], strict ? unexpected : [], mismatched);
                }

                using (no_grad())
                {
                    foreach (var (key, target) in shared)
                    {
                        if (IsExtraState(key, out var owner))
                        {
                            owner.set_extra_state(source[key]);
                            continue;
                        }

                        if (target is Modules.IUninitialized { is_uninitialized: true } lazy)
                        {
                            lazy.Materialize(source[key].shape);
                        }

                        ops.aten.copy_(target, source[key]);
                    }
                }

                if (hooked)
                {
                    RunAfterLoad(new IncompatibleKeys(missing, unexpected));
                    if (strict && missing.Count + unexpected.Count > 0)
                    {
                        throw new StateDictException(TypeName, missing, unexpected, [], loaded: true);
                    }
                }

                return (missing, unexpected);
            }

            /// <summary>
            /// What a module wants in the state dictionary beside parameters and buffers, under <c>_extra_state</c>; null (the default) for nothing.
            /// </summary>
            public virtual Tensor? get_extra_state() => null;

            /// <summary>Takes what <see cref="get_extra_state"/> gave from a dictionary that is loaded.</summary>
            /// <param name="state">The tensor from the dictionary; it stays the caller's.</param>
            public virtual void set_extra_state(Tensor state) => throw new NotSupportedException(
                $"{TypeName} gives extra state and does not take any: override set_extra_state as well.");

            /// <summary>Names of this module's own state that a dictionary may lack, as files of older PyTorch versions do.</summary>
            private protected virtual IEnumerable<string> OptionalState => [];

            private bool IsExtraState(string key, [NotNullWhen(true)] out Module? owner)
            {
                owner = key == ExtraState ? this : key.EndsWith($".{ExtraState}", StringComparison.Ordinal) ? Split(key).owner : null;
                return owner is not null;
            }

            private HashSet<string> OptionalKeys() =>
                [.. named_modules("", remove_duplicate: false).SelectMany(m => m.module.OptionalState.Select(own => Join(m.name, own)))];
        }
    }
}
