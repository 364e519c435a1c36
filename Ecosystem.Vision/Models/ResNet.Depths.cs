using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed partial class ResNet
{
    /// <summary>A residual network of 18 layers; the parameters are those of <c>torchvision.models.resnet18</c>.</summary>
    public static ResNet ResNet18(
        int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
        (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
        string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
        OfBasicBlocks(
            nameof(ResNet18), [2, 2, 2, 2], numClasses, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc,
            device, dtype);

    /// <summary>A residual network of 34 layers; the parameters are those of <c>torchvision.models.resnet34</c>.</summary>
    public static ResNet ResNet34(
        int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
        (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
        string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
        OfBasicBlocks(
            nameof(ResNet34), [3, 4, 6, 3], numClasses, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc,
            device, dtype);

    /// <summary>A residual network of 50 layers; the parameters are those of <c>torchvision.models.resnet50</c>.</summary>
    public static ResNet ResNet50(
        int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
        (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
        string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
        OfBottlenecks(
            nameof(ResNet50), [3, 4, 6, 3], numClasses, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc,
            device, dtype);

    /// <summary>A residual network of 101 layers; the parameters are those of <c>torchvision.models.resnet101</c>.</summary>
    public static ResNet ResNet101(
        int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
        (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
        string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
        OfBottlenecks(
            nameof(ResNet101), [3, 4, 23, 3], numClasses, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc,
            device, dtype);

    /// <summary>A residual network of 152 layers; the parameters are those of <c>torchvision.models.resnet152</c>.</summary>
    public static ResNet ResNet152(
        int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
        (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
        string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
        OfBottlenecks(
            nameof(ResNet152), [3, 8, 36, 3], numClasses, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc,
            device, dtype);

    private static ResNet OfBasicBlocks(
        string name, int[] layers, int numClasses, bool zero_init_residual, int groups, int width_per_group,
        (bool, bool, bool)? replace_stride_with_dilation, Func<int, nn.Module<Tensor, Tensor>>? norm_layer, string? weights_file, bool skipfc,
        Device? device, ScalarType? dtype) =>
        new(
            name,
            (inplanes, planes, stride, downsample, groups, width, dilation, norm) =>
                new BasicBlock(inplanes, planes, stride, downsample, groups, width, dilation, norm, dtype: dtype),
            BasicBlock.expansion, layers, numClasses, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file,
            skipfc, device, dtype);

    private static ResNet OfBottlenecks(
        string name, int[] layers, int numClasses, bool zero_init_residual, int groups, int width_per_group,
        (bool, bool, bool)? replace_stride_with_dilation, Func<int, nn.Module<Tensor, Tensor>>? norm_layer, string? weights_file, bool skipfc,
        Device? device, ScalarType? dtype) =>
        new(
            name,
            (inplanes, planes, stride, downsample, groups, width, dilation, norm) =>
                new Bottleneck(inplanes, planes, stride, downsample, groups, width, dilation, norm, dtype: dtype),
            Bottleneck.expansion, layers, numClasses, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file,
            skipfc, device, dtype);
}
