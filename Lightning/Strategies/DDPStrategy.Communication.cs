using System.Globalization;

namespace Lightning;

// What processes tell each other beside gradients.
public sealed partial class DDPStrategy
{
    /// <inheritdoc/>
    public override void barrier() => torch.distributed.barrier();

    /// <inheritdoc/>
    public override Tensor reduce(Tensor tensor, Reduce op)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = torch.NewDisposeScope();
        using var guard = torch.no_grad();
        var result = tensor.detach().to(_device, copy: true).contiguous();
        torch.distributed.all_reduce(result, op.Value switch
        {
            Reduce.Kind.Min => torch.distributed.ReduceOp.MIN,
            Reduce.Kind.Max => torch.distributed.ReduceOp.MAX,
            _ => torch.distributed.ReduceOp.SUM,
        });
        return (op == Reduce.Mean ? result.div(world_size) : result).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override T broadcast<T>(T obj, int src = 0)
    {
        object?[] list = [global_rank == src ? obj : null];
        torch.distributed.broadcast_object_list(list, src);

        // Whole numbers travel as long.
        return list[0] is T value ? value : (T)Convert.ChangeType(list[0], typeof(T), CultureInfo.InvariantCulture)!;
    }

    /// <inheritdoc/>
    public override Tensor broadcast(Tensor tensor, int src = 0)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = torch.NewDisposeScope();
        using var guard = torch.no_grad();
        object?[] form = [(long)tensor.dtype, tensor.shape.Select(size => (object?)size).ToList()];
        torch.distributed.broadcast_object_list(form, src);
        var result = global_rank == src
            ? tensor.detach().to(_device, copy: true).contiguous()
            : torch.empty(
                [.. ((List<object?>)form[1]!).Select(size => (long)size!)], dtype: (torch.ScalarType)(long)form[0]!, device: _device);
        torch.distributed.broadcast(result, src);
        return result.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<object?> all_gather_object(object? obj)
    {
        var all = new object?[world_size];
        torch.distributed.all_gather_object(all, obj);
        return all;
    }

    /// <inheritdoc/>
    public override Tensor all_gather(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = torch.NewDisposeScope();
        using var guard = torch.no_grad();
        var own = tensor.detach().to(_device).contiguous();
        var result = torch.empty([world_size, .. own.shape], dtype: own.dtype, device: _device);
        torch.distributed.all_gather_into_tensor(result, own);
        return result.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override bool reduce_boolean_decision(bool decision, bool all = true)
    {
        using var votes = torch.tensor(new long[] { decision ? 1 : 0 }, device: _device);
        torch.distributed.all_reduce(votes);
        var yes = votes.item<long>();
        return all ? yes == world_size : yes > 0;
    }
}
