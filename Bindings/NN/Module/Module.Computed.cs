using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private Dictionary<string, ComputedTensor>? _computed;
            private Action[] _preparations = [];

            /// <summary>Whether a call does something before its hooks.</summary>
            private protected bool HasPreparations => _preparations.Length > 0;

            /// <summary>What a call does before its hooks: compute tensors that stand in the place of parameters.</summary>
            private protected void RunPreparations()
            {
                foreach (var preparation in _preparations)
                {
                    preparation();
                }
            }

            /// <summary>
            /// Takes a parameter or buffer out of the registry and puts one that is computed before each call into the fields that hold it.
            /// </summary>
            /// <param name="name">Its name.</param>
            /// <param name="source">What it is that computes; <see cref="ComputedBy"/> tells.</param>
            /// <param name="compute">Computes it.</param>
            /// <param name="assign">What setting the property does; null where it may not be set.</param>
            /// <param name="onRead">Whether reading the property computes it, too.</param>
            /// <param name="initial">What stands there until the first call; null computes at once.</param>
            internal void ReplaceByComputed(
                string name, object source, Func<Tensor> compute, Action<Tensor>? assign = null, bool onRead = false, Tensor? initial = null)
            {
                var original = OwnTensor(name);
                var computed = new ComputedTensor(source, original is Parameter, compute, assign, onRead, initial);
                _internal_params.Remove(name);
                _internal_buffers.Remove(name);
                (_computed ??= []).Add(name, computed);
                _preparations = [.. _preparations, computed.Refresh];
                ReplaceInFields(original, computed.Holder);
            }

            /// <summary>Puts a tensor back into the place of a computed one, as parameter or buffer under its name.</summary>
            internal void ReplaceComputed(string name, Tensor tensor)
            {
                if (_computed is null || !_computed.Remove(name, out var computed))
                {
                    throw new InvalidOperationException($"{TypeName} does not compute \"{name}\".");
                }

                _preparations = [.. _preparations.Where(preparation => preparation != computed.Refresh)];
                if (tensor is Parameter parameter)
                {
                    register_parameter(name, parameter);
                }
                else
                {
                    register_buffer(name, tensor);
                }

                ReplaceInFields(computed.Holder, tensor);
                computed.Dispose();
            }

            /// <summary>The names of the tensors that are computed.</summary>
            internal IEnumerable<string> ComputedNames => _computed?.Keys ?? Enumerable.Empty<string>();

            /// <summary>What computes the tensor of a name; null where it is not computed.</summary>
            internal object? ComputedBy(string name) => _computed?.TryGetValue(name, out var computed) == true ? computed.Source : null;

            /// <summary>The tensor that is computed under a name, computed anew; null where there is none.</summary>
            internal Tensor? FindComputed(string name)
            {
                if (_computed?.TryGetValue(name, out var computed) != true)
                {
                    return null;
                }

                computed!.Refresh();
                return computed.Holder;
            }

            /// <summary>A module's own parameter or buffer, not a computed one.</summary>
            /// <exception cref="ArgumentException">There is none of that name.</exception>
            internal Tensor OwnTensor(string name)
            {
                ArgumentNullException.ThrowIfNull(name);
                return _internal_params.TryGetValue(name, out var parameter) && parameter is not null ? parameter
                    : _internal_buffers.TryGetValue(name, out var entry) ? entry.buffer
                    : throw new ArgumentException($"{TypeName} has no parameter or buffer \"{name}\" of its own.", nameof(name));
            }

            /// <summary>Takes a parameter or buffer out of the registry, undisposed.</summary>
            internal void Unregister(string name)
            {
                _internal_params.Remove(name);
                _internal_buffers.Remove(name);
            }

            /// <summary>What a layer's property reads: its parameter, computed anew where it is one that is computed on reading.</summary>
            [return: NotNullIfNotNull(nameof(field))]
            private protected T? Current<T>(T? field)
                where T : Tensor
            {
                if (_computed is not null)
                {
                    foreach (var computed in _computed.Values)
                    {
                        if (computed.OnRead && ReferenceEquals(computed.Holder, field))
                        {
                            computed.Refresh();
                        }
                    }
                }

                return field;
            }

            /// <summary>Lets a computed tensor take a value where a layer's property is set; false where the name is not a computed one's.</summary>
            private bool AssignComputed(string name, Tensor? value)
            {
                if (_computed?.TryGetValue(name, out var computed) != true)
                {
                    return false;
                }

                if (value is null || !computed!.CanAssign)
                {
                    throw new InvalidOperationException(
                        $"\"{name}\" of {TypeName} is computed from other parameters: set those, or remove what computes it first.");
                }

                computed.Assign(value);
                return true;
            }

            private void DisposeComputed()
            {
                foreach (var computed in _computed?.Values ?? Enumerable.Empty<ComputedTensor>())
                {
                    computed.Dispose();
                }
            }
        }
    }
}
