namespace Lightning;

// What processes tell each other beside gradients. With one process each of these is a formality.
public sealed partial class Fabric
{
    /// <summary>Gives every process the tensors of all, stacked: the first dimension is the rank. With one process the tensors are as they were.</summary>
    /// <param name="data">A tensor, or tuples, arrays, lists and dictionaries of tensors; of the same shapes everywhere.</param>
    /// <param name="sync_grads">
    /// Whether gradients flow back, summed over the processes, as a loss over all samples needs: every process has to run backward then. Default false.
    /// </param>
    /// <returns>The same structure of new tensors.</returns>
    /// <exception cref="ArgumentException">There is no tensor in it.</exception>
    /// <exception cref="MisconfigurationException">A type in it cannot be rebuilt.</exception>
    public T all_gather<T>(T data, bool sync_grads = false) => Exchange(
        data,
        world_size == 1 ? torch.ops.aten.alias
        : sync_grads ? tensor => GatheredWithGradient.apply(tensor, strategy)
        : strategy.all_gather);

    /// <summary>Gives every process the mean or sum of all processes' tensors, element by element.</summary>
    /// <remarks>No gradient flows through the exchange.</remarks>
    /// <param name="data">A tensor, or tuples, arrays, lists and dictionaries of tensors; of the same shapes everywhere.</param>
    /// <param name="reduce_op">"mean" (the default), "sum", "min" or "max".</param>
    /// <returns>The same structure of new tensors.</returns>
    /// <exception cref="ArgumentException">There is no tensor in it.</exception>
    /// <exception cref="MisconfigurationException">A type in it cannot be rebuilt.</exception>
    public T all_reduce<T>(T data, Reduce reduce_op = default) =>
        Exchange(data, world_size == 1 ? torch.ops.aten.alias : tensor => strategy.reduce(tensor, reduce_op));

    /// <summary>The mean or sum of all processes' numbers.</summary>
    /// <param name="value">This process's.</param>
    /// <param name="reduce_op">"mean" (the default), "sum", "min" or "max".</param>
    public double all_reduce(double value, Reduce reduce_op = default)
    {
        RequireLaunched();
        if (world_size == 1)
        {
            return value;
        }

        using var own = torch.tensor(value);
        using var reduced = strategy.reduce(own, reduce_op);
        return reduced.item<double>();
    }

    /// <summary>Gives one process's value to all.</summary>
    /// <param name="obj">Null, bool, a number, text, or lists and dictionaries of these; a tensor goes by the other form.</param>
    /// <param name="src">The rank that gives it.</param>
    /// <returns>The value of that process.</returns>
    public T broadcast<T>(T obj, int src = 0)
    {
        RequireLaunched();
        RequireRank(src);
        return world_size == 1 ? obj : obj is Tensor ? throw new ArgumentException("A tensor has to be declared as one to be broadcast.", nameof(obj)) : strategy.broadcast(obj, src);
    }

    /// <summary>Gives one process's tensor to all; its shape and type need not be known elsewhere.</summary>
    /// <param name="tensor">The tensor; what the others pass does not matter.</param>
    /// <param name="src">The rank that gives it.</param>
    /// <returns>A tensor of its own, on this process's device.</returns>
    public Tensor broadcast(Tensor tensor, int src = 0)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        RequireLaunched();
        RequireRank(src);
        return strategy.broadcast(tensor, src);
    }

    private T Exchange<T>(T data, Func<Tensor, Tensor> exchange, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        RequireLaunched(method);
        return data is not null && BatchTransfer.Any(data, _ => true)
            ? (T)BatchTransfer.Map(data, exchange)!
            : throw new ArgumentException($"fabric.{method}: there is no tensor in a {typeof(T).Name}. Pass tensors, or structures of them.", nameof(data));
    }

    private void RequireRank(int src)
    {
        if (src < 0 || src >= world_size)
        {
            throw new ArgumentOutOfRangeException(nameof(src), src, $"There is no rank {src} among {world_size} processes.");
        }
    }
}
