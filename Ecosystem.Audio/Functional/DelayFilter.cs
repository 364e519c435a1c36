using Torchlight.Audio.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>
/// A continuously changing delay with feedback, with gradients. Arguments: x [..., channel, time], the delays, where each channel begins in
/// them, and the line: its gradient is its transpose, whose gradient is the line.
/// </summary>
internal sealed class DelayFilter : autograd.SingleTensorFunction<DelayFilter>
{
    private const string Settings = "settings";

    public override string Name => "flanger";

    public override Tensor forward(autograd.AutogradContext ctx, params object?[] vars)
    {
        var (x, delays, offsets, line) = ((Tensor)vars[0]!, (float[])vars[1]!, (long[])vars[2]!, (DelayLine)vars[3]!);
        ctx.save_data(Settings, (delays, offsets, line));
        using var host = x.cpu();
        using var rows = host.contiguous();
        var y = Filters.Delay(rows, delays, offsets, line);
        return x.device.type == DeviceType.CPU ? y : y.to(x.device, disposeAfter: true);
    }

    public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var (delays, offsets, line) = ((float[], long[], DelayLine))ctx.get_data(Settings)!;
        return [apply(grad_output, delays, offsets, line with { Transposed = 1 - line.Transposed })];
    }
}
