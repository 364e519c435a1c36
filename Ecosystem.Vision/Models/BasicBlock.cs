using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The residual block of ResNet-18 and ResNet-34: two 3x3 convolutions. Python's <c>torchvision.models.resnet.BasicBlock</c>.</summary>
public sealed class BasicBlock : nn.Module<Tensor, Tensor>, IResidualPart
{
    /// <summary>Channels of the result per <c>planes</c>.</summary>
    public const int expansion = 1;

    private readonly Conv2d conv1;
    private readonly nn.Module<Tensor, Tensor> bn1;
    private readonly nn.Module<Tensor, Tensor> relu;
    private readonly Conv2d conv2;
    private readonly nn.Module<Tensor, Tensor> bn2;
    private readonly nn.Module<Tensor, Tensor>? downsample;

    /// <param name="inplanes">Channels of the input.</param>
    /// <param name="planes">Channels of the result.</param>
    /// <param name="stride">Stride of the first convolution.</param>
    /// <param name="downsample">Brings the input to the result's shape; null where it has it already.</param>
    /// <param name="groups">Must be 1.</param>
    /// <param name="base_width">Must be 64.</param>
    /// <param name="dilation">Must be 1.</param>
    /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
    /// <param name="device">Where the parameters lie.</param>
    /// <param name="dtype">The parameters' element type.</param>
    public BasicBlock(
        int inplanes, int planes, int stride = 1, nn.Module<Tensor, Tensor>? downsample = null, int groups = 1, int base_width = 64, int dilation = 1,
        Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null, Device? device = null, ScalarType? dtype = null)
        : base(nameof(BasicBlock))
    {
        if (groups != 1 || base_width != 64 || dilation != 1)
        {
            throw new ArgumentException(
                $"A basic block takes groups 1, base width 64 and dilation 1, not {groups}, {base_width} and {dilation}: use a bottleneck.");
        }
        norm_layer ??= channels => nn.BatchNorm2d(channels, device: device, dtype: dtype);
        conv1 = ResidualLayers.Conv3x3(inplanes, planes, stride, 1, 1, device, dtype);
        bn1 = norm_layer(planes);
        relu = nn.ReLU(inplace: true);
        conv2 = ResidualLayers.Conv3x3(planes, planes, 1, 1, 1, device, dtype);
        bn2 = norm_layer(planes);
        this.downsample = downsample;
        RegisterComponents();
    }

    /// <summary>The normalization before the sum; its weights are zero at the start where residuals are asked to be.</summary>
    internal nn.Module<Tensor, Tensor> LastNorm => bn2;

    bool IResidualPart.KeepsNothing =>
        LayerChain.KeepsNothing(conv1) && LayerChain.KeepsNothing(bn1) && LayerChain.KeepsNothing(relu)
        && LayerChain.KeepsNothing(conv2) && LayerChain.KeepsNothing(bn2) && LayerChain.KeepsNothing(downsample);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var identity = downsample?.call(input);
        var residual = LayerChain.From(input).Then(conv1).Then(bn1).Then(relu).Then(conv2).Then(bn2);
        residual.Value.add_(identity ?? input);
        if (identity is not null && LayerChain.KeepsNothing(downsample))
        {
            identity.Dispose();
        }
        return residual.Then(relu).Value;
    }
}
