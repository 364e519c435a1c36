using System.Collections;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Modules in a list, named by number; it computes nothing itself. Python's <c>torch.nn.ModuleList</c>.</summary>
/// <typeparam name="T">The type of the modules.</typeparam>
public class ModuleList<T> : Module, IList<T>
    where T : Module
{
    private readonly List<T> _list = [];

    /// <summary>A list of the modules given.</summary>
    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<T>))
    {
        extend(modules);
    }

    /// <summary>The number of modules.</summary>
    public int Count => _list.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The module at a place.</summary>
    public T this[int index]
    {
        get => _list[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _list[index] = value;
            Renumber();
        }
    }

    /// <summary>Adds a module at the end.</summary>
    public void Add(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        register_module($"{Count}", item);
        _list.Add(item);
    }

    /// <summary>Adds modules at the end.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Adds modules at the end.</summary>
    public void extend(IEnumerable<T> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    /// <summary>Puts a module at a place; those from there on move back by one.</summary>
    public void Insert(int index, T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _list.Insert(index, item);
        Renumber();
    }

    /// <inheritdoc cref="Insert"/>
    public void insert(int index, T module) => Insert(index < 0 ? Math.Max(0, index + Count) : Math.Min(index, Count), module);

    /// <summary>Takes the module at a place out and gives it to the caller. Python's <c>pop</c>.</summary>
    /// <param name="index">The place; negative ones count from the end.</param>
    public T pop(int index = -1)
    {
        index = index < 0 ? index + Count : index;
        var item = _list[index];
        RemoveAt(index);
        return item;
    }

    /// <summary>Takes a module out, undisposed.</summary>
    public bool Remove(T item)
    {
        var index = _list.IndexOf(item);
        if (index >= 0)
        {
            RemoveAt(index);
        }

        return index >= 0;
    }

    /// <summary>Takes the module at a place out, undisposed.</summary>
    public void RemoveAt(int index)
    {
        _list.RemoveAt(index);
        Renumber();
    }

    /// <summary>Takes all modules out, undisposed.</summary>
    public void Clear()
    {
        _list.Clear();
        ClearModules();
    }

    /// <inheritdoc/>
    public bool Contains(T item) => _list.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public int IndexOf(T item) => _list.IndexOf(item);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Renumber()
    {
        ClearModules();
        for (var i = 0; i < _list.Count; i++)
        {
            register_module($"{i}", _list[i]);
        }
    }

    private protected override object? CopyOfOwn(object value, ModuleCopies copies) =>
        value is List<T> list ? list.ConvertAll(module => (T)copies.Copy(module)) : base.CopyOfOwn(value, copies);
}
