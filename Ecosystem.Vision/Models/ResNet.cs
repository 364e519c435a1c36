using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A residual network ("Deep Residual Learning for Image Recognition", He and others, 2015) for images [N, 3, H, W]; the result is
/// [N, num_classes]. Python's <c>torchvision.models.ResNet</c>: its state dictionary has the same names and shapes, and a seed gives the
/// same starting weights.
/// </summary>
/// <remarks>
/// To fine-tune, replace <see cref="fc"/>: <c>model.fc = nn.Linear(model.num_features, classes)</c>; to train only that,
/// <see cref="freeze_backbone"/> first.
/// </remarks>
public sealed partial class ResNet : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly nn.Module<Tensor, Tensor> bn1;
    private readonly nn.Module<Tensor, Tensor> relu;
    private readonly nn.Module<Tensor, Tensor> maxpool;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
    private readonly nn.Module<Tensor, Tensor> avgpool;

    /// <summary>Makes one residual block.</summary>
    /// <param name="inplanes">Channels of the input.</param>
    /// <param name="planes">Channels of the result before expansion.</param>
    /// <param name="stride">The block's stride.</param>
    /// <param name="downsample">Brings the input to the result's shape; null where it has it already.</param>
    /// <param name="groups">Groups of the 3x3 convolution.</param>
    /// <param name="base_width">Inner channels per 64 planes and group.</param>
    /// <param name="dilation">Dilation of the 3x3 convolution.</param>
    /// <param name="norm_layer">Makes a normalization for a number of channels.</param>
    public delegate nn.Module<Tensor, Tensor> BlockFunc(
        int inplanes, int planes, int stride, nn.Module<Tensor, Tensor>? downsample, int groups, int base_width, int dilation,
        Func<int, nn.Module<Tensor, Tensor>> norm_layer);

    /// <param name="name">The module's name.</param>
    /// <param name="block">Makes one residual block.</param>
    /// <param name="expansion">Channels of a block's result per plane: 1 for basic blocks, 4 for bottlenecks.</param>
    /// <param name="layers">Number of blocks in each of the four stages.</param>
    /// <param name="numClasses">Length of the result.</param>
    /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights, so that it starts as an identity.</param>
    /// <param name="groups">Groups of the 3x3 convolutions.</param>
    /// <param name="width_per_group">Inner channels per 64 planes and group.</param>
    /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
    /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
    /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
    /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
    /// <param name="device">Where the parameters lie.</param>
    /// <param name="dtype">The parameters' element type; the default one if null.</param>
    public ResNet(
        string name, BlockFunc block, int expansion, IList<int> layers, int numClasses = 1000, bool zero_init_residual = false, int groups = 1,
        int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
        string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null)
        : base(name)
    {
        if (layers.Count != 4)
        {
            throw new ArgumentException($"A residual network has four stages, not {layers.Count}.", nameof(layers));
        }
        // Built on the CPU in Python's order, so that the same draws give the same weights on every device.
        norm_layer ??= channels => nn.BatchNorm2d(channels, dtype: dtype);
        var stages = new StageBuilder(block, expansion, groups, width_per_group, norm_layer, dtype);
        var (dilate2, dilate3, dilate4) = replace_stride_with_dilation ?? (false, false, false);
        conv1 = nn.Conv2d(3, StageBuilder.StemChannels, 7, stride: 2, padding: 3, bias: false, dtype: dtype);
        bn1 = norm_layer(StageBuilder.StemChannels);
        relu = nn.ReLU(inplace: true);
        maxpool = nn.MaxPool2d(3, stride: 2, padding: 1);
        layer1 = stages.Next(64, layers[0], 1, false);
        layer2 = stages.Next(128, layers[1], 2, dilate2);
        layer3 = stages.Next(256, layers[2], 2, dilate3);
        layer4 = stages.Next(512, layers[3], 2, dilate4);
        avgpool = nn.AdaptiveAvgPool2d((1, 1));
        num_features = 512 * expansion;
        fc = nn.Linear(num_features, numClasses, dtype: dtype);
        RegisterComponents();
        InitializeWeights(zero_init_residual);
        if (weights_file is not null)
        {
            Checkpoints.LoadInto(this, weights_file, skipfc ? ["fc.weight", "fc.bias"] : []);
        }
        if (device is not null)
        {
            this.to(device);
        }
    }

    /// <summary>Length of the features that <see cref="fc"/> takes: 512 for basic blocks, 2048 for bottlenecks.</summary>
    public int num_features { get; }

    /// <summary>
    /// The last layer, from features to classes. Setting it replaces it under the same name; the one replaced is disposed.
    /// </summary>
    public nn.Module<Tensor, Tensor> fc
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (ReferenceEquals(field, value))
            {
                return;
            }
            if (field is not null)
            {
                register_module(nameof(fc), null);
                field.Dispose();
                register_module(nameof(fc), value);
            }
            field = value;
        }
    }

    /// <summary>Replaces <see cref="fc"/> by a fresh linear layer for another number of classes, on the same device and of the same type.</summary>
    /// <param name="num_classes">Length of the new result.</param>
    /// <returns>The new layer.</returns>
    public Linear replace_fc(int num_classes)
    {
        var replacement = nn.Linear(num_features, num_classes, device: conv1.weight.device, dtype: conv1.weight.dtype);
        fc = replacement;
        return replacement;
    }

    /// <summary>Everything that is trained but the last layer.</summary>
    public IEnumerable<Parameter> backbone_parameters() =>
        named_parameters().Where(entry => !entry.name.StartsWith("fc.", StringComparison.Ordinal)).Select(entry => entry.parameter);

    /// <summary>
    /// Stops all but the last layer from collecting gradients. Batch normalization still follows its input while the module is training:
    /// keep the module in evaluation mode for features that stay the same.
    /// </summary>
    public void freeze_backbone() => SetBackbone(false);

    /// <summary>Lets all but the last layer collect gradients again.</summary>
    public void unfreeze_backbone() => SetBackbone(true);

    /// <summary>The features that <see cref="fc"/> takes, [N, num_features].</summary>
    /// <param name="input">Images, [N, 3, H, W].</param>
    public Tensor forward_features(Tensor input)
    {
        var pooled = Stages(input).Then(avgpool);
        var features = pooled.Value.flatten(1);
        if (LayerChain.KeepsNothing(avgpool))
        {
            pooled.Value.Dispose();
        }
        return features;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var features = forward_features(input);
        var result = fc.call(features);
        if (LayerChain.KeepsNothing(fc))
        {
            features.Dispose();
        }
        return result;
    }

    private LayerChain Stages(Tensor input) =>
        LayerChain.From(input).Then(conv1).Then(bn1).Then(relu).Then(maxpool).Then(layer1).Then(layer2).Then(layer3).Then(layer4);

    private void SetBackbone(bool trained)
    {
        foreach (var parameter in backbone_parameters())
        {
            parameter.requires_grad = trained;
        }
    }

    private void InitializeWeights(bool zeroResiduals)
    {
        using var scope = NewDisposeScope();
        foreach (var convolution in modules().OfType<Conv2d>())
        {
            nn.init.kaiming_normal_(convolution.weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
        }
        if (!zeroResiduals)
        {
            return;
        }
        foreach (var module in modules())
        {
            var last = module switch
            {
                BasicBlock basic => basic.LastNorm,
                Bottleneck bottleneck => bottleneck.LastNorm,
                _ => null,
            };
            if (last?.get_parameter("weight") is { } weight)
            {
                nn.init.zeros_(weight);
            }
        }
    }
}
