using System.Collections.Frozen;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The closed list of what a torch file may name. Everything on it is built here, by our own code, from plain values; any other name is an error.
/// </summary>
internal sealed class PickleGlobals(ITensorRebuilder tensors) : IPickleGlobals
{
    private static readonly FrozenDictionary<string, Func<ITensorRebuilder, object?[], object?>> s_functions =
        new Dictionary<string, Func<ITensorRebuilder, object?[], object?>>
        {
            ["collections.OrderedDict"] = (_, arguments) => OrderedDict(arguments),
            ["collections.Counter"] = (_, arguments) => arguments is [PickleDictionary counts] ? counts : OrderedDict(arguments),
            ["torch._utils._rebuild_tensor"] = (tensors, arguments) => Rebuild(tensors, arguments),
            ["torch._utils._rebuild_tensor_v2"] = (tensors, arguments) => Rebuild(tensors, arguments),
            ["torch._utils._rebuild_parameter"] = (tensors, arguments) => Parameter(tensors, arguments),
            ["torch._utils._rebuild_parameter_with_state"] = (tensors, arguments) => Parameter(tensors, arguments),
            ["torch._tensor._rebuild_from_type_v2"] = (tensors, arguments) => FromType(tensors, arguments),
            ["torch.Tensor"] = (_, _) => throw Unexpected("torch.Tensor"),
            ["torch.nn.parameter.Parameter"] = (_, _) => throw Unexpected("torch.nn.parameter.Parameter"),
            ["torch.Size"] = (_, arguments) => new Size(Integers("torch.Size", At(arguments, 0))),
            ["torch.device"] = (_, arguments) => Device(arguments),
            ["_codecs.encode"] = (_, arguments) => Encode(arguments),
            ["builtins.bytearray"] = (_, arguments) => Bytes(arguments),
            ["builtins.set"] = (_, arguments) => Set(arguments),
            ["__builtin__.bytearray"] = (_, arguments) => Bytes(arguments),
            ["__builtin__.set"] = (_, arguments) => Set(arguments),
        }.ToFrozenDictionary();

    private sealed record Function(string Name, Func<ITensorRebuilder, object?[], object?> Build);

    /// <summary>What the file's <c>module.name</c> stands for.</summary>
    /// <exception cref="TorchFileFormatException">It is not on the list; the message and <c>Global</c> name it.</exception>
    public object Find(string module, string name)
    {
        var full = $"{module}.{name}";
        if (s_functions.TryGetValue(full, out var build))
        {
            return new Function(full, build);
        }
        if (module is "torch" or "torch.storage" && StorageTypes.ByStorage.TryGetValue(name, out var stored))
        {
            return new StorageClass(stored);
        }
        if (full is "torch.storage.UntypedStorage" or "torch.UntypedStorage")
        {
            return new StorageClass(ScalarType.Byte);
        }
        if (module is "torch" && StorageTypes.ByName.TryGetValue(name, out var type))
        {
            return type;
        }
        throw new TorchFileFormatException(
            $"the file asks for '{full}', which is not on the closed list of types that may be read; "
            + "save plain values and tensors (a state_dict) instead")
        {
            Global = full,
        };
    }

    /// <inheritdoc/>
    public object? Call(object? callable, object?[] arguments) => callable is Function function
        ? function.Build(tensors, arguments)
        : throw new TorchFileFormatException("the pickle calls something that is not a function");

    /// <summary>State set on an object after it was made: only dictionaries carry some (a module's version numbers), which nothing here
    /// needs.</summary>
    public void Build(object? state, object? target)
    {
        if (target is not (PickleDictionary or Tensor))
        {
            throw new TorchFileFormatException("the pickle sets the state of an object that has none");
        }
        GC.KeepAlive(state);
    }

    private static PickleDictionary OrderedDict(object?[] arguments)
    {
        var dictionary = new PickleDictionary();
        if (arguments is [List<object?> pairs])
        {
            foreach (var pair in pairs)
            {
                dictionary.Set(At(pair, 0), At(pair, 1));
            }
        }
        return dictionary;
    }

    private static Tensor Rebuild(ITensorRebuilder tensors, object?[] arguments)
    {
        if (arguments.Length < 4 || arguments[0] is not StorageReference storage || arguments[1] is not long offset)
        {
            throw Unexpected("torch._utils._rebuild_tensor_v2");
        }
        var tensor = tensors.View(storage, offset, Integers("a tensor's size", arguments[2]), Integers("a tensor's stride", arguments[3]));
        if (arguments.Length > 4 && arguments[4] is true)
        {
            tensor.requires_grad = true;
        }
        return tensor;
    }

    private static Modules.Parameter Parameter(ITensorRebuilder tensors, object?[] arguments) =>
        arguments is [Tensor data, bool requiresGrad, ..]
            ? tensors.AsParameter(data, requiresGrad)
            : throw Unexpected("torch._utils._rebuild_parameter");

    // (function, type, arguments, state): the state holds Python attributes, which a tensor here has none of.
    private static object? FromType(ITensorRebuilder tensors, object?[] arguments) =>
        arguments is [Function inner, Function { Name: "torch.Tensor" or "torch.nn.parameter.Parameter" }, object?[] innerArguments, ..]
            ? inner.Build(tensors, innerArguments)
            : throw Unexpected("torch._tensor._rebuild_from_type_v2");

    private static Device Device(object?[] arguments)
    {
        try
        {
            return arguments switch
            {
                [string type] => new Device(type),
                [string type, long index] => new Device(type, checked((int)index)),
                _ => throw Unexpected("torch.device"),
            };
        }
        catch (ArgumentException exception)
        {
            throw new TorchFileFormatException("the pickle names a device that there is not", exception);
        }
    }

    private static byte[] Encode(object?[] arguments) => arguments is [string text, "latin1"]
        ? System.Text.Encoding.Latin1.GetBytes(text)
        : throw Unexpected("_codecs.encode");

    private static object Bytes(object?[] arguments) => arguments is [byte[] bytes] ? bytes : throw Unexpected("bytearray");

    private static HashSet<object?> Set(object?[] arguments) => arguments is [List<object?> items] ? [.. items] : [];

    private static object? At(object? tuple, int index) => tuple is object?[] items && items.Length > index ? items[index]
        : throw Unexpected("a tuple");

    /// <summary>Whole numbers from a tuple, a list or a size.</summary>
    internal static long[] Integers(string what, object? value) => value switch
    {
        object?[] tuple when Array.TrueForAll(tuple, item => item is long) => Array.ConvertAll(tuple, item => (long)item!),
        List<object?> list when list.TrueForAll(item => item is long) => [.. list.Select(item => (long)item!)],
        Size size => size.Shape,
        _ => throw Unexpected(what),
    };

    private static TorchFileFormatException Unexpected(string what) => new($"the pickle builds {what} from something unexpected");
}
