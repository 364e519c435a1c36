using System.Collections;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One copying of a module with all below it. What was copied is remembered: a layer or parameter that is used in two places is one again in the copy.
/// </summary>
internal sealed class ModuleCopies
{
    private readonly Dictionary<object, object> _copies = new(ReferenceEqualityComparer.Instance);

    /// <summary>A copy of a module that shares no tensor with it; its tensors belong to no dispose scope.</summary>
    public static T Of<T>(T module)
        where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        using var guard = no_grad();
        return (T)new ModuleCopies().Copy(module);
    }

    /// <summary>Tells the copy of a module before what it holds is copied, since that may refer to it.</summary>
    public void Remember(nn.Module module, nn.Module copy) => _copies.Add(module, copy);

    public nn.Module Copy(nn.Module module) => _copies.TryGetValue(module, out var copy) ? (nn.Module)copy : module.CopyInto(this);

    public Tensor Copy(Tensor tensor)
    {
        if (_copies.TryGetValue(tensor, out var known))
        {
            return (Tensor)known;
        }

        if (tensor is IUninitialized { is_uninitialized: true })
        {
            throw new InvalidOperationException(
                "A module with parameters that have no shape yet cannot be copied: call it once, or load a state dictionary, first.");
        }

        var copy = ops.aten.clone(tensor);
        copy = tensor is Parameter ? new Parameter(copy, tensor.requires_grad) : copy.requires_grad_(tensor.requires_grad && tensor.is_leaf);
        copy.DetachFromDisposeScope();
        _copies.Add(tensor, copy);
        return copy;
    }

    /// <summary>The copy of what a field holds; null where both modules may hold the same object.</summary>
    /// <param name="value">What the field holds.</param>
    /// <param name="where">The field, for the message.</param>
    /// <exception cref="NotSupportedException">The object holds modules or tensors in a way that cannot be copied.</exception>
    public object? CopyOfValue(object value, string where)
    {
        switch (value)
        {
            case nn.Module module:
                return Copy(module);
            case Tensor tensor:
                return Copy(tensor);
            case List<Tensor> tensors:
                return tensors.ConvertAll(Copy);
            case List<Parameter> parameters:
                return parameters.ConvertAll(parameter => (Parameter)Copy(parameter));
            case List<nn.Module> modules:
                return modules.ConvertAll(Copy);
            case List<nn.Module<Tensor, Tensor>> modules:
                return modules.ConvertAll(module => (nn.Module<Tensor, Tensor>)Copy(module));
            case Array array when array.GetType().GetElementType()!.IsPrimitive:
                return null;
            case Array { Rank: 1 } array when !array.GetType().GetElementType()!.IsValueType:
                return CopyOfArray(array, where);
            case Delegate { Target: nn.Module }:
                throw Refused(where, "a function of the module itself, which would go on using the original");
            case IDisposable:
                throw Refused(where, $"a {value.GetType().Name}, which has one owner");
            default:
                return HoldsComponents(value) ? throw Refused(where, "modules or tensors in a collection of its own kind") : null;
        }
    }

    private Array CopyOfArray(Array array, string where)
    {
        var copy = (Array)array.Clone();
        for (var i = 0; i < copy.Length; i++)
        {
            if (array.GetValue(i) is { } item && CopyOfValue(item, where) is { } itemCopy)
            {
                copy.SetValue(itemCopy, i);
            }
        }

        return copy;
    }

    private static bool HoldsComponents(object? value) => value switch
    {
        nn.Module or Tensor => true,
        string => false,
        ITuple tuple => Enumerable.Range(0, tuple.Length).Any(i => HoldsComponents(tuple[i])),
        IDictionary dictionary => dictionary.Values.Cast<object?>().Any(HoldsComponents),
        ICollection collection => collection.Cast<object?>().Any(HoldsComponents),
        IEnumerable items when IsOrderedDict(value.GetType()) => items.Cast<object?>().Any(HoldsComponents),
        _ => false,
    };

    private static bool IsOrderedDict(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(OrderedDict<,>);

    private static NotSupportedException Refused(string where, string what) => new(
        $"{where} holds {what}: this module cannot be copied. Keep such parts in fields, arrays, ModuleList or ModuleDict, or build a second module "
        + "and load the first one's state dictionary into it.");
}
