using TorchSharp.Modules;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class parametrize
            {
                /// <summary>
                /// The parametrizations of one tensor and what it is computed from: <c>original</c>, or <c>original0</c> and <c>original1</c>. Python's
                /// <c>ParametrizationList</c>.
                /// </summary>
                public sealed class ParametrizationList : Module
                {
                    private readonly Tensor[] _originals;
                    private readonly bool _unsafe;

                    internal ParametrizationList(Tensor tensor, Module first, bool @unsafe)
                        : base(nameof(ParametrizationList))
                    {
                        _unsafe = @unsafe;
                        using var guard = no_grad();
                        using var scope = NewDisposeScope();
                        _originals = Originals(tensor, first, @unsafe);
                        var single = _originals.Length == 1;
                        for (var i = 0; i < _originals.Length; i++)
                        {
                            var name = single ? "original" : $"original{i}";
                            if (_originals[i] is Parameter parameter)
                            {
                                register_parameter(name, parameter);
                            }
                            else
                            {
                                register_buffer(name, _originals[i]);
                            }
                        }

                        register_module("0", first);
                        ThrowIfOther(tensor, forward());
                    }

                    /// <summary>The number of parametrizations.</summary>
                    public int Count => _internal_submodules.Count;

                    /// <summary>A parametrization.</summary>
                    public Module this[int index] => _internal_submodules[$"{index}"];

                    /// <summary>Whether the tensor is computed from one other.</summary>
                    public bool is_tensor => _originals.Length == 1;

                    /// <summary>What the tensor is computed from.</summary>
                    public IReadOnlyList<Tensor> originals => _originals;

                    /// <summary>Computes the tensor.</summary>
                    public Tensor forward()
                    {
                        using var scope = NewDisposeScope();
                        var value = _originals.Length == 1
                            ? Single(this[0]).call(_originals[0])
                            : ((Module<Tensor, Tensor, Tensor>)this[0]).call(_originals[0], _originals[1]);
                        for (var i = 1; i < Count; i++)
                        {
                            value = Single(this[i]).call(value);
                        }

                        return value.MoveToOuterDisposeScope();
                    }

                    /// <summary>Sets what the tensor is computed from so that it has a value, where the parametrizations can be inverted.</summary>
                    /// <param name="value">The value.</param>
                    /// <exception cref="InvalidOperationException">A parametrization has no right inverse.</exception>
                    public void right_inverse(Tensor value)
                    {
                        ArgumentNullException.ThrowIfNull(value);
                        using var guard = no_grad();
                        using var scope = NewDisposeScope();
                        for (var i = Count - 1; i >= (is_tensor ? 0 : 1); i--)
                        {
                            value = Inverse<Tensor>(this[i]).right_inverse(value);
                        }

                        if (is_tensor)
                        {
                            Set(_originals[0], value);
                            return;
                        }

                        var (first, second) = Inverse<(Tensor, Tensor)>(this[0]).right_inverse(value);
                        Set(_originals[0], first);
                        Set(_originals[1], second);
                    }

                    internal void Assign(Tensor value) => right_inverse(value);

                    internal void Append(Module parametrization, bool @unsafe)
                    {
                        using var guard = no_grad();
                        using var scope = NewDisposeScope();
                        var before = forward();
                        var after = Single(parametrization).call(before);
                        if (!@unsafe)
                        {
                            ThrowIfOther(before, after);
                            if (parametrization is IRightInverse<Tensor> inverse)
                            {
                                ThrowIfOther(before, inverse.right_inverse(after));
                            }
                        }

                        register_module($"{Count}", parametrization);
                    }

                    /// <summary>Takes the originals out and gives what becomes of the tensor.</summary>
                    internal Tensor Release(bool leaveParametrized)
                    {
                        if (!leaveParametrized && !is_tensor)
                        {
                            throw new ArgumentException(
                                "A tensor that is computed from two has no single original to go back to; leave it parametrized.", nameof(leaveParametrized));
                        }

                        using var guard = no_grad();
                        using var scope = NewDisposeScope();
                        Tensor result;
                        if (is_tensor)
                        {
                            // The same object as before the first parametrization: optimizers know it.
                            result = _originals[0];
                            if (leaveParametrized)
                            {
                                Set(result, forward());
                            }

                            Unregister("original");
                        }
                        else
                        {
                            var value = aten.clone(forward());
                            result = _originals.Any(original => original is Parameter) ? new Parameter(value) : value;
                        }

                        return result.DetachFromDisposeScope();
                    }

                    private static Tensor[] Originals(Tensor tensor, Module first, bool @unsafe)
                    {
                        if (first is Module<Tensor, Tensor, Tensor>)
                        {
                            var (one, two) = Inverse<(Tensor, Tensor)>(first).right_inverse(tensor);
                            return tensor is Parameter p
                                ? [new Parameter(Own(one, tensor), p.requires_grad), new Parameter(Own(two, tensor), p.requires_grad)]
                                : [Own(one, tensor), Own(two, tensor)];
                        }

                        _ = Single(first);
                        if (first is IRightInverse<Tensor> inverse)
                        {
                            var start = inverse.right_inverse(tensor);
                            if (!@unsafe && start.dtype != tensor.dtype)
                            {
                                throw new ArgumentException(
                                    $"The right inverse of {first.TypeName} turns {tensor.dtype} into {start.dtype}; pass unsafe: true if that is meant.",
                                    nameof(first));
                            }

                            Set(tensor, start);
                        }

                        return [tensor];
                    }

                    private static Module<Tensor, Tensor> Single(Module module) => module as Module<Tensor, Tensor>
                        ?? throw new ArgumentException($"{module.TypeName} does not turn a tensor into a tensor.", nameof(module));

                    private static IRightInverse<TOriginal> Inverse<TOriginal>(Module module) => module as IRightInverse<TOriginal>
                        ?? throw new InvalidOperationException($"{module.TypeName} has no right_inverse: the tensor that it computes cannot be set.");

                    private static Tensor Own(Tensor value, Tensor source) => ReferenceEquals(value, source) ? aten.clone(value) : value;

                    private static void Set(Tensor target, Tensor value)
                    {
                        if (!ReferenceEquals(target, value))
                        {
                            using var own = aten.clone(value);
                            aten.set_data(target, own);
                        }
                    }

                    private void ThrowIfOther(Tensor before, Tensor after)
                    {
                        if (!_unsafe && (before.dtype != after.dtype || !before.shape.AsSpan().SequenceEqual(after.shape)))
                        {
                            throw new ArgumentException(
                                $"The parametrization turns {before.dtype} {Repr.Shape(before)} into {after.dtype} {Repr.Shape(after)}; "
                                + "pass unsafe: true if that is meant.");
                        }
                    }
                }
            }
        }
    }
}
