namespace Lightning;

// The processes: how they start, and how they wait for each other.
public sealed partial class Fabric
{
    /// <summary>
    /// Starts the processes that are missing, by running the program again with the same arguments for each, and meets them. What stands before this line
    /// runs in every process, what follows too. With one device there is nothing to start; a second call does nothing.
    /// </summary>
    public void launch()
    {
        strategy.launch();
        _launched = true;
    }

    /// <summary>Starts the processes and runs a function in each. A process in which it fails ends those that this one has started.</summary>
    /// <param name="function">The training; gets this object.</param>
    public void launch(Action<Fabric> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        launch<object?>(fabric =>
        {
            function(fabric);
            return null;
        });
    }

    /// <summary>Starts the processes and runs a function in each. A process in which it fails ends those that this one has started.</summary>
    /// <param name="function">The training; gets this object.</param>
    /// <returns>What the function gave in this process.</returns>
    public T launch<T>(Func<Fabric, T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        launch();
        try
        {
            return function(this);
        }
        catch (Exception exception)
        {
            FinalizeLoggers("failed");
            strategy.on_exception(exception);
            throw;
        }
    }

    /// <summary>Waits until every process is here.</summary>
    public void barrier()
    {
        RequireLaunched();
        strategy.barrier();
    }

    /// <summary>Lets the first process do something before the others, which wait at this line until it disposes the result: downloads, for instance.</summary>
    /// <param name="local">Whether the first of each machine goes ahead, where machines share no disk; default the first of all.</param>
    /// <returns>To be disposed, in every process.</returns>
    public IDisposable rank_zero_first(bool local = false)
    {
        RequireLaunched();
        if (world_size == 1)
        {
            return Nothing.Instance;
        }

        if ((local ? local_rank : global_rank) == 0)
        {
            return new Turn(strategy);
        }

        strategy.barrier();
        return Nothing.Instance;
    }

    private void RequireLaunched([System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        if (!_launched && strategy is not SingleDeviceStrategy)
        {
            throw new InvalidOperationException(
                $"fabric.{method} was called before the {world_size} process(es) of this Fabric have met. Call fabric.launch() first, right behind the constructor.");
        }
    }

    /// <summary>The first process's turn; the others wait for its end.</summary>
    private sealed class Turn(Strategy strategy) : IDisposable
    {
        private bool _over;

        public void Dispose()
        {
            if (!_over)
            {
                _over = true;
                strategy.barrier();
            }
        }
    }

    /// <summary>What there is to undo where nothing was done.</summary>
    private sealed class Nothing : IDisposable
    {
        internal static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}
