using System.Collections;
using System.Runtime.CompilerServices;

namespace Lightning.Metrics;

/// <summary>A metric with a value of one type. Python: <c>torchmetrics.Metric</c>.</summary>
/// <typeparam name="TResult">What <see cref="compute"/> gives; tensors in it are the caller's.</typeparam>
public abstract class Metric<TResult> : Metric
{
    private protected Metric(string name)
        : base(name)
    {
    }

    /// <summary>The value over all that was collected since the last reset, in all processes if <see cref="Metric.sync_on_compute"/>.</summary>
    /// <returns>The value; its tensors are the caller's. Each call computes anew.</returns>
    public TResult compute()
    {
        WarnUnlessUpdated();
        using var guard = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var value = OverAllProcesses(sync_on_compute, Compute);
        MoveOut(value, scope);
        return value;
    }

    /// <summary>The value of the states at hand. Tensors made on the way are disposed behind it.</summary>
    protected abstract TResult Compute();

    private protected override object? ComputeAny() => compute();

    /// <summary>One update between its checks.</summary>
    private protected void Run(Device? arguments, Action update)
    {
        using var guard = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        BeginUpdate(arguments);
        try
        {
            update();
        }
        catch
        {
            DropUpdate();
            throw;
        }
    }

    /// <summary>One forward: an update of which the value is wanted too.</summary>
    /// <param name="update">The update.</param>
    /// <param name="beside">What else is to be done while the states are those of the batch alone.</param>
    private protected TResult RunForward(Action update, Action? beside = null)
    {
        using var guard = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var value = OverOneBatch(update, () =>
        {
            var own = OfBatch();
            beside?.Invoke();
            return own;
        });
        scope.MoveToOuter(scope.DisposablesView);
        return value;
    }

    /// <summary>The value of the batch that the group's leader holds alone.</summary>
    private protected TResult OfBatch()
    {
        using var scope = torch.NewDisposeScope();
        var value = OverAllProcesses(dist_sync_on_step, Compute);
        KeepForwardValue(value);
        MoveOut(value, scope);
        return value;
    }

    private static void MoveOut(object? value, DisposeScope scope)
    {
        switch (value)
        {
            case Tensor tensor:
                if (scope.Contains(tensor))
                {
                    scope.MoveToOuter(tensor);
                }

                break;
            case IMetricResult result:
                foreach (var part in result.Tensors)
                {
                    MoveOut(part, scope);
                }

                break;
            case ITuple tuple:
                for (var i = 0; i < tuple.Length; i++)
                {
                    MoveOut(tuple[i], scope);
                }

                break;
            case IDictionary dictionary:
                MoveOut(dictionary.Values, scope);
                break;
            case IEnumerable items and not string:
                foreach (var item in items)
                {
                    MoveOut(item, scope);
                }

                break;
        }
    }
}
