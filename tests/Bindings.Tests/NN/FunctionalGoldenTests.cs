using Bindings.Tests.NN.Golden;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace Bindings.Tests.NN;

public class FunctionalGoldenTests
{
    private static readonly GoldenFile File = new("functionals.json", new()
    {
        ["max_pool1d"] = () => MaxPool1d(3, stride: 2, padding: 1),
        ["max_pool2d"] = () => MaxPool2d(2),
        ["max_pool2d_ceil"] = () => MaxPool2d((3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), ceil_mode: true),
        ["max_pool2d_unbatched"] = () => MaxPool2d(3, 2),
        ["max_pool3d"] = () => MaxPool3d(2, stride: 1),
        ["avg_pool1d"] = () => AvgPool1d(3, 2, padding: 1, count_include_pad: false),
        ["avg_pool2d"] = () => AvgPool2d(3, stride: 2, padding: 1),
        ["avg_pool2d_divisor"] = () => AvgPool2d((2, 3), divisor_override: 5, ceil_mode: true),
        ["avg_pool3d"] = () => AvgPool3d(2),
        ["adaptive_avg_pool1d"] = () => AdaptiveAvgPool1d(3),
        ["adaptive_avg_pool2d"] = () => AdaptiveAvgPool2d((3, 2)),
        ["adaptive_avg_pool2d_one"] = () => AdaptiveAvgPool2d(1),
        ["adaptive_avg_pool3d"] = () => AdaptiveAvgPool3d(2),
        ["adaptive_max_pool1d"] = () => AdaptiveMaxPool1d(2),
        ["adaptive_max_pool2d"] = () => AdaptiveMaxPool2d(2),
        ["adaptive_max_pool3d"] = () => AdaptiveMaxPool3d(2),
        ["lp_pool1d"] = () => LPPool1d(2, 3, stride: 2),
        ["lp_pool2d"] = () => LPPool2d(3, [2, 3]),
        ["fractional_max_pool2d"] = () => FractionalMaxPool2d((2, 2), output_size: (3, 2)),
        ["fractional_max_pool3d"] = () => FractionalMaxPool3d(2, output_ratio: 0.5),
        ["max_unpool2d"] = () => new Subject(null, x => MaxUnpool2d(2).call(x[0], x[1], [5, 4])),
        ["max_unpool1d"] = () => new Subject(null, x => MaxUnpool1d(2).call(x[0], x[1])),
        ["max_unpool3d"] = () => new Subject(null, x => MaxUnpool3d(2).call(x[0], x[1])),
        ["pad_constant"] = () => Subject.Of(x => pad(x, (1, -1, 2, 0), value: 1.5)),
        ["pad_reflect"] = () => ReflectionPad2d((1, 2, 3, 0)),
        ["pad_replicate"] = () => ReplicationPad2d(1),
        ["pad_zero"] = () => ZeroPad2d((0, 1, 2, 1)),
        ["pad_circular"] = () => Subject.Of(x => pad(x, (1, 2, 0, 3), PaddingModes.Circular)),
        ["pad_constant1d"] = () => ConstantPad1d(2, -1),
        ["pad_reflect1d"] = () => ReflectionPad1d(2),
        ["pad_replicate3d"] = () => ReplicationPad3d(1),
        ["pad_reflect3d"] = () => ReflectionPad3d(1),
        ["interpolate_nearest"] = () => Subject.Of(x => interpolate(x, size: [7, 3])),
        ["interpolate_nearest_exact"] = () => Subject.Of(x => interpolate(x, scale_factor: [1.7], mode: InterpolationMode.NearestExact)),
        ["interpolate_linear"] = () => Subject.Of(x => interpolate(x, size: [5], mode: InterpolationMode.Linear)),
        ["interpolate_bilinear"] = () => Subject.Of(x => interpolate(x, size: [6, 9], mode: InterpolationMode.Bilinear)),
        ["interpolate_bilinear_corners"] = () => Subject.Of(
            x => interpolate(x, scale_factor: [2, 1.5], mode: InterpolationMode.Bilinear, align_corners: true)),
        ["interpolate_bilinear_antialias"] = () => Subject.Of(x => interpolate(x, size: [2, 3], mode: InterpolationMode.Bilinear, antialias: true)),
        ["interpolate_bicubic"] = () => Subject.Of(x => interpolate(x, scale_factor: [1.5], mode: InterpolationMode.Bicubic)),
        ["interpolate_bicubic_antialias"] = () => Subject.Of(x => interpolate(x, size: [3, 2], mode: InterpolationMode.Bicubic, antialias: true)),
        ["interpolate_trilinear"] = () => Subject.Of(x => interpolate(x, size: [3, 4, 2], mode: InterpolationMode.Trilinear)),
        ["interpolate_area"] = () => Subject.Of(x => interpolate(x, scale_factor: [0.6], mode: InterpolationMode.Area)),
        ["interpolate_recomputed"] = () => Subject.Of(
            x => interpolate(x, scale_factor: [1.3], mode: InterpolationMode.Bilinear, recompute_scale_factor: true)),
        ["upsample"] = () => Upsample(scale_factor: [2], mode: UpsampleMode.Bilinear),
        ["grid_sample"] = () => Subject.Of((x, g) => grid_sample(x, g)),
        ["grid_sample_border"] = () => Subject.Of((x, g) => grid_sample(x, g, padding_mode: GridSamplePaddingMode.Border, align_corners: true)),
        ["grid_sample_reflection_nearest"] = () => Subject.Of(
            (x, g) => grid_sample(x, g, GridSampleMode.Nearest, GridSamplePaddingMode.Reflection)),
        ["affine_grid"] = () => Subject.Of(t => affine_grid(t, [2, 1, 3, 4])),
        ["pixel_shuffle"] = () => PixelShuffle(2),
        ["pixel_unshuffle"] = () => PixelUnshuffle(2),
        ["channel_shuffle"] = () => ChannelShuffle(3),
        ["unfold"] = () => Unfold((2, 3), dilation: (1, 1), padding: (1, 1), stride: (2, 1)),
        ["fold"] = () => Fold((4, 5), (2, 2), stride: (2, 1)),
        ["cosine_similarity"] = () => CosineSimilarity(1),
        ["pairwise_distance"] = () => PairwiseDistance(3, keepdim: true),
        ["pdist"] = () => Subject.Of(x => functional.pdist(x)),
        ["normalize"] = () => Subject.Of(x => normalize(x, p: 3, dim: 2)),
        ["one_hot"] = () => Subject.Of(x => one_hot(x, 5)),
        ["flatten"] = () => Flatten(1, 2),
        ["unflatten"] = () => Unflatten(1, [2, 3]),
        ["dropout"] = () => Dropout(0.3),
        ["dropout1d"] = () => Dropout1d(0.4),
        ["dropout1d_unbatched"] = () => Dropout1d(),
        ["dropout2d"] = () => Dropout2d(0.4),
        ["dropout3d"] = () => Dropout3d(0.4),
        ["alpha_dropout"] = () => AlphaDropout(0.3),
        ["feature_alpha_dropout"] = () => FeatureAlphaDropout(0.4),
        ["dropout_eval"] = () => Dropout(0.9),
    });

    public static TheoryData<string> Names => File.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPython(string name) => File.Check(name);
}
