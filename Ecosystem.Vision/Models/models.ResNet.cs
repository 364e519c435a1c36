using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>ResNet-18: 11.7 million parameters.</summary>
        /// <param name="num_classes">Length of the result.</param>
        /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights.</param>
        /// <param name="groups">Groups of the 3x3 convolutions.</param>
        /// <param name="width_per_group">Inner channels per 64 planes and group.</param>
        /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
        /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
        /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
        /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        public static ResNet resnet18(
            int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
            ResNet.ResNet18(
                num_classes, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device, dtype);

        /// <summary>ResNet-18: 11.7 million parameters.</summary>
        /// <param name="weights">Published weights to load, or null for random ones.</param>
        /// <param name="num_classes">Length of the result; with weights it must be their number of classes, which it is if null.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        /// <exception cref="DownloadException">The weights are not on this machine and cannot be downloaded; the message says from where and to where.</exception>
        public static ResNet resnet18(ResNet18_Weights? weights, int? num_classes = null, Device? device = null, ScalarType? dtype = null) =>
            Pretrained(weights, num_classes, device, classes => resnet18(classes, dtype: dtype));

        /// <summary>ResNet-34: 21.8 million parameters.</summary>
        /// <param name="num_classes">Length of the result.</param>
        /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights.</param>
        /// <param name="groups">Groups of the 3x3 convolutions.</param>
        /// <param name="width_per_group">Inner channels per 64 planes and group.</param>
        /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
        /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
        /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
        /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        public static ResNet resnet34(
            int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
            ResNet.ResNet34(
                num_classes, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device, dtype);

        /// <summary>ResNet-34: 21.8 million parameters.</summary>
        /// <param name="weights">Published weights to load, or null for random ones.</param>
        /// <param name="num_classes">Length of the result; with weights it must be their number of classes, which it is if null.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        /// <exception cref="DownloadException">The weights are not on this machine and cannot be downloaded; the message says from where and to where.</exception>
        public static ResNet resnet34(ResNet34_Weights? weights, int? num_classes = null, Device? device = null, ScalarType? dtype = null) =>
            Pretrained(weights, num_classes, device, classes => resnet34(classes, dtype: dtype));

        /// <summary>ResNet-50: 25.6 million parameters.</summary>
        /// <param name="num_classes">Length of the result.</param>
        /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights.</param>
        /// <param name="groups">Groups of the 3x3 convolutions.</param>
        /// <param name="width_per_group">Inner channels per 64 planes and group.</param>
        /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
        /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
        /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
        /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        public static ResNet resnet50(
            int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
            ResNet.ResNet50(
                num_classes, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device, dtype);

        /// <summary>ResNet-50: 25.6 million parameters.</summary>
        /// <param name="weights">Published weights to load, or null for random ones.</param>
        /// <param name="num_classes">Length of the result; with weights it must be their number of classes, which it is if null.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        /// <exception cref="DownloadException">The weights are not on this machine and cannot be downloaded; the message says from where and to where.</exception>
        public static ResNet resnet50(ResNet50_Weights? weights, int? num_classes = null, Device? device = null, ScalarType? dtype = null) =>
            Pretrained(weights, num_classes, device, classes => resnet50(classes, dtype: dtype));

        /// <summary>ResNet-101: 44.5 million parameters.</summary>
        /// <param name="num_classes">Length of the result.</param>
        /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights.</param>
        /// <param name="groups">Groups of the 3x3 convolutions.</param>
        /// <param name="width_per_group">Inner channels per 64 planes and group.</param>
        /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
        /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
        /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
        /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        public static ResNet resnet101(
            int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
            ResNet.ResNet101(
                num_classes, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device, dtype);

        /// <summary>ResNet-101: 44.5 million parameters.</summary>
        /// <param name="weights">Published weights to load, or null for random ones.</param>
        /// <param name="num_classes">Length of the result; with weights it must be their number of classes, which it is if null.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        /// <exception cref="DownloadException">The weights are not on this machine and cannot be downloaded; the message says from where and to where.</exception>
        public static ResNet resnet101(ResNet101_Weights? weights, int? num_classes = null, Device? device = null, ScalarType? dtype = null) =>
            Pretrained(weights, num_classes, device, classes => resnet101(classes, dtype: dtype));

        /// <summary>ResNet-152: 60.2 million parameters.</summary>
        /// <param name="num_classes">Length of the result.</param>
        /// <param name="zero_init_residual">Whether the last normalization of each block starts with zero weights.</param>
        /// <param name="groups">Groups of the 3x3 convolutions.</param>
        /// <param name="width_per_group">Inner channels per 64 planes and group.</param>
        /// <param name="replace_stride_with_dilation">For stages 2 to 4, whether dilation takes the place of the stride; none if null.</param>
        /// <param name="norm_layer">Makes a normalization for a number of channels; BatchNorm2d if null.</param>
        /// <param name="weights_file">A state dictionary to load, Python's (.pth) or TorchSharp's (.dat); none if null.</param>
        /// <param name="skipfc">Whether the last layer's part of the file is left out, for another number of classes.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        public static ResNet resnet152(
            int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, nn.Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null, ScalarType? dtype = null) =>
            ResNet.ResNet152(
                num_classes, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device, dtype);

        /// <summary>ResNet-152: 60.2 million parameters.</summary>
        /// <param name="weights">Published weights to load, or null for random ones.</param>
        /// <param name="num_classes">Length of the result; with weights it must be their number of classes, which it is if null.</param>
        /// <param name="device">Where the parameters lie.</param>
        /// <param name="dtype">The parameters' element type.</param>
        /// <exception cref="DownloadException">The weights are not on this machine and cannot be downloaded; the message says from where and to where.</exception>
        public static ResNet resnet152(ResNet152_Weights? weights, int? num_classes = null, Device? device = null, ScalarType? dtype = null) =>
            Pretrained(weights, num_classes, device, classes => resnet152(classes, dtype: dtype));

        private static ResNet Pretrained(Weights? weights, int? num_classes, Device? device, Func<int, ResNet> build)
        {
            if (weights is not null && num_classes is int asked && asked != weights.num_classes)
            {
                throw new ArgumentException(
                    $"{weights} are for {weights.num_classes} classes, not {asked}: load them as they are, then replace the last layer (model.replace_fc({asked})).",
                    nameof(num_classes));
            }
            var network = build(num_classes ?? weights?.num_classes ?? 1000);
            try
            {
                if (weights is not null)
                {
                    Checkpoints.LoadInto(network, weights);
                }
                if (device is not null)
                {
                    network.to(device);
                }
                return network;
            }
            catch
            {
                network.Dispose();
                throw;
            }
        }
    }
}
