using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Adds a buffer: a tensor that is part of the module's state but not trained, such as a running mean.</summary>
            /// <param name="name">Its name, without dots.</param>
            /// <param name="tensor">The tensor; the module owns it from now on.</param>
            /// <param name="persistent">Whether it belongs in the state dictionary; default true.</param>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                ThrowIfUnusable(name);
                tensor.DetachFromDisposeScope();
                _internal_buffers.Add(name, (tensor, persistent));
            }

            /// <summary>Adds a parameter.</summary>
            /// <param name="name">Its name, without dots.</param>
            /// <param name="param">
            /// The parameter, owned by the module from now on; null says that the module goes without it (a layer with no bias).
            /// </param>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter? param)
            {
                ThrowIfUnusable(name);
                param?.DetachFromDisposeScope();
                _internal_params.Add(name, param);
            }

            /// <summary>Adds a child module.</summary>
            /// <param name="name">Its name, without dots.</param>
            /// <param name="submodule">The child, owned by this module from now on; null removes the child of that name if there is one.</param>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module? submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }

                ThrowIfUnusable(name);
                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            /// <inheritdoc cref="register_module"/>
            public virtual void add_module(string name, Module? module) => register_module(name, module);

            /// <summary>Replaces the parameter of a name, adds it if there is none, removes it if the value is null.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                _internal_params.Remove(name);
                if (value is not null)
                {
                    register_parameter(name, value);
                }
            }

            /// <inheritdoc cref="ConditionallyRegisterParameter(string, Parameter)"/>
            protected void ConditionallyRegisterParameter(string name, Tensor? value) =>
                ConditionallyRegisterParameter(name, value is null ? null : value as Parameter ?? new Parameter(value));

            /// <summary>Replaces the buffer of a name, adds it if there is none, removes it if the value is null.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                _internal_buffers.Remove(name);
                if (value is not null)
                {
                    register_buffer(name, value, persistent);
                }
            }

            /// <summary>Forgets all children without disposing them.</summary>
            protected virtual void ClearModules() => _internal_submodules.Clear();

            /// <summary>
            /// Sets a layer's parameter in its field and in the registry, where it keeps its place among the others (their order is the state
            /// dictionary's). The one replaced stays with whoever holds it.
            /// </summary>
            private protected void SetParameter(ref Parameter? field, Parameter? value, [CallerMemberName] string name = "")
            {
                if (AssignComputed(name, value))
                {
                    return;
                }

                value?.DetachFromDisposeScope();
                _internal_params[name] = value;
                field = value;
            }

            /// <summary>Sets a layer's buffer in its field and in the registry; null takes it out.</summary>
            private protected void SetBuffer(ref Tensor? field, Tensor? value, [CallerMemberName] string name = "")
            {
                if (AssignComputed(name, value))
                {
                    return;
                }

                if (value is null)
                {
                    _internal_buffers.Remove(name);
                }
                else
                {
                    value.DetachFromDisposeScope();
                    _internal_buffers[name] = (value, true);
                }

                field = value;
            }

            /// <summary>A parameter with memory but no values yet.</summary>
            private protected static Parameter NewParameter(ReadOnlySpan<long> shape, Device? device, ScalarType? dtype) =>
                new(empty(shape, dtype, device));

            private void ThrowIfUnusable(string name)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                {
                    throw new ArgumentException($"\"{name}\" cannot name a component of {TypeName}: names are not empty and have no dots.",
                        nameof(name));
                }

                if (_internal_params.ContainsKey(name) || _internal_buffers.ContainsKey(name) || _internal_submodules.ContainsKey(name)
                    || _computed?.ContainsKey(name) == true)
                {
                    throw new InvalidOperationException($"{TypeName} already has a component named \"{name}\".");
                }
            }
        }
    }
}
