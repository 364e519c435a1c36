using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Dictionaries that a script gave, with the types of keys and values that the caller asks for.</summary>
internal static class ScriptDictionaries
{
    /// <summary>A dictionary of the type, or null where that type is not offered or an entry does not convert.</summary>
    internal static object? Convert(IDictionary source, Type target) =>
        target == typeof(Dictionary<string, Tensor>) ? Typed<string, Tensor>(source)
        : target == typeof(Dictionary<string, object>) ? Typed<string, object>(source)
        : target == typeof(Dictionary<string, long>) ? Typed<string, long>(source)
        : target == typeof(Dictionary<string, double>) ? Typed<string, double>(source)
        : target == typeof(Dictionary<string, bool>) ? Typed<string, bool>(source)
        : target == typeof(Dictionary<string, string>) ? Typed<string, string>(source)
        : target == typeof(Dictionary<string, Tensor[]>) ? Typed<string, Tensor[]>(source)
        : target == typeof(Dictionary<long, Tensor>) ? Typed<long, Tensor>(source)
        : target == typeof(Dictionary<long, string>) ? Typed<long, string>(source)
        : target == typeof(Dictionary<object, object>) ? Typed<object, object>(source)
        : null;

    private static Dictionary<TKey, TValue>? Typed<TKey, TValue>(IDictionary source)
        where TKey : notnull
    {
        var result = new Dictionary<TKey, TValue>(source.Count);
        foreach (DictionaryEntry entry in source)
        {
            if (entry.Key is not TKey key || !ScriptConversion.TryConvert(entry.Value, typeof(TValue), out object? value))
            {
                return null;
            }

            result.Add(key, (TValue)value!);
        }

        return result;
    }
}
