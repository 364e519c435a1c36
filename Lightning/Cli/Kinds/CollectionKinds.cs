using System.Diagnostics.CodeAnalysis;

namespace Lightning.Cli;

/// <summary>Lists and dictionaries, by the type of the parameter.</summary>
internal static class CollectionKinds
{
    private static readonly HashSet<Type> ListInterfaces =
        [typeof(IEnumerable<>), typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IList<>), typeof(ICollection<>)];

    private static readonly HashSet<Type> DictionaryTypes = [typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(Dictionary<,>)];

    // Compiled ahead of time, generic types exist only where somebody named them.
    private static readonly Dictionary<Type, (Func<IReadOnlyList<object?>, object> Array, Func<IReadOnlyList<object?>, object> List)> Elements = new()
    {
        [typeof(bool)] = Of<bool>(), [typeof(int)] = Of<int>(), [typeof(long)] = Of<long>(), [typeof(float)] = Of<float>(), [typeof(double)] = Of<double>(),
        [typeof(string)] = Of<string>(), [typeof(Callback)] = Of<Callback>(), [typeof(Logger)] = Of<Logger>(), [typeof(ITrainerPlugin)] = Of<ITrainerPlugin>(),
    };

    private static readonly Dictionary<(Type Key, Type Value), Func<IEnumerable<KeyValuePair<object, object?>>, object>> Pairs = new()
    {
        [(typeof(string), typeof(bool))] = Pair<string, bool>, [(typeof(string), typeof(int))] = Pair<string, int>,
        [(typeof(string), typeof(long))] = Pair<string, long>, [(typeof(string), typeof(float))] = Pair<string, float>,
        [(typeof(string), typeof(double))] = Pair<string, double>, [(typeof(string), typeof(string))] = Pair<string, string>,
        [(typeof(string), typeof(object))] = Pair<string, object>, [(typeof(int), typeof(int))] = Pair<int, int>, [(typeof(int), typeof(double))] = Pair<int, double>,
    };

    /// <summary>The kind of a list or dictionary, or null when the type is neither, or of things that no setting can be.</summary>
    internal static ValueKind? For(Type type, KindFactory factory)
    {
        if (ElementOf(type, out var asList) is { } element)
        {
            // Callbacks, loggers and plugins may be written alone, as in Python.
            return factory.For(element) is { } kind && Builder(element, asList) is { } build
                ? new ListKind(kind, build, single: element == typeof(Callback) || element == typeof(Logger) || element == typeof(ITrainerPlugin))
                : null;
        }

        if (type.IsGenericType && DictionaryTypes.Contains(type.GetGenericTypeDefinition()) && type.GetGenericArguments() is [var key, var value])
        {
            var values = value == typeof(object) ? new AnyKind() : factory.For(value);
            return ScalarKinds.For(key) is { } keys && values is not null && Dictionary(key, value) is { } build ? new DictionaryKind(keys, values, build) : null;
        }

        return null;
    }

    private static Type? ElementOf(Type type, out bool asList)
    {
        asList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>);
        return type.IsSZArray ? type.GetElementType()
            : type.IsGenericType && (asList || ListInterfaces.Contains(type.GetGenericTypeDefinition())) ? type.GetGenericArguments()[0]
            : null;
    }

    private static Func<IReadOnlyList<object?>, object>? Builder(Type element, bool asList) =>
        Elements.TryGetValue(element, out var known) ? asList ? known.List : known.Array
        : FreeReflection.IsSupported ? items => FreeReflection.IsSupported ? Made(element, items, asList) : throw Fixed()
        : null;

    private static Func<IEnumerable<KeyValuePair<object, object?>>, object>? Dictionary(Type key, Type value) =>
        Pairs.GetValueOrDefault((key, value)) ?? (FreeReflection.IsSupported ? entries => FreeReflection.IsSupported ? Made(key, value, entries) : throw Fixed() : null);

    // The analysis of trimming looks at each lambda by itself, and so the question is asked twice; the answer does not change.
    private static InvalidOperationException Fixed() => new("Whether classes are looked for at run time was decided when the program started.");

    private static (Func<IReadOnlyList<object?>, object> Array, Func<IReadOnlyList<object?>, object> List) Of<T>() =>
        (items => items.Select(item => (T)item!).ToArray(), items => items.Select(item => (T)item!).ToList());

    private static Dictionary<TKey, TValue> Pair<TKey, TValue>(IEnumerable<KeyValuePair<object, object?>> entries)
        where TKey : notnull => entries.ToDictionary(entry => (TKey)entry.Key, entry => (TValue)entry.Value!);

    [RequiresDynamicCode("Makes arrays and lists of types that are known at run time only.")]
    [RequiresUnreferencedCode("Makes arrays and lists of types that are known at run time only.")]
    private static object Made(Type element, IReadOnlyList<object?> items, bool asList)
    {
        var array = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            array.SetValue(items[i], i);
        }

        return asList ? Activator.CreateInstance(typeof(List<>).MakeGenericType(element), array)! : array;
    }

    [RequiresDynamicCode("Makes dictionaries of types that are known at run time only.")]
    [RequiresUnreferencedCode("Makes dictionaries of types that are known at run time only.")]
    private static object Made(Type key, Type value, IEnumerable<KeyValuePair<object, object?>> entries)
    {
        var made = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        foreach (var (name, item) in entries)
        {
            made.Add(name, item);
        }

        return made;
    }
}
