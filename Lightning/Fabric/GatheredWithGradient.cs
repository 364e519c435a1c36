namespace Lightning;

/// <summary>All processes' tensors, stacked, with a way back: a process's gradient is the sum of what all of them have for its part.</summary>
internal sealed class GatheredWithGradient : torch.autograd.SingleTensorFunction<GatheredWithGradient>
{
    private const string Key = "strategy";

    public override string Name => "all_gather";

    public override Tensor forward(torch.autograd.AutogradContext ctx, params object?[] vars)
    {
        var strategy = (Strategy)vars[1]!;
        ctx.save_data(Key, strategy);
        return strategy.all_gather((Tensor)vars[0]!);
    }

    public override List<Tensor?> backward(torch.autograd.AutogradContext ctx, Tensor grad_output)
    {
        var strategy = (Strategy)ctx.get_data(Key)!;
        using var sum = strategy.reduce(grad_output, Reduce.Sum);
        return [sum[strategy.global_rank], null];
    }
}
