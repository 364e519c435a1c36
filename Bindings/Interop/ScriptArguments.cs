using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Objects as TorchScript's values for the time of a call: they nest, and everything behind them is kept until this is disposed.</summary>
internal sealed unsafe class ScriptArguments : IDisposable
{
    // A collection that holds itself would never end.
    private const int DeepestNesting = 64;

    private readonly List<nint> blocks = [];
    private readonly List<object> kept = [];
    private readonly List<ScriptHandle> held = [];

    internal ScriptArguments(IReadOnlyList<object?> arguments)
    {
        try
        {
            Items = Reserve<Value>(arguments.Count);
            Count = arguments.Count;
            for (int i = 0; i < Count; i++)
            {
                Items[i] = Convert(arguments[i], 0);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Bytes that stand where a string does.</summary>
    internal readonly record struct Bytes(byte[] Content);

    internal Value* Items { get; }

    internal int Count { get; }

    public void Dispose()
    {
        held.ForEach(handle => handle.DangerousRelease());
        held.Clear();
        blocks.ForEach(block => NativeMemory.Free((void*)block));
        blocks.Clear();
        GC.KeepAlive(kept);
    }

    private Value Convert(object? argument, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new ArgumentException($"collections nest deeper than {DeepestNesting}; one of them may hold itself", nameof(argument));
        }

        switch (argument)
        {
            case null: return Value.None;
            case Tensor tensor:
                kept.Add(tensor);
                return Value.Of(tensor);
            case Scalar scalar: return OfScalar(scalar);
            case bool flag: return Value.Of(flag);
            case float number: return Value.Of((double)number);
            case double number: return Value.Of(number);
            case Half number: return Value.Of((double)number);
            case BFloat16 number: return Value.Of((double)number.ToSingle());
            case Complex number: return OfScalar(number);
            case string text: return OfBytes(Encoding.UTF8.GetBytes(text));
            case Bytes bytes: return OfBytes(bytes.Content);
            case ScalarType type: return Value.Of(type);
            case Layout layout: return Value.Of(layout);
            case Device device: return Value.Of(device);
            case Generator generator:
                kept.Add(generator);
                return Value.Of(generator);
            case jit.ScriptModule module: return OfHandle(module.Code.Handle);
            case jit.ScriptObject script: return OfHandle(script.Code.Handle);
            case sbyte or byte or short or ushort or int or uint or long or ulong:
                return Value.Of(System.Convert.ToInt64(argument, System.Globalization.CultureInfo.InvariantCulture));
            default: return OfCollection(argument, depth);
        }
    }

    private Value OfCollection(object argument, int depth) => argument switch
    {
        long[] items => Value.Of(Copy<long>(items), items.Length),
        int[] items => Value.Of(Copy<long>(Array.ConvertAll(items, item => (long)item)), items.Length),
        double[] items => Value.Of(Copy<double>(items), items.Length),
        float[] items => Value.Of(Copy<double>(Array.ConvertAll(items, item => (double)item)), items.Length),
        bool[] items => Value.Of(Copy<byte>(Array.ConvertAll(items, item => item ? (byte)1 : (byte)0)), items.Length),
        ITuple tuple => OfItems(ValueTag.Tuple, [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])], depth),
        IDictionary dictionary => OfItems(ValueTag.Dict, Flatten(dictionary), depth),
        IEnumerable items => OfItems(ValueTag.List, [.. items.Cast<object?>()], depth),
        _ => throw new ArgumentException(
            $"a {argument.GetType().Name} has no counterpart in TorchScript, which takes tensors, numbers, truth values, strings, " +
            "devices, script objects, null, and lists, tuples and dictionaries of them", nameof(argument)),
    };

    private static List<object?> Flatten(IDictionary dictionary)
    {
        var items = new List<object?>(dictionary.Count * 2);
        foreach (DictionaryEntry entry in dictionary)
        {
            items.Add(entry.Key);
            items.Add(entry.Value);
        }

        return items;
    }

    private Value OfItems(ValueTag tag, List<object?> items, int depth)
    {
        Value* values = Reserve<Value>(items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            values[i] = Convert(items[i], depth + 1);
        }

        return Value.OfValues(tag, values, items.Count);
    }

    private Value OfScalar(Scalar scalar)
    {
        if (scalar.Kind != ValueTag.Complex)
        {
            return Value.Of(in scalar);
        }

        Complex number = scalar.AsComplex();
        return Value.OfComplex(Copy<double>([number.Real, number.Imaginary]));
    }

    private Value OfBytes(byte[] bytes) => Value.OfString(Copy<byte>(bytes), bytes.Length);

    private Value OfHandle(ScriptHandle handle)
    {
        bool added = false;
        handle.DangerousAddRef(ref added);
        held.Add(handle);
        return Value.OfScript(handle.Object);
    }

    private T* Copy<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        T* block = Reserve<T>(items.Length);
        items.CopyTo(new Span<T>(block, items.Length));
        return block;
    }

    // One item more, so that nothing too has an address: a null one would mean None.
    private T* Reserve<T>(int count)
        where T : unmanaged
    {
        void* block = NativeMemory.Alloc((nuint)count + 1, (nuint)sizeof(T));
        blocks.Add((nint)block);
        return (T*)block;
    }
}
