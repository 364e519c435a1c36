using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>ResNeXt-50 with 32 groups of width 4: 25.0 million parameters.</summary>
        /// <param name="num_classes">Length of the result.</param>
        /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights.</param>
        /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
        /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
        /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
        /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        public static ResNet resnext50_32x4d(
            int num_classes = 1000, bool zero_init_residual = false,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
            ResNet.ResNet50(
                num_classes, zero_init_residual, 32, 4, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device, dtype);

        /// <summary>ResNeXt-50 with 32 groups of width 4: 25.0 million parameters.</summary>
        /// <param name="weights">Published weights to load, or null for random ones.</param>
        /// <param name="num_classes">Length of the result; with weights it must be their number of classes, which it is if null.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        /// <exception cref="DownloadException">The weights are not on this machine and cannot be downloaded; the message says from where and to where.</exception>
        public static ResNet resnext50_32x4d(ResNeXt50_32X4D_Weights? weights, int? num_classes = null, Device? device = null, ScalarType? dtype = null) =>
            Pretrained(weights, num_classes, device, classes => resnext50_32x4d(classes, dtype: dtype));

        /// <summary>ResNeXt-101 with 32 groups of width 8: 88.8 million parameters.</summary>
        /// <param name="num_classes">Length of the result.</param>
        /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights.</param>
        /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
        /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
        /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
        /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        public static ResNet resnext101_32x8d(
            int num_classes = 1000, bool zero_init_residual = false,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
            ResNet.ResNet101(
                num_classes, zero_init_residual, 32, 8, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device, dtype);

        /// <summary>ResNeXt-101 with 32 groups of width 8: 88.8 million parameters.</summary>
        /// <param name="weights">Published weights to load, or null for random ones.</param>
        /// <param name="num_classes">Length of the result; with weights it must be their number of classes, which it is if null.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        /// <exception cref="DownloadException">The weights are not on this machine and cannot be downloaded; the message says from where and to where.</exception>
        public static ResNet resnext101_32x8d(ResNeXt101_32X8D_Weights? weights, int? num_classes = null, Device? device = null, ScalarType? dtype = null) =>
            Pretrained(weights, num_classes, device, classes => resnext101_32x8d(classes, dtype: dtype));

        /// <summary>ResNeXt-101 with 64 groups of width 4: 83.5 million parameters.</summary>
        /// <param name="num_classes">Length of the result.</param>
        /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights.</param>
        /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
        /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
        /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
        /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        public static ResNet resnext101_64x4d(
            int num_classes = 1000, bool zero_init_residual = false,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
            ResNet.ResNet101(
                num_classes, zero_init_residual, 64, 4, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device, dtype);

        /// <summary>ResNeXt-101 with 64 groups of width 4: 83.5 million parameters.</summary>
        /// <param name="weights">Published weights to load, or null for random ones.</param>
        /// <param name="num_classes">Length of the result; with weights it must be their number of classes, which it is if null.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        /// <exception cref="DownloadException">The weights are not on this machine and cannot be downloaded; the message says from where and to where.</exception>
        public static ResNet resnext101_64x4d(ResNeXt101_64X4D_Weights? weights, int? num_classes = null, Device? device = null, ScalarType? dtype = null) =>
            Pretrained(weights, num_classes, device, classes => resnext101_64x4d(classes, dtype: dtype));

        /// <summary>Wide ResNet-50-2, its inner channels twice as many: 68.9 million parameters.</summary>
        /// <param name="num_classes">Length of the result.</param>
        /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights.</param>
        /// <param name="groups">Groups of the 3x3 convolutions.</param>
        /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
        /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
        /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
        /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        public static ResNet wide_resnet50_2(
            int num_classes = 1000, bool zero_init_residual = false, int groups = 1,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
            ResNet.ResNet50(
                num_classes, zero_init_residual, groups, 128, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device, dtype);

        /// <summary>Wide ResNet-50-2, its inner channels twice as many: 68.9 million parameters.</summary>
        /// <param name="weights">Published weights to load, or null for random ones.</param>
        /// <param name="num_classes">Length of the result; with weights it must be their number of classes, which it is if null.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        /// <exception cref="DownloadException">The weights are not on this machine and cannot be downloaded; the message says from where and to where.</exception>
        public static ResNet wide_resnet50_2(Wide_ResNet50_2_Weights? weights, int? num_classes = null, Device? device = null, ScalarType? dtype = null) =>
            Pretrained(weights, num_classes, device, classes => wide_resnet50_2(classes, dtype: dtype));

        /// <summary>Wide ResNet-101-2, its inner channels twice as many: 126.9 million parameters.</summary>
        /// <param name="num_classes">Length of the result.</param>
        /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights.</param>
        /// <param name="groups">Groups of the 3x3 convolutions.</param>
        /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
        /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
        /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
        /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        public static ResNet wide_resnet101_2(
            int num_classes = 1000, bool zero_init_residual = false, int groups = 1,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
            ResNet.ResNet101(
                num_classes, zero_init_residual, groups, 128, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device, dtype);

        /// <summary>Wide ResNet-101-2, its inner channels twice as many: 126.9 million parameters.</summary>
        /// <param name="weights">Published weights to load, or null for random ones.</param>
        /// <param name="num_classes">Length of the result; with weights it must be their number of classes, which it is if null.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        /// <exception cref="DownloadException">The weights are not on this machine and cannot be downloaded; the message says from where and to where.</exception>
        public static ResNet wide_resnet101_2(Wide_ResNet101_2_Weights? weights, int? num_classes = null, Device? device = null, ScalarType? dtype = null) =>
            Pretrained(weights, num_classes, device, classes => wide_resnet101_2(classes, dtype: dtype));
    }
}
