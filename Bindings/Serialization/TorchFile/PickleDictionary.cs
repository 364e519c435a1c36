namespace TorchSharp;

/// <summary>A Python dictionary while its pickle is being read: its keys' types are known only at the end.</summary>
internal sealed class PickleDictionary
{
    private readonly List<(object? Key, object? Value)> _items = [];

    public void Set(object? key, object? value) => _items.Add((key, value));

    public object? Find(string key) => _items.FindLast(item => item.Key is string text && text == key).Value;

    /// <summary>
    /// The value with every dictionary inside turned into <c>Dictionary&lt;string, object?&gt;</c> (also when empty),
    /// <c>Dictionary&lt;long, object?&gt;</c> when all keys are whole numbers, or <c>Dictionary&lt;object, object?&gt;</c>. Lists and tuples stay the
    /// same objects.
    /// </summary>
    public static object? Resolve(object? value) => new Resolver().Visit(value, 0);

    private sealed class Resolver
    {
        private const int MaxDepth = 1000;

        private readonly Dictionary<object, object> _done = new(ReferenceEqualityComparer.Instance);

        public object? Visit(object? value, int depth)
        {
            if (depth > MaxDepth)
            {
                throw new TorchFileFormatException($"the values are nested more than {MaxDepth} levels deep");
            }
            if (value is not (PickleDictionary or List<object?> or object?[]))
            {
                return value;
            }
            if (_done.TryGetValue(value, out var done))
            {
                return done;
            }
            switch (value)
            {
                case PickleDictionary dictionary:
                    return Dictionary(dictionary, depth);
                case List<object?> list:
                    _done.Add(list, list);
                    for (var index = 0; index < list.Count; index++)
                    {
                        list[index] = Visit(list[index], depth + 1);
                    }
                    return list;
                default:
                    var tuple = (object?[])value;
                    _done.Add(tuple, tuple);
                    for (var index = 0; index < tuple.Length; index++)
                    {
                        tuple[index] = Visit(tuple[index], depth + 1);
                    }
                    return tuple;
            }
        }

        private object Dictionary(PickleDictionary source, int depth)
        {
            if (source._items.TrueForAll(item => item.Key is string))
            {
                return Fill(source, new Dictionary<string, object?>(source._items.Count), depth);
            }
            return source._items.TrueForAll(item => item.Key is long)
                ? Fill(source, new Dictionary<long, object?>(source._items.Count), depth)
                : Fill(source, new Dictionary<object, object?>(source._items.Count), depth);
        }

        private Dictionary<TKey, object?> Fill<TKey>(PickleDictionary source, Dictionary<TKey, object?> target, int depth)
            where TKey : notnull
        {
            _done.Add(source, target);
            foreach (var (key, value) in source._items)
            {
                if (key is not TKey typed)
                {
                    throw new TorchFileFormatException("a dictionary has None as a key");
                }
                target[typed] = Visit(value, depth + 1);
            }
            return target;
        }
    }
}
