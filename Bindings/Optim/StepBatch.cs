using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// What one step works on: the parameters of a group that have a gradient, their gradients and states, as lists for libtorch's <c>_foreach_</c>
/// operators.
/// An optimizer keeps one and fills it anew for each group; the gradients' handles live in the scope of the step.
/// </summary>
/// <typeparam name="TState">The optimizer's kind of state.</typeparam>
internal sealed class StepBatch<TState>
    where TState : OptimizerState
{
    private readonly List<Tensor> _parameters = [];
    private readonly List<Tensor> _gradients = [];
    private readonly List<TState> _states = [];
    private readonly List<List<Tensor>> _lists = [];
    private Tensor[]? _replaced;
    private Scalar[] _scalars = [];
    private int _used;

    public int Count => _parameters.Count;

    public ReadOnlySpan<Tensor> Parameters => CollectionsMarshal.AsSpan(_parameters);

    /// <summary>The gradients, as changed by <see cref="Negate"/> and <see cref="Decay"/>.</summary>
    public ReadOnlySpan<Tensor> Gradients => _replaced ?? (ReadOnlySpan<Tensor>)CollectionsMarshal.AsSpan(_gradients);

    public ReadOnlySpan<TState> States => CollectionsMarshal.AsSpan(_states);

    /// <summary>Collects a group's parameters; false when none has a gradient.</summary>
    /// <param name="optimizer">Whose states they are.</param>
    /// <param name="group">The group.</param>
    /// <param name="stateful">Whether the update needs states.</param>
    public bool Fill(OptimizerHelper optimizer, ParamGroup group, bool stateful = true)
    {
        _parameters.Clear();
        _gradients.Clear();
        _states.Clear();
        _replaced = null;
        _used = 0;
        foreach (var parameter in group.Items)
        {
            if (parameter.grad is not { } gradient)
            {
                continue;
            }
            _parameters.Add(parameter);
            _gradients.Add(gradient);
            if (stateful)
            {
                _states.Add((TState)optimizer.StateOf(parameter, group.Options));
            }
        }
        return _parameters.Count > 0;
    }

    /// <summary>Turns the descent into an ascent.</summary>
    public void Negate() => Replace(ops.aten._foreach_neg(Gradients));

    /// <summary>Adds <paramref name="factor"/> times the parameter to each gradient (L2 regularization).</summary>
    public void Decay(double factor) => Replace(ops.aten._foreach_add_List(Gradients, Parameters, alpha: factor));

    /// <summary>Works on with these in the gradients' stead.</summary>
    public void Replace(Tensor[] gradients) => _replaced = gradients;

    /// <summary>One tensor of each state; the span is good until the next group.</summary>
    public ReadOnlySpan<Tensor> Select(Func<TState, Tensor> field)
    {
        if (_used == _lists.Count)
        {
            _lists.Add([]);
        }
        var list = _lists[_used++];
        list.Clear();
        foreach (var state in _states)
        {
            list.Add(field(state));
        }
        return CollectionsMarshal.AsSpan(list);
    }

    /// <summary>One number for each state; the span is good until the next call.</summary>
    public ReadOnlySpan<Scalar> Numbers(Func<TState, double> number)
    {
        if (_scalars.Length < _states.Count)
        {
            _scalars = new Scalar[_states.Count];
        }
        for (var index = 0; index < _states.Count; index++)
        {
            _scalars[index] = number(_states[index]);
        }
        return _scalars.AsSpan(0, _states.Count);
    }
}
