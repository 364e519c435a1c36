using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>
/// A dictionary that keeps the order in which its keys were added, as Python's dict does, and that also reads as a list of (key, value) pairs.
/// </summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
    where TKey : notnull
{
    private readonly OrderedDictionary<TKey, TValue> _items = [];

    /// <summary>Removes everything.</summary>
    public void clear() => _items.Clear();

    /// <summary>The (key, value) pairs in order.</summary>
    public IEnumerator<(TKey, TValue)> items()
    {
        foreach (var (key, value) in _items)
        {
            yield return (key, value);
        }
    }

    /// <summary>The keys in order.</summary>
    public IEnumerable<TKey> keys() => _items.Keys;

    /// <summary>The values in order.</summary>
    public IEnumerable<TValue> values() => _items.Values;

    /// <inheritdoc/>
    public ICollection<TKey> Keys => _items.Keys;

    /// <inheritdoc/>
    public ICollection<TValue> Values => _items.Values;

    /// <summary>The number of pairs.</summary>
    public int Count => _items.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The value under a key; setting an unknown key appends it.</summary>
    /// <exception cref="KeyNotFoundException">Read of a key that is not there.</exception>
    public TValue this[TKey key]
    {
        get => _items[key];
        set => _items[key] = value;
    }

    /// <summary>The pair at a position; setting it replaces key and value there.</summary>
    public (TKey, TValue) this[int index]
    {
        get
        {
            var (key, value) = _items.GetAt(index);
            return (key, value);
        }
        set
        {
            RemoveAt(index);
            Insert(index, value);
        }
    }

    /// <summary>Appends a pair.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add((TKey, TValue) item) => _items.Add(item.Item1, item.Item2);

    /// <inheritdoc/>
    public void Add(TKey key, TValue value) => _items.Add(key, value);

    /// <inheritdoc/>
    public void Add(KeyValuePair<TKey, TValue> item) => _items.Add(item.Key, item.Value);

    /// <summary>Removes everything.</summary>
    public void Clear() => _items.Clear();

    /// <summary>Whether this key with this value is there.</summary>
    public bool Contains((TKey, TValue) item) =>
        _items.TryGetValue(item.Item1, out var value) && EqualityComparer<TValue>.Default.Equals(value, item.Item2);

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<TKey, TValue> item) => Contains((item.Key, item.Value));

    /// <inheritdoc/>
    public bool ContainsKey(TKey key) => _items.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _items.TryGetValue(key, out value);

    /// <summary>Copies the pairs in order into an array from a position on.</summary>
    public void CopyTo((TKey, TValue)[] array, int arrayIndex)
    {
        foreach (var (key, value) in _items)
        {
            array[arrayIndex++] = (key, value);
        }
    }

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)_items).CopyTo(array, arrayIndex);

    /// <summary>The position of a pair, or -1.</summary>
    public int IndexOf((TKey, TValue) item) => Contains(item) ? _items.IndexOf(item.Item1) : -1;

    /// <summary>Inserts a pair at a position.</summary>
    public void Insert(int index, (TKey, TValue) item) => _items.Insert(index, item.Item1, item.Item2);

    /// <summary>Removes a pair if that key holds that value.</summary>
    public bool Remove((TKey, TValue) item) => Contains(item) && _items.Remove(item.Item1);

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove((item.Key, item.Value));

    /// <inheritdoc/>
    public bool Remove(TKey key) => _items.Remove(key);

    /// <summary>Removes the pair at a position.</summary>
    public void RemoveAt(int index) => _items.RemoveAt(index);

    /// <summary>The (key, value) pairs in order.</summary>
    public IEnumerator<(TKey, TValue)> GetEnumerator() => items();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items();
}
