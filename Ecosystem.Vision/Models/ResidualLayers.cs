using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The convolutions that residual networks are made of: without bias, the size kept but for the stride.</summary>
internal static class ResidualLayers
{
    public static Conv2d Conv3x3(long inputs, long outputs, long stride, long groups, long dilation, Device? device, ScalarType? dtype) =>
        nn.Conv2d(inputs, outputs, 3, stride, padding: dilation, dilation: dilation, groups: groups, bias: false, device: device, dtype: dtype);

    public static Conv2d Conv1x1(long inputs, long outputs, long stride, Device? device, ScalarType? dtype) =>
        nn.Conv2d(inputs, outputs, 1, stride, bias: false, device: device, dtype: dtype);
}
