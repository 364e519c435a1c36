using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The residual block of ResNet-50 and deeper: 1x1, 3x3 and 1x1 convolutions, the stride on the 3x3 one ("ResNet V1.5").
/// Python's <c>torchvision.models.resnet.Bottleneck</c>.
/// </summary>
public sealed class Bottleneck : nn.Module<Tensor, Tensor>, IResidualPart
{
    /// <summary>Channels of the result per <c>planes</c>.</summary>
    public const int expansion = 4;

    private readonly Conv2d conv1;
    private readonly nn.Module<Tensor, Tensor> bn1;
    private readonly Conv2d conv2;
    private readonly nn.Module<Tensor, Tensor> bn2;
    private readonly Conv2d conv3;
    private readonly nn.Module<Tensor, Tensor> bn3;
    private readonly nn.Module<Tensor, Tensor> relu;
    private readonly nn.Module<Tensor, Tensor>? downsample;

    /// <param name="inplanes">Channels of the input.</param>
    /// <param name="planes">A quarter of the channels of the result.</param>
    /// <param name="stride">Stride of the 3x3 convolution.</param>
    /// <param name="downsample">Brings the input to the result's shape; null where it has it already.</param>
    /// <param name="groups">Groups of the 3x3 convolution (ResNeXt).</param>
    /// <param name="base_width">Inner channels per 64 planes and group (wide ResNets, ResNeXt).</param>
    /// <param name="dilation">Dilation of the 3x3 convolution.</param>
    /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
    /// <param name="device">Where the parameters lie.</param>
    /// <param name="dtype">The parameters' element type.</param>
    public Bottleneck(
        int inplanes, int planes, int stride = 1, nn.Module<Tensor, Tensor>? downsample = null, int groups = 1, int base_width = 64, int dilation = 1,
        Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null, Device? device = null, ScalarType? dtype = null)
        : base(nameof(Bottleneck))
    {
        norm_layer ??= channels => nn.BatchNorm2d(channels, device: device, dtype: dtype);
        var width = (int)(planes * (base_width / 64.0)) * groups;
        conv1 = ResidualLayers.Conv1x1(inplanes, width, 1, device, dtype);
        bn1 = norm_layer(width);
        conv2 = ResidualLayers.Conv3x3(width, width, stride, groups, dilation, device, dtype);
        bn2 = norm_layer(width);
        conv3 = ResidualLayers.Conv1x1(width, planes * expansion, 1, device, dtype);
        bn3 = norm_layer(planes * expansion);
        relu = nn.ReLU(inplace: true);
        this.downsample = downsample;
        RegisterComponents();
    }

    /// <summary>The normalization before the sum; its weights are zero at the start where residuals are asked to be.</summary>
    internal nn.Module<Tensor, Tensor> LastNorm => bn3;

    bool IResidualPart.KeepsNothing =>
        LayerChain.KeepsNothing(conv1) && LayerChain.KeepsNothing(bn1) && LayerChain.KeepsNothing(conv2) && LayerChain.KeepsNothing(bn2)
        && LayerChain.KeepsNothing(conv3) && LayerChain.KeepsNothing(bn3) && LayerChain.KeepsNothing(relu) && LayerChain.KeepsNothing(downsample);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var identity = downsample?.call(input);
        var residual = LayerChain.From(input).Then(conv1).Then(bn1).Then(relu).Then(conv2).Then(bn2).Then(relu).Then(conv3).Then(bn3);
        residual.Value.add_(identity ?? input);
        if (identity is not null && LayerChain.KeepsNothing(downsample))
        {
            identity.Dispose();
        }
        return residual.Then(relu).Value;
    }
}
