using System.Collections;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Parameters in a list, named by number. Python's <c>torch.nn.ParameterList</c>.</summary>
public class ParameterList : Module, IList<Parameter>
{
    private readonly List<Parameter> _list = [];

    /// <summary>A list of the parameters given.</summary>
    public ParameterList(params Parameter[] parameters)
        : base(nameof(ParameterList))
    {
        extend(parameters);
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _list.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The parameter at a place.</summary>
    public Parameter this[int index]
    {
        get => _list[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _list[index] = value;
            Renumber();
        }
    }

    /// <summary>Adds a parameter at the end.</summary>
    public void Add(Parameter item)
    {
        ArgumentNullException.ThrowIfNull(item);
        register_parameter($"{Count}", item);
        _list.Add(item);
    }

    /// <summary>Adds parameters at the end.</summary>
    public void append(params Parameter[] parameters) => extend(parameters);

    /// <summary>Adds parameters at the end.</summary>
    public void extend(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var parameter in parameters)
        {
            Add(parameter);
        }
    }

    /// <summary>Puts a parameter at a place; those from there on move back by one.</summary>
    public void Insert(int index, Parameter item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _list.Insert(index, item);
        Renumber();
    }

    /// <summary>Takes a parameter out, undisposed.</summary>
    public bool Remove(Parameter item)
    {
        var index = _list.IndexOf(item);
        if (index >= 0)
        {
            RemoveAt(index);
        }

        return index >= 0;
    }

    /// <summary>Takes the parameter at a place out, undisposed.</summary>
    public void RemoveAt(int index)
    {
        _list.RemoveAt(index);
        Renumber();
    }

    /// <summary>Takes all parameters out, undisposed.</summary>
    public void Clear()
    {
        _list.Clear();
        _internal_params.Clear();
    }

    /// <inheritdoc/>
    public bool Contains(Parameter item) => _list.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(Parameter[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public int IndexOf(Parameter item) => _list.IndexOf(item);

    /// <inheritdoc/>
    public IEnumerator<Parameter> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override string extra_repr() => string.Join('\n', _list.Select((p, i) => Repr.Parameter($"{i}", p, Repr.Type(p))));

    private void Renumber()
    {
        _internal_params.Clear();
        for (var i = 0; i < _list.Count; i++)
        {
            register_parameter($"{i}", _list[i]);
        }
    }
}
