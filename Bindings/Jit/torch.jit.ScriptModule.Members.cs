using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        public partial class ScriptModule
        {
            /// <summary>The names of this module's own attributes: parameters, buffers, children, and all else that the script keeps.</summary>
            public IReadOnlyList<string> attribute_names => attributes.Names;

            /// <summary>Whether the module has an attribute or constant of that name.</summary>
            /// <param name="name">Its name.</param>
            public bool has_attribute(string name) => attributes.Has(name);

            /// <summary>An attribute's value, converted as results are; a child is the same object as in <c>named_children</c>.</summary>
            /// <param name="name">Its name.</param>
            /// <exception cref="TorchException">There is none.</exception>
            public object? get_attribute(string name)
            {
                ArgumentNullException.ThrowIfNull(name);
                return _internal_submodules.TryGetValue(name, out var child) ? child : attributes.Get(name);
            }

            /// <summary>An attribute's value.</summary>
            /// <typeparam name="T">What it is to become; see <see cref="invoke{TResult}(string, object[])"/>.</typeparam>
            /// <param name="name">Its name.</param>
            public T get_attribute<T>(string name) => ScriptConversion.To<T>(get_attribute(name), $"the attribute '{name}' of {original_name}");

            /// <summary>Sets an attribute; a tensor in a buffer's place stays the caller's too.</summary>
            /// <param name="name">The attribute.</param>
            /// <param name="buffer">A value of the attribute's type, a tensor mostly.</param>
            /// <exception cref="TorchException">There is no such attribute, it is a constant, or it is of another type.</exception>
            public void set_attribute(string name, object? buffer)
            {
                attributes.Set(name, buffer);
                RefreshOwn();
            }

            /// <summary>The tensors among the attributes: parameters, buffers, and tensors that are neither.</summary>
            /// <param name="recurse">Whether those of the modules below belong too, under their paths; default true.</param>
            public (string name, Tensor tensor)[] named_attributes(bool recurse = true)
            {
                var found = new List<(string, Tensor)>();
                foreach (var (path, module) in recurse ? named_modules() : [("", this)])
                {
                    var script = (ScriptModule)module;
                    foreach (var own in script.attributes.Names.Where(own => !script._internal_submodules.ContainsKey(own)))
                    {
                        if ((object?)script.get_parameter(own) is Tensor parameter)
                        {
                            found.Add((path.Length == 0 ? own : $"{path}.{own}", parameter));
                        }
                        else if (script.attributes.Get(own) is Tensor tensor)
                        {
                            found.Add((path.Length == 0 ? own : $"{path}.{own}", tensor));
                        }
                    }
                }

                return [.. found];
            }

            /// <summary>Converts this module's own parameters and buffers.</summary>
            protected void _toScriptEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, non_blocking);

            /// <summary>Moves and converts this module's own parameters and buffers.</summary>
            protected void _toScriptEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(device, dtype, non_blocking);

            /// <summary>Moves this module's own parameters and buffers.</summary>
            protected void _toScriptEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(deviceType, deviceIndex, non_blocking);

            private void Register(ScriptRegistry registry)
            {
                foreach (var (own, tensor) in attributes.Tensors(ScriptAttributes.Kind.Parameters))
                {
                    _internal_params[own] = registry.Parameter(tensor);
                }

                foreach (var (own, tensor) in attributes.Tensors(ScriptAttributes.Kind.Buffers))
                {
                    _internal_buffers[own] = (tensor.DetachFromDisposeScope(), true);
                }

                foreach (var (own, handle) in attributes.Modules())
                {
                    _internal_submodules[own] = registry.Module(handle);
                }
            }

            /// <summary>After a call: a script may have put other tensors in the place of its buffers.</summary>
            private void Refresh()
            {
                if (!rebinds)
                {
                    return;
                }

                foreach (var (_, module) in named_modules())
                {
                    ((ScriptModule)module).RefreshOwn();
                }
            }

            private void RefreshOwn()
            {
                lock (gate)
                {
                    foreach (var (own, tensor) in attributes.Tensors(ScriptAttributes.Kind.Parameters))
                    {
                        if (_internal_params.TryGetValue(own, out var known) && known?.Handle == tensor.Handle)
                        {
                            tensor.Dispose();
                        }
                        else
                        {
                            _internal_params[own] = new ScriptRegistry().Parameter(tensor);
                        }
                    }

                    foreach (var (own, tensor) in attributes.Tensors(ScriptAttributes.Kind.Buffers))
                    {
                        if (_internal_buffers.TryGetValue(own, out var known) && known.buffer.Handle == tensor.Handle)
                        {
                            tensor.Dispose();
                        }
                        else
                        {
                            _internal_buffers[own] = (tensor.DetachFromDisposeScope(), true);
                        }
                    }
                }
            }
        }
    }
}
