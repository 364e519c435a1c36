using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// The base of every network and layer: a tree of modules that own parameters and buffers. Python's <c>torch.nn.Module</c>.
        /// </summary>
        /// <remarks>
        /// A subclass keeps its children, parameters and buffers in fields and calls <see cref="RegisterComponents"/> at the end of its constructor,
        /// or
        /// registers them by hand under the names that it wants. A module owns what is registered with it: <see cref="Dispose()"/> disposes all of
        /// it,
        /// and a dispose scope that is open while a module is built does not.
        /// </remarks>
        [DynamicallyAccessedMembers(ComponentMembers)]
        public abstract partial class Module : IDisposable
        {
            /// <summary>What <see cref="RegisterComponents"/> reads of a module's type.</summary>
            private const DynamicallyAccessedMemberTypes ComponentMembers =
                DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields;

            /// <summary>The direct children by name, in the order of their registration.</summary>
            protected internal OrderedDict<string, Module> _internal_submodules = new();

            /// <summary>This module's own buffers by name, and whether each belongs in the state dictionary.</summary>
            protected internal OrderedDict<string, (Tensor buffer, bool persistent)> _internal_buffers = new();

            /// <summary>This module's own parameters by name; null for one that the module goes without, such as a bias.</summary>
            protected internal OrderedDict<string, Parameter?> _internal_params = new();

            /// <summary>The name given to the constructor.</summary>
            protected string name;

            private bool _disposed;

            /// <summary>Names the module; its class name is what printing shows.</summary>
            /// <param name="name">Any name; <see cref="GetName"/> gives it back.</param>
            protected Module(string name)
            {
                ArgumentNullException.ThrowIfNull(name);
                this.name = name;
            }

            /// <summary>
            /// Whether the module trains (the default) or evaluates; dropout and batch normalization differ. See <see cref="train"/>.
            /// </summary>
            public virtual bool training { get; private protected set; } = true;

            /// <summary>The name given to the constructor.</summary>
            public virtual string GetName() => name;

            /// <summary>Whether calling the module does more than its <c>forward</c>.</summary>
            public virtual bool HasHooks => false;

            /// <summary>Sets this module and all below it to training (true) or evaluation (false). Python's <c>Module.train</c>.</summary>
            /// <param name="train">True to train; the default.</param>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in _internal_submodules.Values)
                {
                    child.train(train);
                }
            }

            /// <summary>Sets this module and all below it to evaluation: <c>train(false)</c>.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function with every child, depth first, and with this module last. Python's <c>Module.apply</c>.</summary>
            /// <param name="fn">What to do with a module.</param>
            /// <returns>This module.</returns>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                // A child that is registered twice is one child.
                foreach (var child in children())
                {
                    child.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients of all parameters. Python's <c>Module.zero_grad</c>.</summary>
            /// <param name="set_to_none">True (the default) drops them; false fills those that are there with zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in Initialized(parameters()))
                {
                    if (set_to_none)
                    {
                        parameter.grad = null;
                    }
                    else if (parameter.grad is { } gradient)
                    {
                        ZeroGradient(gradient);
                    }
                }
            }

            /// <summary>Sets whether all parameters collect gradients; freezing a network is <c>requires_grad_(false)</c>.</summary>
            /// <param name="requires_grad">True to collect them; the default.</param>
            /// <returns>This module.</returns>
            public virtual Module requires_grad_(bool requires_grad = true)
            {
                foreach (var parameter in Initialized(parameters()))
                {
                    parameter.requires_grad = requires_grad;
                }

                return this;
            }

            /// <summary>Disposes the module, its children, parameters and buffers. Doing so twice is allowed.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>
            /// Disposes what the module owns; a subclass that holds more than registered components overrides it and calls the base.
            /// </summary>
            /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _disposed)
                {
                    return;
                }

                _disposed = true;
                foreach (var child in _internal_submodules.Values)
                {
                    child.Dispose();
                }

                foreach (var parameter in _internal_params.Values)
                {
                    parameter?.Dispose();
                }

                foreach (var (buffer, _) in _internal_buffers.Values)
                {
                    buffer.Dispose();
                }

                DisposeComputed();
            }

            /// <summary>Those that have a shape; lazy modules have others until their first call.</summary>
            private static IEnumerable<Parameter> Initialized(IEnumerable<Parameter> parameters) =>
                parameters.Where(parameter => parameter is not IUninitialized { is_uninitialized: true });

            private static void ZeroGradient(Tensor gradient)
            {
                using (gradient)
                using (no_grad())
                {
                    ops.aten.zero_(gradient);
                }
            }

            /// <summary>The device and element type that a new parameter gets where the caller names none: the current defaults.</summary>
            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? CPU, dtype ?? get_default_dtype());
        }
    }
}
