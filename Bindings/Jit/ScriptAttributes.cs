using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The attributes of an object of TorchScript.</summary>
internal sealed unsafe class ScriptAttributes(ScriptHandle handle, string what)
{
    internal enum Kind
    {
        Parameters = 0,
        Buffers = 1,
        Modules = 2,
        All = 3,
    }

    /// <summary>The class's name with its module, such as <c>__torch__.torchvision.models.resnet.ResNet</c>.</summary>
    internal string TypeName
    {
        get
        {
            using SharedHandle.Lease lease = handle.Hold();
            byte* name;
            NativeError.Check(NativeMethods.tl_jit_type_name(lease.Native, &name), what);
            return ScriptCode.TakeText(name);
        }
    }

    /// <summary>The names of all attributes, parameters and modules among them.</summary>
    internal string[] Names => [.. Members(Kind.All).Cast<string>()];

    /// <summary>Own parameters or buffers; each is the caller's to dispose.</summary>
    internal List<(string Name, Tensor Tensor)> Tensors(Kind kind) =>
        [.. Members(kind).Chunk(2).Select(pair => ((string)pair[0]!, (Tensor)pair[1]!))];

    /// <summary>Own modules, each a handle of its own.</summary>
    internal List<(string Name, ScriptHandle Module)> Modules()
    {
        using SharedHandle.Lease lease = handle.Hold();
        Value list = Ask(lease, Kind.Modules);
        var found = new List<(string, ScriptHandle)>();
        for (int i = 0; i + 1 < list.Items.Length; i += 2)
        {
            found.Add((list.Items[i].TakeString(), new ScriptHandle(list.Items[i + 1].TakeScript())));
        }

        list.FreeItems();
        return found;
    }

    internal bool Has(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using SharedHandle.Lease lease = handle.Hold();
        using var key = new Utf8Argument(name);
        byte present;
        NativeError.Check(NativeMethods.tl_jit_has(lease.Native, key.Pointer, &present), what);
        return present != 0;
    }

    internal object? Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using SharedHandle.Lease lease = handle.Hold();
        using var key = new Utf8Argument(name);
        Value value;
        NativeError.Check(NativeMethods.tl_jit_get(lease.Native, key.Pointer, &value), $"{what}.{name}");
        return ScriptResult.Take(value);
    }

    internal void Set(string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        using SharedHandle.Lease lease = handle.Hold();
        using var key = new Utf8Argument(name);
        using var values = new ScriptArguments([value]);
        NativeError.Check(NativeMethods.tl_jit_set(lease.Native, key.Pointer, values.Items), $"{what}.{name}");
    }

    private object?[] Members(Kind kind)
    {
        using SharedHandle.Lease lease = handle.Hold();
        return ScriptResult.TakeItems(Ask(lease, kind));
    }

    private Value Ask(SharedHandle.Lease lease, Kind kind)
    {
        Value members;
        NativeError.Check(NativeMethods.tl_jit_members(lease.Native, (int)kind, &members), what);
        return members;
    }
}
