namespace TorchSharp;

/// <summary>Values that a pickle refers to again, by number. Writers count from zero, but need not.</summary>
internal sealed class PickleMemo
{
    private readonly List<object?> _dense = [];
    private readonly Dictionary<int, object?> _others = [];

    /// <summary>How many values there are: the number of the next one.</summary>
    public int Count => _dense.Count + _others.Count;

    /// <summary>Keeps a value.</summary>
    public void Set(int number, object? value)
    {
        if (number == _dense.Count)
        {
            _dense.Add(value);
            _others.Remove(number);
        }
        else if ((uint)number < (uint)_dense.Count)
        {
            _dense[number] = value;
        }
        else
        {
            _others[number] = value;
        }
    }

    /// <summary>Finds a value; false where there is none of that number.</summary>
    public bool TryGet(int number, out object? value)
    {
        if ((uint)number < (uint)_dense.Count)
        {
            value = _dense[number];
            return true;
        }
        return _others.TryGetValue(number, out value);
    }
}
