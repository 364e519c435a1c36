using Torchlight.Audio.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>
/// A feedback comb with a changing delay, with gradients. Arguments: x [..., time], the delays, the decay, and whether it is transposed: its
/// gradient is its transpose, whose gradient is the comb.
/// </summary>
internal sealed class CombFilter : autograd.SingleTensorFunction<CombFilter>
{
    private const string Settings = "settings";

    public override string Name => "phaser";

    public override Tensor forward(autograd.AutogradContext ctx, params object?[] vars)
    {
        var (x, delays, decay, transposed) = ((Tensor)vars[0]!, (int[])vars[1]!, (double)vars[2]!, (bool)vars[3]!);
        ctx.save_data(Settings, (delays, decay, transposed));
        using var host = x.cpu();
        using var rows = host.contiguous();
        var y = Filters.Comb(rows, delays, decay, transposed);
        return x.device.type == DeviceType.CPU ? y : y.to(x.device, disposeAfter: true);
    }

    public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var (delays, decay, transposed) = ((int[], double, bool))ctx.get_data(Settings)!;
        return [apply(grad_output, delays, decay, !transposed)];
    }
}
