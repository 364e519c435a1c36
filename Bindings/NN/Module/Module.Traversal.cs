using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>The direct children with their names, each module once. Python's <c>named_children</c>.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                var seen = new HashSet<Module>(ReferenceEqualityComparer.Instance);
                return [.. _internal_submodules.Where<(string name, Module module)>(child => seen.Add(child.module))];
            }

            /// <summary>The direct children, each once.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>
            /// This module under the empty name, then every module below it under its path (<c>layer1.0.conv1</c>), parents first, each module once.
            /// Python's <c>named_modules</c>.
            /// </summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() => named_modules("");

            /// <summary>As <see cref="named_modules()"/>, with a prefix before every path.</summary>
            /// <param name="prefix">The name of this module; those below it follow after a dot.</param>
            /// <param name="remove_duplicate">Whether a module that is reached on several paths is listed once; default true.</param>
            public IEnumerable<(string name, Module module)> named_modules(string prefix, bool remove_duplicate = true)
            {
                var found = new List<(string, Module)>();
                Collect(prefix, remove_duplicate ? new HashSet<Module>(ReferenceEqualityComparer.Instance) : null, found);
                return found;
            }

            /// <summary>This module and every module below it, parents first, each once.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            /// <summary>The parameters with their paths, each once, in the order of the state dictionary. Python's <c>named_parameters</c>.</summary>
            /// <param name="recurse">Whether those of the modules below belong too; default true.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                var found = new List<(string, Parameter)>();
                foreach (var (path, module) in Owners(recurse))
                {
                    foreach (var (own, parameter) in module._internal_params)
                    {
                        if (parameter is not null && seen.Add(parameter))
                        {
                            found.Add((Join(path, own), parameter));
                        }
                    }
                }

                return found;
            }

            /// <summary>The parameters, each once, in the order of the state dictionary; what an optimizer is given.</summary>
            /// <param name="recurse">Whether those of the modules below belong too; default true.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            /// <summary>The buffers with their paths, each once. Python's <c>named_buffers</c>.</summary>
            /// <param name="recurse">Whether those of the modules below belong too; default true.</param>
            /// <param name="include_nonpersistent">Whether buffers that stay out of the state dictionary belong too; default true.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                var found = new List<(string, Tensor)>();
                foreach (var (path, module) in Owners(recurse))
                {
                    foreach (var (own, (buffer, persistent)) in module._internal_buffers)
                    {
                        if ((persistent || include_nonpersistent) && seen.Add(buffer))
                        {
                            found.Add((Join(path, own), buffer));
                        }
                    }
                }

                return found;
            }

            /// <summary>The buffers, each once.</summary>
            /// <inheritdoc cref="named_buffers"/>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            /// <summary>The module at a path such as <c>layer1.0.conv1</c>; the empty path is this module. Python's <c>get_submodule</c>.</summary>
            /// <exception cref="KeyNotFoundException">There is none; the message says where the path ends.</exception>
            public Module get_submodule(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                return Find(target, out var missing)
                    ?? throw new KeyNotFoundException($"{TypeName} has no module \"{target}\": there is nothing named \"{missing}\" on that path.");
            }

            /// <summary>Whether a parameter of that path exists.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether a buffer of that path exists.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The parameter at a path such as <c>layer1.0.conv1.weight</c>, or null.</summary>
            public virtual Parameter? get_parameter(string target)
            {
                var (owner, own) = Split(target);
                return owner is not null && owner._internal_params.TryGetValue(own, out var parameter) ? parameter : null;
            }

            /// <summary>The buffer at a path such as <c>bn1.running_mean</c>, or null.</summary>
            public virtual Tensor? get_buffer(string target)
            {
                var (owner, own) = Split(target);
                return owner is not null && owner._internal_buffers.TryGetValue(own, out var entry) ? entry.buffer : null;
            }

            /// <summary>All parameters with their paths, as an array.</summary>
            protected virtual (string name, Parameter parameter)[] _named_parameters() => [.. named_parameters()];

            /// <summary>All buffers with their paths, as an array.</summary>
            protected virtual (string name, Tensor buffer)[] _named_buffers() => [.. named_buffers()];

            /// <summary>All parameters, as an array.</summary>
            protected virtual Parameter[] _parameters(bool recurse = true) => [.. parameters(recurse)];

            private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

            private IEnumerable<(string name, Module module)> Owners(bool recurse) => recurse ? named_modules() : [("", this)];

            private void Collect(string path, HashSet<Module>? seen, List<(string, Module)> found)
            {
                if (seen?.Add(this) == false)
                {
                    return;
                }

                found.Add((path, this));
                foreach (var (child, module) in _internal_submodules)
                {
                    module.Collect(Join(path, child), seen, found);
                }
            }

            private (Module? owner, string name) Split(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                var dot = target.LastIndexOf('.');
                return dot < 0 ? (this, target) : (Find(target[..dot], out _), target[(dot + 1)..]);
            }

            private Module? Find(string path, out string missing)
            {
                missing = "";
                var module = this;
                foreach (var step in path.Length == 0 ? [] : path.Split('.'))
                {
                    if (!module._internal_submodules.TryGetValue(step, out var next))
                    {
                        missing = step;
                        return null;
                    }

                    module = next;
                }

                return module;
            }
        }
    }
}
