using static TorchSharp.torch;
using static TorchSharp.torchvision;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp.Transforms.Tests;

/// <summary>What each case of tests/golden/vision/transforms.py is in C#, by its name.</summary>
internal static partial class TransformCases
{
    /// <summary>The cases of all families.</summary>
    public static IReadOnlyDictionary<string, Func<Tensor, Tensor>> All { get; } =
        new[] { Geometry, Resizing, Colour, Conversion, Warping, Random }.SelectMany(family => family).ToDictionary();

    private static Dictionary<string, Func<Tensor, Tensor>> Geometry => new()
    {
        ["hflip"] = F.hflip,
        ["hflip_batch"] = F.hflip,
        ["vflip"] = F.vflip,
        ["crop_inside"] = x => F.crop(x, 3, 5, 20, 31),
        ["crop_outside"] = x => F.crop(x, -4, 40, 30, 25),
        ["crop_outside_all_sides"] = x => F.crop(x, -2, -3, 40, 45),
        ["center_crop_even_in_odd"] = transforms.CenterCrop(20, 30).call,
        ["center_crop_5_to_2"] = x => F.center_crop(F.crop(x, 0, 0, 5), 2),
        ["center_crop_larger"] = x => F.center_crop(x, 50, 30),
        ["center_crop_mixed"] = x => F.center_crop(x, 24, 64),
        ["pad_one"] = x => F.pad(x, 3),
        ["pad_two_fill"] = x => F.pad(x, (2, 5), fill: 77),
        ["pad_four"] = x => F.pad(x, (1, 2, 3, 4), fill: 0.5),
        ["pad_edge"] = transforms.Pad([4, 2, 1, 3], PaddingModes.Replicate).call,
        ["pad_reflect"] = transforms.Pad([4, 2, 1, 3], PaddingModes.Reflect).call,
        ["pad_symmetric"] = x => F.pad(x, [4, 2, 1, 3], "symmetric"),
        ["pad_edge_float_batch"] = x => F.pad(x, [2, 1], "edge"),
        ["pad_negative"] = x => F.pad(x, (-2, 3, -4, -1)),
        ["five_crop"] = transforms.FiveCrop(16, 20).call,
        ["ten_crop"] = transforms.TenCrop(15, 21).call,
        ["ten_crop_vertical"] = transforms.TenCrop(11, 9, vertical_flip: true).call,
        ["erase"] = x => F.erase(x, 3, 4, 10, 12, torch.tensor([0.1f, 0.2f, 0.3f]).view(3, 1, 1)),
    };

    private static Dictionary<string, Func<Tensor, Tensor>> Resizing => new()
    {
        ["resize_short_side_aa"] = transforms.Resize(20).call,
        ["resize_pair_aa"] = transforms.Resize(13, 29).call,
        ["resize_up_aa"] = x => F.resize(x, 61, 90),
        ["resize_mixed_aa"] = x => F.resize(x, 17, 45),
        ["resize_no_aa"] = x => F.resize(x, 13, 29, antialias: false),
        ["resize_bicubic_aa"] = transforms.Resize(19, 27, InterpolationMode.Bicubic).call,
        ["resize_bicubic_up_aa"] = x => F.resize(x, 50, 80, InterpolationMode.Bicubic),
        ["resize_bicubic_no_aa"] = x => F.resize(x, 19, 27, InterpolationMode.Bicubic, antialias: false),
        ["resize_nearest"] = x => F.resize(x, 19, 70, InterpolationMode.Nearest),
        ["resize_nearest_float"] = x => F.resize(x, 40, 13, InterpolationMode.Nearest),
        ["resize_nearest_exact"] = x => F.resize(x, 19, 70, InterpolationMode.NearestExact),
        ["resize_max_size"] = transforms.Resize(30, maxSize: 35).call,
        ["resize_max_size_tall"] = x => F.resize(x, 20, maxSize: 33),
        ["resize_float_aa"] = x => F.resize(x, 12, 17),
        ["resize_float_bicubic_aa"] = x => F.resize(x, 12, 50, InterpolationMode.Bicubic),
        ["resize_float_no_aa"] = x => F.resize(x, 12, 50, antialias: false),
        ["resize_batch8_aa"] = x => F.resize(x, 11),
        ["resize_grey8_aa"] = x => F.resize(x, 9, 12),
        ["resize_same_size"] = x => F.resize(x, 37, 53),
        ["resize_to_one"] = x => F.resize(x, 1, 1),
        ["resized_crop_aa"] = transforms.ResizedCrop(4, 7, 22, 33, 16, 16).call,
    };

    private static Dictionary<string, Func<Tensor, Tensor>> Conversion => new()
    {
        ["to_float"] = transforms.ToTensor().call,
        ["to_float64"] = x => F.convert_image_dtype(x, ScalarType.Float64),
        ["float_to_u8"] = transforms.ConvertImageDtype(ScalarType.Byte).call,
        ["float_to_i16"] = x => F.convert_image_dtype(x, ScalarType.Int16),
        ["u8_to_i16"] = x => F.convert_image_dtype(x, ScalarType.Int16),
        ["i16_to_u8"] = x => F.convert_image_dtype(F.convert_image_dtype(x, ScalarType.Int16), ScalarType.Byte),
        ["normalize"] = transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]).call,
        ["normalize_one_mean"] = x => F.normalize(x, [0.5], [0.25]),
        ["preset_imagenet"] = transforms.ImageClassification(crop_size: 24, resize_size: 28).call,
    };
}
