using static TorchSharp.torch;
using static TorchSharp.torchvision;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp.Transforms.Tests;

internal static partial class TransformCases
{
    private static int[][] Start => [[0, 0], [52, 0], [52, 36], [0, 36]];
    private static int[][] End => [[5, 3], [48, 6], [45, 33], [2, 30]];

    private static Dictionary<string, Func<Tensor, Tensor>> Warping => new()
    {
        ["rotate_nearest"] = transforms.Rotate(27).call,
        ["rotate_bilinear"] = x => F.rotate(x, 27, InterpolationMode.Bilinear),
        ["rotate_bilinear_fill"] = x => F.rotate(x, -40, InterpolationMode.Bilinear, fill: [10f, 20f, 30f]),
        ["rotate_nearest_fill_one"] = x => F.rotate(x, -40, fill: [99f]),
        ["rotate_expand"] = x => F.rotate(x, 33, InterpolationMode.Bilinear, expand: true),
        ["rotate_expand_90"] = x => F.rotate(x, 90, expand: true),
        ["rotate_center"] = x => F.rotate(x, 60, InterpolationMode.Bilinear, center: (4, 9)),
        ["rotate_batch"] = x => F.rotate(x, 12, InterpolationMode.Bilinear),
        ["affine_all"] = x => F.affine(x, 15.0, (4, -3), 1.2, [5.0, -8.0], InterpolationMode.Bilinear),
        ["affine_nearest"] = x => F.affine(x, [12f, 0f], -30f, [-5, 6], 0.8f),
        ["affine_fill"] = x => F.affine(x, shear: null, angle: 20f, scale: 0.7f, interpolation: InterpolationMode.Bilinear, fill: 0.5f),
        ["affine_shear_one"] = x => F.affine(x, 10f, 0f, [2, 1], interpolation: InterpolationMode.Bilinear),
        ["perspective"] = x => F.perspective(x, Start, End),
        ["perspective_nearest_fill"] = transforms.Perspective(Start, End, InterpolationMode.Nearest, [1f, 2f, 3f]).call,
    };
}
