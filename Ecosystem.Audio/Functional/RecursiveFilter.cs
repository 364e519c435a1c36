using Torchlight.Audio.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>
/// y[n] = sum of b[k] x[n - k], less the sum of a[k] y[n - k] for k from 1 on, along the last dimension; with gradients. Arguments: x
/// [batch, channel, time], a and b [channel, taps], a[0] taken to be 1; whether time runs backwards.
/// </summary>
/// <remarks>
/// The gradient of a linear recursion is the same recursion with time reversed: with g the result's gradient, v = 1/A g in reversed time is
/// that of b * x, so x receives B/A g, b[k] the sum of v[n] x[n - k], and a[k] minus the sum of v[n] y[n - k]. All of it is made of this
/// function and differentiable operations, so that second derivatives exist as well.
/// </remarks>
internal sealed class RecursiveFilter : autograd.SingleTensorFunction<RecursiveFilter>
{
    private const string Reversed = "reversed";

    public override string Name => "lfilter";

    public override Tensor forward(autograd.AutogradContext ctx, params object?[] vars)
    {
        var (x, a, b, reversed) = ((Tensor)vars[0]!, (Tensor)vars[1]!, (Tensor)vars[2]!, (bool)vars[3]!);
        var y = Filtered(x, a, b, reversed);
        ctx.save_for_backward([x, a, b, y]);
        ctx.save_data(Reversed, reversed);
        return y;
    }

    public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        if (ctx.get_saved_variables() is not [var x, var a, var b, var y])
        {
            throw new InvalidOperationException("lfilter: its saved tensors are gone.");
        }

        var reversed = (bool)ctx.get_data(Reversed)!;
        var forX = x.requires_grad ? apply(grad_output, a, b, !reversed) : null;
        if (!a.requires_grad && !b.requires_grad)
        {
            return [forX, null, null];
        }

        var impulse = torch.zeros_like(b);
        impulse.narrow(1, 0, 1).fill_(1);
        var inner = apply(grad_output, a, impulse, !reversed);
        var forA = a.requires_grad ? Correlated(inner, y, a.shape[1], reversed, 1).neg() : null;
        var forB = b.requires_grad ? Correlated(inner, x, b.shape[1], reversed, 0) : null;
        return [forX, forA, forB, null];
    }

    /// <summary>For each lag k from the first on, the sum of v[n] s[n - k] over items and time, [channel, taps]; zeros before.</summary>
    private static Tensor Correlated(Tensor v, Tensor s, long taps, bool reversed, long first)
    {
        var length = v.shape[2];
        var sums = new Tensor[taps];
        for (long k = 0; k < taps; k++)
        {
            if (k < first || k >= length)
            {
                sums[k] = torch.zeros([v.shape[1]], v.dtype, v.device);
                continue;
            }

            var (late, early) = (reversed ? 0 : k, reversed ? k : 0);
            sums[k] = (v.narrow(2, late, length - k) * s.narrow(2, early, length - k)).sum([0, 2]);
        }

        return torch.stack(sums, 1);
    }

    /// <summary>The filter itself, which runs on the host: what lies elsewhere goes there and back.</summary>
    private static Tensor Filtered(Tensor x, Tensor a, Tensor b, bool reversed)
    {
        using var scope = NewDisposeScope();
        var host = x.cpu().contiguous();
        var y = Filters.Recursive(host, Coefficients(a), Coefficients(b), reversed);
        return (x.device.type == DeviceType.CPU ? y : y.to(x.device)).MoveToOuterDisposeScope();
    }

    private static Tensor Coefficients(Tensor values) => values.cpu().to_type(ScalarType.Float64).contiguous();
}
