using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>The functions behind a script handle: the methods of an object, or the functions of a compilation unit.</summary>
internal sealed unsafe class ScriptCode(ScriptHandle handle, string what)
{
    /// <summary>The native side of a name that runs <c>forward</c> with the module's scripted hooks.</summary>
    internal const string Call = "__call__";

    internal enum Text
    {
        Code = 0,
        Graph = 1,
        InlinedGraph = 2,
        Schema = 3,
    }

    internal ScriptHandle Handle => handle;

    /// <summary>The names of all functions, in the order of their definition.</summary>
    internal string[] Functions
    {
        get
        {
            using SharedHandle.Lease lease = handle.Hold();
            Value names;
            NativeError.Check(NativeMethods.tl_jit_functions(lease.Native, &names), what);
            return ScriptConversion.To<string[]>(ScriptResult.Take(names), what);
        }
    }

    /// <summary>Runs a function and takes its result over.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">Positional ones; null stands for one None.</param>
    /// <param name="named">Those passed by name.</param>
    internal object? Run(string name, IReadOnlyList<object?>? arguments, IReadOnlyDictionary<string, object?>? named = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        List<object?> all = [.. arguments ?? [null]];
        if (named is not null)
        {
            all.AddRange(named.Values);
        }

        using SharedHandle.Lease lease = handle.Hold();
        using var values = new ScriptArguments(all);
        using var function = new Utf8Argument(name);
        using var keywords = new Utf8Strings(named is null ? [] : [.. named.Keys]);
        Value result;
        int status = NativeMethods.tl_jit_run(
            lease.Native, function.Pointer, values.Items, values.Count, keywords.Pointers, keywords.Length, &result);
        NativeError.Check(status, $"{what}.{(name == Call ? "call" : name)}");
        return ScriptResult.Take(result);
    }

    internal T Run<T>(string name, IReadOnlyList<object?>? arguments) => ScriptConversion.To<T>(Run(name, arguments), $"{what}.{name}");

    internal void Define(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using SharedHandle.Lease lease = handle.Hold();
        using var text = new Utf8Argument($"{source}\n");
        NativeError.CheckCompiled(NativeMethods.tl_jit_define(lease.Native, text.Pointer), $"{what}.define");
    }

    internal string Show(string function, Text kind)
    {
        ArgumentNullException.ThrowIfNull(function);
        using SharedHandle.Lease lease = handle.Hold();
        using var name = new Utf8Argument(function);
        byte* text;
        NativeError.Check(NativeMethods.tl_jit_text(lease.Native, name.Pointer, (int)kind, &text), $"{what}.{function}");
        return TakeText(text);
    }

    /// <summary>The operators that draw random numbers in a function and in what it calls.</summary>
    internal string[] RandomNodes(string function)
    {
        using SharedHandle.Lease lease = handle.Hold();
        using var name = new Utf8Argument(function);
        Value nodes;
        NativeError.Check(NativeMethods.tl_trace_random_nodes(lease.Native, name.Pointer, &nodes), $"{what}.{function}");
        return Array.ConvertAll(ScriptResult.TakeItems(nodes), node => (string)node!);
    }

    internal (int Inputs, int Outputs) Signature(string function)
    {
        using SharedHandle.Lease lease = handle.Hold();
        using var name = new Utf8Argument(function);
        int inputs, outputs;
        NativeError.Check(NativeMethods.tl_jit_signature(lease.Native, name.Pointer, &inputs, &outputs), $"{what}.{function}");
        return (inputs, outputs);
    }

    /// <summary>The type of an argument, or from -1 down of a result.</summary>
    internal torch.jit.Type TypeAt(string function, int index)
    {
        using SharedHandle.Lease lease = handle.Hold();
        using var name = new Utf8Argument(function);
        nint type;
        NativeError.Check(NativeMethods.tl_jit_type(lease.Native, name.Pointer, index, &type), $"{what}.{function}");
        return torch.jit.Type.Of(new ScriptHandle(type));
    }

    internal static string TakeText(byte* text)
    {
        string copy = Marshal.PtrToStringUTF8((nint)text) ?? "";
        NativeMethods.tl_free(text);
        return copy;
    }
}
