using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Parameters by name, in the order of their addition. Python's <c>torch.nn.ParameterDict</c>.</summary>
public class ParameterDict : Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
{
    private readonly OrderedDict<string, Parameter> _items = new();

    /// <summary>An empty dictionary.</summary>
    public ParameterDict()
        : base(nameof(ParameterDict))
    {
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _items.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public ICollection<string> Keys => _items.Keys;

    /// <inheritdoc/>
    public ICollection<Parameter> Values => _items.Values;

    /// <summary>The parameter of a name; setting an unknown name adds it.</summary>
    /// <exception cref="KeyNotFoundException">Read of a name that is not there.</exception>
    public Parameter this[string key]
    {
        get => _items[key];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _items[key] = value;
            Register();
        }
    }

    /// <summary>Name and parameter at a place.</summary>
    public (string, Parameter) this[int index]
    {
        get => _items[index];
        set
        {
            _items[index] = value;
            Register();
        }
    }

    /// <summary>Adds a parameter under a name.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public void Add(string key, Parameter value)
    {
        ArgumentNullException.ThrowIfNull(value);
        register_parameter(key, value);
        _items.Add(key, value);
    }

    /// <inheritdoc cref="Add(string, Parameter)"/>
    public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc cref="Add(string, Parameter)"/>
    public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

    /// <summary>Puts a parameter at a place.</summary>
    public void Insert(int index, (string, Parameter) item)
    {
        _items.Insert(index, item);
        Register();
    }

    /// <summary>Takes the parameter of a name out, undisposed.</summary>
    public bool Remove(string key) => _internal_params.Remove(key) & _items.Remove(key);

    /// <inheritdoc cref="Remove(string)"/>
    public bool Remove((string, Parameter) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc cref="Remove(string)"/>
    public bool Remove(KeyValuePair<string, Parameter> item) => Remove((item.Key, item.Value));

    /// <summary>Takes the parameter at a place out, undisposed.</summary>
    public void RemoveAt(int index) => Remove(_items[index].Item1);

    /// <summary>Takes all parameters out, undisposed.</summary>
    public void Clear()
    {
        _items.Clear();
        _internal_params.Clear();
    }

    /// <inheritdoc cref="Clear"/>
    public void clear() => Clear();

    /// <summary>Takes the parameter of a name out and gives it to the caller. Python's <c>pop</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Parameter pop(string key)
    {
        var item = _items[key];
        Remove(key);
        return item;
    }

    /// <summary>Takes the parameter that was added last out and gives it to the caller, with its name. Python's <c>popitem</c>.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public (string, Parameter) popitem()
    {
        var last = Count > 0 ? _items[Count - 1] : throw new InvalidOperationException("The dictionary of parameters is empty.");
        Remove(last.Item1);
        return last;
    }

    /// <summary>The parameter of a name, or another where there is none. Python's <c>get</c>.</summary>
    public Parameter? get(string key, Parameter? @default = null) => _items.TryGetValue(key, out var value) ? value : @default;

    /// <summary>The parameter of a name, added first where there is none. Python's <c>setdefault</c>.</summary>
    public Parameter setdefault(string key, Parameter @default)
    {
        if (!_items.ContainsKey(key))
        {
            Add(key, @default);
        }

        return _items[key];
    }

    /// <summary>Adds parameters; those whose name is there replace what it named. Python's <c>update</c>.</summary>
    public void update(IEnumerable<(string, Parameter)> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var (key, value) in parameters)
        {
            this[key] = value;
        }
    }

    /// <summary>Another dictionary of the same parameters. Python's <c>copy</c>.</summary>
    public ParameterDict copy()
    {
        var other = new ParameterDict();
        other.update(this);
        return other;
    }

    /// <summary>Names and parameters in order.</summary>
    public IEnumerator<(string, Parameter)> items() => _items.items();

    /// <summary>The names in order.</summary>
    public IEnumerable<string> keys() => _items.keys();

    /// <summary>The parameters in order.</summary>
    public IEnumerable<Parameter> values() => _items.values();

    /// <inheritdoc/>
    public bool Contains((string, Parameter) item) => _items.Contains(item);

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, Parameter> item) => _items.Contains(item);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _items.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _items.TryGetValue(key, out value);

    /// <inheritdoc/>
    public void CopyTo((string, Parameter)[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public int IndexOf((string, Parameter) item) => _items.IndexOf(item);

    /// <summary>Names and parameters in order.</summary>
    public IEnumerator<(string, Parameter)> GetEnumerator() => _items.items();

    IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, Parameter>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override string extra_repr() => string.Join('\n', _items.Select<(string key, Parameter value), string>(p =>
        Repr.Parameter(p.key, p.value, Repr.TypeName(p.value))));

    private void Register()
    {
        _internal_params.Clear();
        foreach (var (key, value) in _items)
        {
            register_parameter(key, value);
        }
    }

    private protected override object? CopyOfOwn(object value, ModuleCopies copies) =>
        value is OrderedDict<string, Parameter> items
            ? CopyOf(items, parameter => (Parameter)copies.Copy(parameter))
            : base.CopyOfOwn(value, copies);
}
