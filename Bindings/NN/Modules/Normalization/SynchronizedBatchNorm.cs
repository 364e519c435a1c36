using static TorchSharp.torch;
using static TorchSharp.torch.autograd;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Batch normalization by the statistics of the batches of all processes.</summary>
/// <remarks>Arguments: input, weight or null, bias or null, eps, group or null. Results: output, mean, biased variance, the number of entries, the
/// factor that backward uses.</remarks>
internal sealed class SynchronizedBatchNorm : MultiTensorFunction<SynchronizedBatchNorm>
{
    private const string Group = nameof(Group);
    private const string HasWeight = nameof(HasWeight);
    private const string HasBias = nameof(HasBias);

    public override string Name => nameof(SynchronizedBatchNorm);

    /// <summary>Normalizes and moves the running statistics.</summary>
    public static Tensor Normalize(
        Tensor input, Tensor? weight, Tensor? bias, Tensor? runningMean, Tensor? runningVar, double factor, double eps, distributed.ProcessGroup? group)
    {
        var results = apply(input, weight, bias, eps, group);
        using var scope = NewDisposeScope();
        if (runningMean is not null && runningVar is not null)
        {
            using var guard = no_grad();
            var (mean, variance, count) = (aten.detach(results[1]), aten.detach(results[2]), aten.detach(results[3]));
            // The running variance is the unbiased one.
            var unbiased = aten.mul_Tensor(variance, aten.div_Tensor(count, aten.clamp_min(aten.sub_Scalar(count, 1), 1)));
            aten.lerp__Scalar(runningMean, mean.to(runningMean.dtype), factor);
            aten.lerp__Scalar(runningVar, unbiased.to(runningVar.dtype), factor);
        }

        foreach (var statistic in results[1..])
        {
            statistic.Dispose();
        }

        return results[0];
    }

    public override List<Tensor> forward(AutogradContext ctx, params object?[] vars)
    {
        var (input, weight, bias) = ((Tensor)vars[0]!, (Tensor?)vars[1], (Tensor?)vars[2]);
        var group = (distributed.ProcessGroup?)vars[4];
        using var scope = NewDisposeScope();
        var x = Wide(input);
        var (mean, variance, count) = Join(x, group);
        var scale = aten.rsqrt(aten.add_Scalar(variance, (double)vars[3]!));
        var output = aten.mul_Tensor(aten.sub_Tensor(x, Spread(mean, x)), Spread(scale, x));
        output = weight is null ? output : aten.mul_Tensor(output, Spread(weight, x));
        output = bias is null ? output : aten.add_Tensor(output, Spread(bias, x));
        ctx.save_for_backward([input, mean, scale, count, .. weight is null ? Array.Empty<Tensor>() : [weight]]);
        ctx.save_data(Group, group);
        ctx.save_data(HasWeight, weight is not null);
        ctx.save_data(HasBias, bias is not null);
        ctx.mark_non_differentiable([mean, variance, count, scale]);
        List<Tensor> results = [output.to(input.dtype), mean, variance, count, scale];
        results.ForEach(result => result.MoveToOuterDisposeScope());
        return results;
    }

    public override List<Tensor?> backward(AutogradContext ctx, List<Tensor> grad_outputs)
    {
        var saved = ctx.get_saved_variables();
        var (input, mean, scale, count) = (saved[0], saved[1], saved[2], saved[3]);
        var x = Wide(input);
        var gradient = Wide(grad_outputs[0]);
        var dims = Positions(x);
        var normalized = aten.mul_Tensor(aten.sub_Tensor(x, Spread(mean, x)), Spread(scale, x));
        var ofBias = aten.sum_dim_IntList(gradient, dims);
        var ofWeight = aten.sum_dim_IntList(aten.mul_Tensor(gradient, normalized), dims);

        // What the statistics hand back comes from all processes; the gradients of weight and bias stay their own.
        var joint = aten.cat([ofBias, ofWeight]);
        distributed.all_reduce(joint, group: (distributed.ProcessGroup?)ctx.get_data(Group));
        var means = aten.div_Tensor(joint, count);
        var channels = x.size(1);
        var centred = aten.sub_Tensor(gradient, Spread(aten.slice_Tensor(means, 0, 0, channels), x));
        var plain = aten.sub_Tensor(centred, aten.mul_Tensor(normalized, Spread(aten.slice_Tensor(means, 0, channels, 2 * channels), x)));
        var factor = saved.Count > 4 ? aten.mul_Tensor(scale, saved[4]) : scale;
        var ofInput = aten.mul_Tensor(plain, Spread(factor, x)).to(input.dtype);
        return
        [
            ofInput,
            .. (bool)ctx.get_data(HasWeight)! ? new Tensor?[] { ofWeight } : [],
            .. (bool)ctx.get_data(HasBias)! ? new Tensor?[] { ofBias } : [],
        ];
    }

    /// <summary>Mean, biased variance and number of entries of all processes together; a process may have none.</summary>
    private static (Tensor mean, Tensor variance, Tensor count) Join(Tensor x, distributed.ProcessGroup? group)
    {
        var channels = x.size(1);
        var count = x.numel() / Math.Max(1, channels);
        var mean = aten.div_Scalar(aten.sum_dim_IntList(x, Positions(x)), Math.Max(1, count));
        var centred = aten.sub_Tensor(x, Spread(mean, x));
        var squares = aten.sum_dim_IntList(aten.mul_Tensor(centred, centred), Positions(x));
        var own = aten.cat([mean, squares, aten.new_full(mean, [1], count)]);
        Tensor[] all = [.. Enumerable.Range(0, distributed.get_world_size(group)).Select(_ => aten.empty_like(own))];
        distributed.all_gather(all, own, group);

        var table = aten.stack(all);
        var means = aten.slice_Tensor(table, 1, 0, channels);
        var sums = aten.slice_Tensor(table, 1, channels, 2 * channels);
        var counts = aten.slice_Tensor(table, 1, 2 * channels);
        var total = aten.clamp_min(aten.sum(counts), 1);
        var joint = aten.div_Tensor(aten.sum_dim_IntList(aten.mul_Tensor(means, counts), [0]), total);
        var apart = aten.sub_Tensor(means, joint);
        var spread = aten.add_Tensor(sums, aten.mul_Tensor(aten.mul_Tensor(apart, apart), counts));
        return (joint, aten.div_Tensor(aten.sum_dim_IntList(spread, [0]), total), total);
    }

    private static Tensor Wide(Tensor tensor) => tensor.dtype is ScalarType.Float16 or ScalarType.BFloat16 ? tensor.to(ScalarType.Float32) : tensor;

    private static long[] Positions(Tensor x) => [0, .. Enumerable.Range(2, (int)x.dim() - 2).Select(d => (long)d)];

    private static Tensor Spread(Tensor channels, Tensor x)
    {
        var shape = new long[x.dim()];
        Array.Fill(shape, 1);
        shape[1] = -1;
        return aten.view(channels, shape);
    }
}
