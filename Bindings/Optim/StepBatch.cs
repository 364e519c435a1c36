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
    private bool _complex;

    public int Count => _parameters.Count;

    public ReadOnlySpan<Tensor> Parameters => CollectionsMarshal.AsSpan(_parameters);

    /// <summary>The gradients, negated and decayed as the group asks.</summary>
    public ReadOnlySpan<Tensor> Gradients => _replaced ?? (ReadOnlySpan<Tensor>)CollectionsMarshal.AsSpan(_gradients);

    public ReadOnlySpan<TState> States => CollectionsMarshal.AsSpan(_states);

    /// <summary>Whether gradients may be sparse; otherwise one is an error.</summary>
    public bool TakesSparse { get; init; }

    /// <summary>Whether complex tensors are worked on as pairs of real numbers, as every update does that is not linear.</summary>
    public bool AsReal { get; init; } = true;

    /// <summary>Whether a gradient of the group is sparse.</summary>
    public bool HasSparse { get; private set; }

    /// <summary>Collects a group's parameters and what their gradients ask for; false when none has a gradient.</summary>
    /// <param name="optimizer">Whose states they are.</param>
    /// <param name="group">The group.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    /// <param name="weightDecay">Factor of the parameter that is added to its gradient (L2 regularization).</param>
    /// <param name="stateful">Whether the update needs states.</param>
    /// <exception cref="InvalidOperationException">A gradient is sparse where none may be.</exception>
    public bool Fill(OptimizerHelper optimizer, ParamGroup group, bool? maximize, double? weightDecay = 0, bool stateful = true)
    {
        _parameters.Clear();
        _gradients.Clear();
        _states.Clear();
        _replaced = null;
        _used = 0;
        HasSparse = _complex = false;
        foreach (var parameter in group.Items)
        {
            if (parameter.grad is not { } gradient)
            {
                continue;
            }
            HasSparse |= gradient.is_sparse;
            _complex |= AsReal && parameter.is_complex();
            _parameters.Add(parameter);
            _gradients.Add(gradient);
            if (stateful)
            {
                _states.Add((TState)optimizer.StateOf(parameter, group.Options));
            }
        }
        if (_parameters.Count == 0)
        {
            return false;
        }
        if (HasSparse)
        {
            CheckSparse(optimizer, weightDecay);
        }
        if (_complex)
        {
            ViewAsReal(_parameters);
            ViewAsReal(_gradients);
        }
        if (maximize == true)
        {
            // libtorch has no lists of operations for sparse tensors.
            Replace(HasSparse ? [.. _gradients.Select(gradient => ops.aten.neg(gradient))] : ops.aten._foreach_neg(Gradients));
        }
        if (weightDecay is { } factor && factor != 0)
        {
            Replace(ops.aten._foreach_add_List(Gradients, Parameters, alpha: factor));
        }
        return true;
    }

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
        if (_complex)
        {
            ViewAsReal(list);
        }
        return CollectionsMarshal.AsSpan(list);
    }

    /// <summary>Moves the running averages of the gradients and of their squares on, and gives the latter.</summary>
    public ReadOnlySpan<Tensor> AverageMoments(ReadOnlySpan<Tensor> averages, Func<TState, Tensor> square, double beta1, double beta2)
    {
        var gradients = Gradients;
        var squares = Select(square);
        ops.aten._foreach_mul__Scalar(averages, beta1);
        ops.aten._foreach_add__List(averages, gradients, alpha: 1 - beta1);
        ops.aten._foreach_mul__Scalar(squares, beta2);
        ops.aten._foreach_addcmul__Scalar(squares, gradients, gradients, 1 - beta2);
        return squares;
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

    private static void ViewAsReal(List<Tensor> tensors)
    {
        foreach (ref var tensor in CollectionsMarshal.AsSpan(tensors))
        {
            tensor = tensor.is_complex() ? ops.aten.view_as_real(tensor) : tensor;
        }
    }

    private void CheckSparse(OptimizerHelper optimizer, double? weightDecay)
    {
        if (!TakesSparse)
        {
            throw new InvalidOperationException($"{optimizer.GetType().Name} does not take sparse gradients: use SparseAdam, SGD or Adagrad, "
                + "or create the embedding with sparse: false.");
        }
        if (weightDecay is { } factor && factor != 0)
        {
            throw new InvalidOperationException(
                "Weight decay changes every element, which sparse gradients are there to avoid: set weight_decay to 0 for their parameters.");
        }
    }
}
