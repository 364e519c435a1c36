namespace Lightning;

// What goes to people: numbers to loggers, text to the screen, events to callbacks.
public sealed partial class Fabric
{
    private long _rows;

    /// <summary>Sends a number to all loggers; on the first process, the others do nothing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    /// <param name="step">The x-axis; null counts the calls.</param>
    public void log(string name, double value, long? step = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        log_dict(new Dictionary<string, double> { [name] = value }, step);
    }

    /// <summary>Sends a tensor's number to all loggers; it is read to the host where there are some, on the first process.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">A tensor of one element.</param>
    /// <param name="step">The x-axis; null counts the calls.</param>
    /// <exception cref="ArgumentException">The tensor has more elements, or none.</exception>
    public void log(string name, Tensor value, long? step = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        log_dict(new Dictionary<string, Tensor> { [name] = value }, step);
    }

    /// <summary>Sends several numbers to all loggers as one row; on the first process, the others do nothing.</summary>
    /// <param name="metrics">The numbers by name.</param>
    /// <param name="step">The x-axis; null counts the calls.</param>
    public void log_dict(IReadOnlyDictionary<string, double> metrics, long? step = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (!is_global_zero)
        {
            return;
        }

        var x = step ?? _rows;
        _rows++;
        foreach (var item in loggers)
        {
            item.log_metrics(metrics, x);
        }
    }

    /// <summary>Sends several tensors' numbers to all loggers as one row; they are read to the host together, where there are loggers, on the first process.</summary>
    /// <param name="metrics">Tensors of one element by name.</param>
    /// <param name="step">The x-axis; null counts the calls.</param>
    /// <exception cref="ArgumentException">A tensor has more elements, or none.</exception>
    public void log_dict(IReadOnlyDictionary<string, Tensor> metrics, long? step = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        foreach (var (name, tensor) in metrics)
        {
            if (tensor.numel() != 1)
            {
                throw new ArgumentException($"fabric.log: \"{name}\" has {tensor.numel()} elements, and what is logged is one number.", nameof(metrics));
            }
        }

        if (!is_global_zero || loggers.Count == 0 || metrics.Count == 0)
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        using var guard = torch.no_grad();
        var numbers = torch.stack(metrics.Values.Select(tensor => tensor.reshape([]).to(ScalarType.Float64)).ToArray()).cpu().data<double>().ToArray();
        log_dict(metrics.Keys.Zip(numbers).ToDictionary(), step);
    }

    /// <summary>Prints on the first process only.</summary>
    /// <param name="values">What to print, with spaces between.</param>
    public void print(params object?[] values)
    {
        if (is_global_zero)
        {
            Console.WriteLine(string.Join(' ', values));
        }
    }

    /// <summary>Calls a hook of all callbacks that know it, which are <see cref="FabricCallback"/>s; others are passed over, and so is a name that nobody knows.</summary>
    /// <remarks>
    /// Two names are called by Fabric itself: "on_after_setup" with the Fabric and the module, "on_after_optimizer_step" with the Fabric and the optimizer.
    /// </remarks>
    /// <param name="hook_name">The hook's name.</param>
    /// <param name="arguments">What its functions get.</param>
    public void call(string hook_name, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(hook_name);
        foreach (var callback in callbacks)
        {
            (callback as FabricCallback)?.call(hook_name, arguments);
        }
    }

    /// <summary>Calls a method of all callbacks that have it: those of a class or interface of one's own.</summary>
    /// <param name="method">Calls it: <c>fabric.call&lt;IEpochEnd&gt;(callback =&gt; callback.on_epoch_end(epoch))</c>.</param>
    /// <typeparam name="T">The class or interface.</typeparam>
    public void call<T>(Action<T> method)
    {
        ArgumentNullException.ThrowIfNull(method);
        foreach (var callback in callbacks)
        {
            if (callback is T wanted)
            {
                method(wanted);
            }
        }
    }

    /// <summary>Seeds every random generator of torch: <see cref="L.seed_everything"/>. Processes that are to begin alike call it with one seed.</summary>
    /// <inheritdoc cref="L.seed_everything"/>
    public static int seed_everything(int? seed = null, bool workers = false, bool verbose = true) => L.seed_everything(seed, workers, verbose);

    private void FinalizeLoggers(string status)
    {
        if (is_global_zero)
        {
            foreach (var item in loggers)
            {
                item.finalize(status);
            }
        }
    }
}
