using static TorchSharp.torch;
using static TorchSharp.torchvision;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp.Transforms.Tests;

internal static partial class TransformCases
{
    private static Dictionary<string, Func<Tensor, Tensor>> Random => new()
    {
        ["random_resized_crop_0"] = transforms.RandomResizedCrop(24).call,
        ["random_resized_crop_1"] = transforms.RandomResizedCrop(24, 24).call,
        ["random_resized_crop_2"] = transforms.RandomResizedCrop(24, scale: (0.08, 1.0)).call,
        ["random_resized_crop_3"] = transforms.RandomResizedCrop(24).call,
        ["random_resized_crop_fallback"] = x =>
        {
            var (i, j, h, w) = RandomResizedCrop.get_params(x.narrow(1, 0, 4), (1.0, 1.0), (3.0 / 4, 4.0 / 3));
            return F.resized_crop(x, i, j, h, w, 12, 12);
        },
        ["random_crop"] = transforms.RandomCrop(20, 24).call,
        ["random_crop_padding"] = transforms.RandomCrop(33, padding: [4]).call,
        ["random_crop_if_needed"] = transforms.RandomCrop(45, pad_if_needed: true, fill: 9).call,
        ["random_crop_reflect"] = transforms.RandomCrop(37, 53, padding: [3, 2], padding_mode: PaddingModes.Reflect).call,
        ["random_hflip_0"] = transforms.RandomHorizontalFlip().call,
        ["random_hflip_1"] = transforms.RandomHorizontalFlip().call,
        ["random_vflip_0"] = transforms.RandomVerticalFlip().call,
        ["random_vflip_1"] = transforms.RandomVerticalFlip().call,
        ["random_grayscale_0"] = transforms.RandomGrayscale(0.5).call,
        ["random_grayscale_1"] = transforms.RandomGrayscale(0.5).call,
        ["random_invert"] = transforms.RandomInvert(0.6).call,
        ["random_posterize"] = transforms.RandomPosterize(2, 0.6).call,
        ["random_solarize"] = transforms.RandomSolarize(90, 0.6).call,
        ["random_sharpness"] = transforms.RandomAdjustSharpness(1.9, 0.6).call,
        ["random_autocontrast"] = transforms.RandomAutoContrast(0.6).call,
        ["random_equalize"] = transforms.RandomEqualize(0.6).call,
        ["color_jitter_0"] = transforms.ColorJitter(0.4f, 0.5f, 0.3f, 0.2f).call,
        ["color_jitter_1"] = transforms.ColorJitter((0.6f, 1.4f), (0.5f, 1.5f), (0.7f, 1.3f), (-0.2f, 0.2f)).call,
        ["color_jitter_2"] = transforms.ColorJitter(0.4f, 0.5f, 0.3f, 0.2f).call,
        ["color_jitter_some"] = new ColorJitter(brightness: (0.7, 0.9), saturation: (0.5, 1.5)).call,
        ["random_rotation"] = transforms.RandomRotation(40).call,
        ["random_rotation_bilinear"] = transforms.RandomRotation((10, 50), InterpolationMode.Bilinear, expand: true, fill: [5f]).call,
        ["random_affine"] = transforms.RandomAffine(30, (0.1, 0.2), (0.8, 1.2), [10]).call,
        ["random_affine_xy"] = transforms.RandomAffine((5, 20), shear: [-5, 5, -9, 9], interpolation: InterpolationMode.Bilinear).call,
        ["random_perspective"] = transforms.RandomPerspective(0.4, p: 1).call,
        ["random_blur"] = transforms.GaussianBlur(5, 0.3f, 1.9f).call,
        ["random_erasing_value"] = transforms.RandomErasing(p: 1, value: 0.7).call,
        ["random_erasing_random"] = transforms.RandomErasing(1, null, null, null).call,
        ["random_erasing_channels"] = transforms.RandomErasing(0.9, (0.1, 0.2), null, [0.1, 0.2, 0.3]).call,
        ["random_erasing_not"] = transforms.RandomErasing(p: 0.5).call,
        ["random_apply_yes"] = transforms.RandomApply([transforms.RandomCrop(20), transforms.RandomVerticalFlip()], 0.9).call,
        ["random_apply_no"] = transforms.RandomApply([transforms.RandomCrop(20)], 0.1).call,
        ["compose_training"] = transforms.Compose(
            transforms.RandomCrop(32, padding: [2]), transforms.RandomHorizontalFlip(), transforms.ColorJitter(0.2f, 0.2f, 0.2f, 0.1f),
            transforms.ConvertImageDtype(ScalarType.Float32), transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
            transforms.RandomErasing(p: 1)).call,
    };
}
