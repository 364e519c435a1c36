using static TorchSharp.torch;
using static TorchSharp.torchvision;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp.Transforms.Tests;

internal static partial class TransformCases
{
    private static Dictionary<string, Func<Tensor, Tensor>> Colour => new()
    {
        ["grayscale"] = transforms.Grayscale().call,
        ["grayscale_three"] = transforms.Grayscale(3).call,
        ["grayscale_float"] = x => F.rgb_to_grayscale(x),
        ["brightness_0.0"] = x => F.adjust_brightness(x, 0),
        ["brightness_0.6"] = transforms.AdjustBrightness(0.6).call,
        ["brightness_1.7"] = x => F.adjust_brightness(x, 1.7),
        ["contrast_0.0"] = x => F.adjust_contrast(x, 0),
        ["contrast_0.6"] = transforms.AdjustContrast(0.6).call,
        ["contrast_1.7"] = x => F.adjust_contrast(x, 1.7),
        ["saturation_0.0"] = x => F.adjust_saturation(x, 0),
        ["saturation_0.6"] = transforms.AdjustSaturation(0.6).call,
        ["saturation_1.7"] = x => F.adjust_saturation(x, 1.7),
        ["brightness_float"] = x => F.adjust_brightness(x, 1.3),
        ["contrast_float"] = x => F.adjust_contrast(x, 0.4),
        ["contrast_grey"] = x => F.adjust_contrast(x, 1.4),
        ["contrast_batch"] = x => F.adjust_contrast(x, 1.4),
        ["saturation_float"] = x => F.adjust_saturation(x, 1.8),
        ["saturation_grey"] = x => F.adjust_saturation(x, 1.8),
        ["hue_-0.5"] = x => F.adjust_hue(x, -0.5),
        ["hue_-0.2"] = x => F.adjust_hue(x, -72, degrees: true),
        ["hue_0.1"] = transforms.AdjustHue(0.1).call,
        ["hue_0.37"] = x => F.adjust_hue(x, 0.37),
        ["hue_float"] = x => F.adjust_hue(x, 0.3),
        ["hue_batch"] = x => F.adjust_hue(x, 0.25),
        ["hue_grey"] = x => F.adjust_hue(x, 0.25),
        ["gamma"] = transforms.AdjustGamma(0.7, 1.1).call,
        ["gamma_float"] = x => F.adjust_gamma(x, 2.2),
        ["sharpness_0"] = x => F.adjust_sharpness(x, 0),
        ["sharpness_2"] = transforms.AdjustSharpness(2).call,
        ["sharpness_float"] = x => F.adjust_sharpness(x, 1.6),
        ["sharpness_tiny"] = x => F.adjust_sharpness(x.narrow(1, 0, 2), 1.6),
        ["invert"] = transforms.Invert().call,
        ["invert_float"] = F.invert,
        ["posterize_3"] = transforms.Posterize(3).call,
        ["posterize_8"] = x => F.posterize(x, 8),
        ["posterize_0"] = x => F.posterize(x, 0),
        ["solarize"] = transforms.Solarize(100).call,
        ["solarize_float"] = x => F.solarize(x, 0.5),
        ["autocontrast"] = transforms.AutoContrast().call,
        ["autocontrast_flat"] = x => F.autocontrast(x.narrow(1, 0, 2)),
        ["autocontrast_float"] = x => F.autocontrast((x * 0.5) + 0.2),
        ["equalize"] = transforms.Equalize().call,
        ["equalize_batch"] = F.equalize,
        ["equalize_flat"] = x => F.equalize(x.narrow(1, 0, 2)),
        ["blur_3"] = x => F.gaussian_blur(x, [3]),
        ["blur_5_7"] = x => F.gaussian_blur(x, [5, 7], [1.2f, 0.4f]),
        ["blur_float"] = x => F.gaussian_blur(x, 3, 7, 2.0f, 0.9f),
        ["blur_batch"] = x => F.gaussian_blur(x, 5, 1.5f),
    };
}
