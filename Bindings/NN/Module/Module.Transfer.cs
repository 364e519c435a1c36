using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>
            /// Moves and converts this module and all below it; the public <c>to</c> and its kin are extension methods that return the module's own
            /// type.
            /// </summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking) => Transfer(dtype, device, non_blocking);

            /// <summary>Moves this module and all below it to a device.</summary>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                Transfer(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>Converts the floating-point and complex tensors of this module and all below it.</summary>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking) => Transfer(dtype, null, non_blocking);

            /// <summary>Moves and converts this module and all below it to the device and element type of a tensor.</summary>
            public Module _to(Tensor other, bool non_blocking)
            {
                ArgumentNullException.ThrowIfNull(other);
                return _to(other.device, other.dtype, non_blocking);
            }

            /// <summary>
            /// Moves and converts this module's own parameters and buffers. They stay the same objects with new storage, so an optimizer built before
            /// goes on training them.
            /// </summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var parameter in _internal_params.Values)
                {
                    if (parameter is not null)
                    {
                        TransferInPlace(parameter, dtype, device, non_blocking);
                    }
                }

                foreach (var (buffer, _) in _internal_buffers.Values)
                {
                    TransferInPlace(buffer, dtype, device, non_blocking);
                }
            }

            /// <inheritdoc cref="_toEpilog(ScalarType?, Device?, bool)"/>
            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            /// <inheritdoc cref="_toEpilog(ScalarType?, Device?, bool)"/>
            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog((ScalarType?)dtype, device, non_blocking);

            /// <inheritdoc cref="_toEpilog(ScalarType?, Device?, bool)"/>
            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>
            /// Moves this module and all below it to a device without copying: the values are arbitrary afterwards. Python's <c>to_empty</c>.
            /// </summary>
            /// <param name="device">Where to.</param>
            /// <param name="recurse">Whether the modules below move too; default true.</param>
            /// <returns>This module. Its parameters stay the same objects, without gradients.</returns>
            public Module to_empty(Device device, bool recurse = true)
            {
                ArgumentNullException.ThrowIfNull(device);
                using (no_grad())
                {
                    foreach (var module in Owners(recurse).Select(m => m.module))
                    {
                        foreach (var tensor in module._internal_params.Values.OfType<Tensor>().Concat(module._internal_buffers.Values.Select(b => b.buffer)))
                        {
                            Empty(tensor, device);
                        }
                    }
                }

                return this;
            }

            private static void Empty(Tensor tensor, Device device)
            {
                if (tensor is IUninitialized { is_uninitialized: true } lazy)
                {
                    lazy.Retarget(device, null);
                    return;
                }

                var records = tensor.requires_grad;
                tensor.Become(ops.aten.empty_like(tensor, device: device));
                tensor.requires_grad = records;
            }

            /// <summary>The converted copy of a buffer, if it needs one.</summary>
            /// <returns>True if <paramref name="result"/> is a new tensor.</returns>
            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, [NotNullWhen(true)] out Tensor? result)
            {
                ArgumentNullException.ThrowIfNull(buffer);
                var converted = Converted(buffer, dtype, device, false);
                result = converted;
                return converted is not null;
            }

            /// <summary>The converted copy of a parameter, if it needs one.</summary>
            /// <returns>True if <paramref name="p"/> is a new parameter.</returns>
            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, [NotNullWhen(true)] out Parameter? p)
            {
                ArgumentNullException.ThrowIfNull(param);
                using var guard = no_grad();
                var converted = Converted(param, dtype, device, false);
                p = converted is null ? null : new Parameter(converted, param.requires_grad);
                return p is not null;
            }

            internal Module Transfer(ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (dtype is { } type && !is_floating_point(type) && !is_complex(type))
                {
                    throw new ArgumentException($"A module converts to floating-point and complex types only, not to {type}.", nameof(dtype));
                }

                using (no_grad())
                {
                    foreach (var module in named_modules("").Select(m => m.module))
                    {
                        module._toEpilog(dtype, device, non_blocking);
                    }
                }

                return this;
            }

            private static void TransferInPlace(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (tensor is IUninitialized { is_uninitialized: true } lazy)
                {
                    lazy.Retarget(device, dtype);
                    return;
                }

                using var gradient = tensor.grad;
                using (var converted = Converted(tensor, dtype, device, non_blocking))
                {
                    if (converted is not null)
                    {
                        ops.aten.set_data(tensor, converted);
                    }
                }

                if (gradient is not null)
                {
                    using var convertedGradient = Converted(gradient, dtype, device, non_blocking);
                    if (convertedGradient is not null)
                    {
                        ops.aten.set_data(gradient, convertedGradient);
                    }
                }
            }

            /// <summary>The tensor elsewhere or in another type, or null if it is there already; integers and booleans keep their type.</summary>
            private static Tensor? Converted(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                var type = dtype is { } wanted && (is_floating_point(tensor.dtype) || is_complex(tensor.dtype)) ? wanted : tensor.dtype;
                var place = device ?? tensor.device;
                return type == tensor.dtype && place.Equals(tensor.device) ? null : tensor.to(type, place, false, false, non_blocking);
            }
        }
    }
}
