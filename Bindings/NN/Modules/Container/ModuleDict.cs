using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order of their addition. Python's <c>torch.nn.ModuleDict</c>.</summary>
/// <typeparam name="T">The type of the modules.</typeparam>
public class ModuleDict<T> : Module, IDictionary<string, T>, IList<(string, T)>
    where T : Module
{
    private readonly OrderedDict<string, T> _items = new();

    /// <summary>An empty dictionary.</summary>
    public ModuleDict()
        : base(nameof(ModuleDict<T>))
    {
    }

    /// <summary>The number of modules.</summary>
    public int Count => _items.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public ICollection<string> Keys => _items.Keys;

    /// <inheritdoc/>
    public ICollection<T> Values => _items.Values;

    /// <summary>The module of a name; setting an unknown name adds it.</summary>
    /// <exception cref="KeyNotFoundException">Read of a name that is not there.</exception>
    public T this[string key]
    {
        get => _items[key];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _items[key] = value;
            Register();
        }
    }

    /// <summary>Name and module at a place.</summary>
    public (string, T) this[int index]
    {
        get => _items[index];
        set
        {
            _items[index] = value;
            Register();
        }
    }

    /// <summary>Adds a module under a name.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public void Add(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        register_module(key, value);
        _items.Add(key, value);
    }

    /// <inheritdoc cref="Add(string, T)"/>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc cref="Add(string, T)"/>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <summary>Puts a module at a place.</summary>
    public void Insert(int index, (string, T) item)
    {
        _items.Insert(index, item);
        Register();
    }

    /// <summary>Takes the module of a name out, undisposed.</summary>
    public bool Remove(string key) => _internal_submodules.Remove(key) & _items.Remove(key);

    /// <inheritdoc cref="Remove(string)"/>
    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc cref="Remove(string)"/>
    public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));

    /// <summary>Takes the module at a place out, undisposed.</summary>
    public void RemoveAt(int index) => Remove(_items[index].Item1);

    /// <summary>Takes all modules out, undisposed.</summary>
    public void Clear()
    {
        _items.Clear();
        _internal_submodules.Clear();
    }

    /// <inheritdoc cref="Clear"/>
    public void clear() => Clear();

    /// <summary>Takes the module of a name out and gives it to the caller. Python's <c>pop</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public T pop(string key)
    {
        var item = _items[key];
        Remove(key);
        return item;
    }

    /// <summary>Adds modules; those whose name is there replace what it named. Python's <c>update</c>.</summary>
    public void update(IEnumerable<(string, T)> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var (key, value) in modules)
        {
            this[key] = value;
        }
    }

    /// <summary>Names and modules in order.</summary>
    public IEnumerator<(string, T)> items() => _items.items();

    /// <summary>The names in order.</summary>
    public IEnumerable<string> keys() => _items.keys();

    /// <summary>The modules in order.</summary>
    public IEnumerable<T> values() => _items.values();

    /// <inheritdoc/>
    public bool Contains((string, T) item) => _items.Contains(item);

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, T> item) => _items.Contains(item);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _items.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    /// <inheritdoc/>
    public void CopyTo((string, T)[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public int IndexOf((string, T) item) => _items.IndexOf(item);

    /// <summary>Names and modules in order.</summary>
    public IEnumerator<(string, T)> GetEnumerator() => _items.items();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Register()
    {
        _internal_submodules.Clear();
        foreach (var (key, value) in _items)
        {
            register_module(key, value);
        }
    }

    private protected override object? CopyOfOwn(object value, ModuleCopies copies) =>
        value is OrderedDict<string, T> items ? CopyOf(items, module => (T)copies.Copy(module)) : base.CopyOfOwn(value, copies);
}
