namespace Lightning.Metrics;

/// <summary>Copies of a metric or of a collection, one for each epoch (or whatever a step is). See <see cref="MetricTracker"/> and <see cref="MetricCollectionTracker"/>.</summary>
/// <typeparam name="TTracked">What is tracked.</typeparam>
public abstract class Tracker<TTracked> : torch.nn.Module
    where TTracked : torch.nn.Module
{
    private readonly TTracked base_metric;
    private readonly List<torch.nn.Module> _steps = [];

    private protected Tracker(string name, TTracked metric)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(metric);
        base_metric = metric;
        register_module(nameof(base_metric), metric);
    }

    /// <summary>How often <see cref="increment"/> has been called.</summary>
    public int n_steps => _steps.Count;

    /// <summary>The copy of the step at hand, which is updated.</summary>
    /// <exception cref="InvalidOperationException">There is no step yet.</exception>
    public TTracked current => _steps.Count > 0
        ? (TTracked)_steps[^1]
        : throw new InvalidOperationException($"{GetType().Name} has no step yet: call increment() first, at the beginning of each epoch.");

    /// <summary>The copy of one step, counted from 0.</summary>
    public TTracked this[int step] => (TTracked)_steps[step];

    /// <summary>Begins a step: what follows goes to a new copy, which has collected nothing.</summary>
    public void increment()
    {
        var step = Fresh(base_metric);
        register_module($"step_{_steps.Count}", step);
        _steps.Add(step);
    }

    /// <summary>Forgets what the step at hand has collected.</summary>
    public void reset() => Reset(current);

    /// <summary>Forgets what every step has collected; the steps stay.</summary>
    public void reset_all() => _steps.ForEach(step => Reset((TTracked)step));

    /// <summary>A copy that has collected nothing.</summary>
    private protected abstract TTracked Fresh(TTracked tracked);

    private protected abstract void Reset(TTracked tracked);

    /// <summary>All steps in order.</summary>
    private protected IReadOnlyList<TTracked> Steps()
    {
        _ = current;
        return [.. _steps.Cast<TTracked>()];
    }

    /// <summary>The best of some values, and its step; null when they are not one number each. NaN is best only where there is nothing else.</summary>
    private protected (double Value, int Step)? Best(Tensor values, bool maximize)
    {
        if (values.numel() != n_steps)
        {
            return null;
        }

        using var wide = values.detach().to(torch.CPU).to(ScalarType.Float64).flatten().contiguous();
        var numbers = wide.data<double>().ToArray();
        var best = 0;
        for (var step = 1; step < numbers.Length; step++)
        {
            if (double.IsNaN(numbers[best]) || (maximize ? numbers[step] > numbers[best] : numbers[step] < numbers[best]))
            {
                best = step;
            }
        }

        return (numbers[best], best);
    }
}
