using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of <see cref="LBFGS"/>: iterations until a limit or a tolerance is reached. Runs without recording.</summary>
/// <remarks>Complex parameters count as twice as many real ones.</remarks>
internal sealed class LBFGSRun(Tensor[] parameters, LBFGS.Options options, LBFGS.State state, Func<Tensor> closure) : IDisposable
{
    private double _loss;
    private Tensor _gradient = null!;

    /// <summary>Takes the step.</summary>
    /// <param name="first">The loss at the start, whose gradients are there.</param>
    public void Go(Tensor first)
    {
        (_loss, _gradient) = (Number(first), Gradient().DetachFromDisposeScope());
        state.func_evals++;
        var change = options.tolerance_change!.Value;
        long evaluations = 1;
        for (long iteration = 1; iteration <= options.max_iter && !IsOptimal(); iteration++)
        {
            using var scope = NewDisposeScope();
            state.n_iter++;
            var direction = Direction();
            state.Keep(direction, _gradient, _loss);
            var lr = options.LearningRate!.Value;
            state.t = state.n_iter == 1 ? Math.Min(1, 1 / Number(ops.aten.sum(ops.aten.abs(_gradient)))) * lr : lr;
            var slope = Number(ops.aten.dot(_gradient, direction));
            if (slope > -change)
            {
                return;
            }
            var made = Move(direction, slope, last: iteration == options.max_iter);
            state.func_evals += made;
            evaluations += made;
            if (evaluations >= options.max_eval || Size(direction) * Math.Abs(state.t) <= change || Math.Abs(_loss - state.prev_loss) < change)
            {
                return;
            }
        }
    }

    public void Dispose() => _gradient.Dispose();

    private static double Number(Tensor value) => ops.aten.detach(value).to_type(ScalarType.Float64).item<double>();

    private static double Size(Tensor values) => Number(ops.aten.max(ops.aten.abs(values)));

    private static Tensor Real(Tensor values) => values.is_complex() ? ops.aten.view_as_real(values) : values;

    private bool IsOptimal()
    {
        using var scope = NewDisposeScope();
        return Size(_gradient) <= options.tolerance_grad;
    }

    /// <summary>Minus the gradient times the inverse Hessian that the history stands for (the two-loop recursion).</summary>
    private Tensor Direction()
    {
        var direction = ops.aten.neg(_gradient);
        if (state.n_iter == 1 || state.d is null || state.prev_flat_grad is null)
        {
            state.Forget();
            return direction;
        }
        state.Remember(_gradient, options.history_size!.Value);
        var shares = new double[state.ro.Count];
        for (var index = shares.Length - 1; index >= 0; index--)
        {
            shares[index] = Number(ops.aten.dot(state.old_stps[index], direction)) * state.ro[index];
            ops.aten.add__Tensor(direction, state.old_dirs[index], alpha: -shares[index]);
        }
        ops.aten.mul__Scalar(direction, state.H_diag);
        for (var index = 0; index < shares.Length; index++)
        {
            var share = Number(ops.aten.dot(state.old_dirs[index], direction)) * state.ro[index];
            ops.aten.add__Tensor(direction, state.old_stps[index], alpha: shares[index] - share);
        }
        return direction;
    }

    /// <summary>Moves the parameters along a direction and says how many evaluations that took.</summary>
    private int Move(Tensor direction, double slope, bool last)
    {
        if (options.line_search_fn is not null)
        {
            return Search(direction, slope);
        }
        Add(direction, state.t);
        if (last)
        {
            // The value there is of no use any more.
            return 0;
        }
        Take(Evaluate());
        return 1;
    }

    private int Search(Tensor direction, double slope)
    {
        Tensor[] start = [.. parameters.Select(parameter => ops.aten.clone(parameter))];
        var search = new WolfeSearch(
            distance =>
            {
                Add(direction, distance);
                var found = Evaluate();
                for (var index = 0; index < start.Length; index++)
                {
                    ops.aten.copy_(parameters[index], start[index]);
                }
                return found;
            },
            direction, options.tolerance_change!.Value);
        var end = search.Find(new WolfeSearch.Point(0, _loss, _gradient, slope), state.t);
        state.t = end.Distance;
        Take((end.Value, end.Gradient));
        Add(direction, state.t);
        return search.Evaluations;
    }

    private void Add(Tensor direction, double length)
    {
        var place = 0L;
        foreach (var parameter in parameters)
        {
            var part = Real(parameter);
            var count = part.numel();
            using var share = ops.aten.narrow(direction, 0, place, count);
            using var shaped = ops.aten.view_as(share, part);
            ops.aten.add__Tensor(part, shaped, alpha: length);
            place += count;
        }
    }

    private (double Loss, Tensor Gradient) Evaluate()
    {
        using var scope = NewDisposeScope();
        Tensor loss;
        using (enable_grad())
        {
            loss = closure();
        }
        return (Number(loss), Gradient().MoveToOuterDisposeScope());
    }

    private void Take((double Loss, Tensor Gradient) found)
    {
        _loss = found.Loss;
        if (!ReferenceEquals(_gradient, found.Gradient))
        {
            _gradient.Dispose();
            _gradient = found.Gradient.DetachFromDisposeScope();
        }
    }

    private Tensor Gradient()
    {
        using var scope = NewDisposeScope();
        return ops.aten.cat([.. parameters.Select(parameter => parameter.grad is { } gradient
            ? Real(gradient.is_sparse ? ops.aten.to_dense(gradient) : gradient).reshape(-1)
            : ops.aten.zeros_like(Real(parameter)).reshape(-1))], 0).MoveToOuterDisposeScope();
    }
}
