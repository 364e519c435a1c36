"""Pooling, padding, resizing, sampling and distances."""
import torch
from torch import nn
from torch.nn import functional as F

from recorder import Recorder

r = Recorder(__file__, doubles=True)

r.case("max_pool1d", nn.MaxPool1d(3, stride=2, padding=1), r.randn(2, 3, 8))
r.case("max_pool2d", nn.MaxPool2d(2), r.randn(2, 2, 5, 6))
r.case("max_pool2d_ceil", nn.MaxPool2d((3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2), ceil_mode=True), r.randn(1, 2, 6, 5))
r.case("max_pool2d_unbatched", nn.MaxPool2d(3, 2), r.randn(2, 7, 7))
r.case("max_pool3d", nn.MaxPool3d(2, stride=1), r.randn(1, 2, 3, 3, 4))
r.case("avg_pool1d", nn.AvgPool1d(3, 2, padding=1, count_include_pad=False), r.randn(2, 3, 7))
r.case("avg_pool2d", nn.AvgPool2d(3, stride=2, padding=1), r.randn(2, 2, 5, 6))
r.case("avg_pool2d_divisor", nn.AvgPool2d((2, 3), divisor_override=5, ceil_mode=True), r.randn(1, 2, 5, 7))
r.case("avg_pool3d", nn.AvgPool3d(2), r.randn(1, 2, 4, 5, 3))
r.case("adaptive_avg_pool1d", nn.AdaptiveAvgPool1d(3), r.randn(2, 2, 7))
r.case("adaptive_avg_pool2d", nn.AdaptiveAvgPool2d((3, 2)), r.randn(2, 3, 7, 5))
r.case("adaptive_avg_pool2d_one", nn.AdaptiveAvgPool2d(1), r.randn(2, 3, 4, 4))
r.case("adaptive_avg_pool3d", nn.AdaptiveAvgPool3d(2), r.randn(1, 2, 3, 4, 5))
r.case("adaptive_max_pool1d", nn.AdaptiveMaxPool1d(2), r.randn(2, 2, 5))
r.case("adaptive_max_pool2d", nn.AdaptiveMaxPool2d(2), r.randn(1, 2, 5, 4))
r.case("adaptive_max_pool3d", nn.AdaptiveMaxPool3d(2), r.randn(1, 1, 3, 4, 5))
r.case("lp_pool1d", nn.LPPool1d(2, 3, stride=2), r.rand(2, 2, 7) + 0.1)
r.case("lp_pool2d", nn.LPPool2d(3, (2, 3)), r.rand(1, 2, 4, 6) + 0.1)
r.case("fractional_max_pool2d", nn.FractionalMaxPool2d(2, output_size=(3, 2)), r.randn(1, 2, 6, 5), seed=4)
r.case("fractional_max_pool3d", nn.FractionalMaxPool3d(2, output_ratio=0.5), r.randn(1, 1, 4, 5, 6), seed=5)

pooled, places = F.max_pool2d(r.randn(1, 2, 5, 4), 2, return_indices=True)
r.case("max_unpool2d", lambda x, i: F.max_unpool2d(x, i, 2, output_size=(5, 4)), pooled, places)
pooled1, places1 = F.max_pool1d(r.randn(2, 2, 6), 2, return_indices=True)
r.case("max_unpool1d", lambda x, i: F.max_unpool1d(x, i, 2), pooled1, places1)
pooled3, places3 = F.max_pool3d(r.randn(1, 1, 4, 4, 2), 2, return_indices=True)
r.case("max_unpool3d", lambda x, i: F.max_unpool3d(x, i, 2), pooled3, places3)

image = r.randn(2, 2, 4, 5)
r.case("pad_constant", lambda x: F.pad(x, (1, -1, 2, 0), value=1.5), image)
r.case("pad_reflect", nn.ReflectionPad2d((1, 2, 3, 0)), image)
r.case("pad_replicate", nn.ReplicationPad2d(1), image)
r.case("pad_zero", nn.ZeroPad2d((0, 1, 2, 1)), image)
r.case("pad_circular", lambda x: F.pad(x, (1, 2, 0, 3), mode="circular"), image)
r.case("pad_constant1d", nn.ConstantPad1d(2, -1.0), r.randn(1, 2, 3))
r.case("pad_reflect1d", nn.ReflectionPad1d(2), r.randn(1, 2, 4))
r.case("pad_replicate3d", nn.ReplicationPad3d(1), r.randn(1, 1, 2, 3, 2))
r.case("pad_reflect3d", nn.ReflectionPad3d(1), r.randn(1, 1, 3, 3, 2))

r.case("interpolate_nearest", lambda x: F.interpolate(x, size=(7, 3)), image)
r.case("interpolate_nearest_exact", lambda x: F.interpolate(x, scale_factor=1.7, mode="nearest-exact"), image)
r.case("interpolate_linear", lambda x: F.interpolate(x, size=5, mode="linear"), r.randn(1, 2, 7))
r.case("interpolate_bilinear", lambda x: F.interpolate(x, size=(6, 9), mode="bilinear"), image)
r.case("interpolate_bilinear_corners", lambda x: F.interpolate(x, scale_factor=(2, 1.5), mode="bilinear", align_corners=True), image)
r.case("interpolate_bilinear_antialias", lambda x: F.interpolate(x, size=(2, 3), mode="bilinear", antialias=True), image)
r.case("interpolate_bicubic", lambda x: F.interpolate(x, scale_factor=1.5, mode="bicubic"), image)
r.case("interpolate_bicubic_antialias", lambda x: F.interpolate(x, size=(3, 2), mode="bicubic", antialias=True), image)
r.case("interpolate_trilinear", lambda x: F.interpolate(x, size=(3, 4, 2), mode="trilinear"), r.randn(1, 1, 2, 3, 3))
r.case("interpolate_area", lambda x: F.interpolate(x, scale_factor=0.6, mode="area"), image)
r.case("interpolate_recomputed", lambda x: F.interpolate(x, scale_factor=1.3, mode="bilinear", recompute_scale_factor=True), image)
r.case("upsample", nn.Upsample(scale_factor=2, mode="bilinear"), image)

grid = r.rand(2, 3, 2, 2) * 2.6 - 1.3
r.case("grid_sample", lambda x, g: F.grid_sample(x, g, align_corners=False), image, grid)
r.case("grid_sample_border", lambda x, g: F.grid_sample(x, g, padding_mode="border", align_corners=True), image, grid)
r.case("grid_sample_reflection_nearest", lambda x, g: F.grid_sample(x, g, "nearest", "reflection", False), image, grid, grad=[0])
r.case("affine_grid", lambda t: F.affine_grid(t, (2, 1, 3, 4), align_corners=False), r.randn(2, 2, 3))
r.case("pixel_shuffle", nn.PixelShuffle(2), r.randn(1, 8, 2, 3))
r.case("pixel_unshuffle", nn.PixelUnshuffle(2), r.randn(1, 2, 4, 6))
r.case("channel_shuffle", nn.ChannelShuffle(3), r.randn(1, 6, 2, 2), grad=[])
r.case("unfold", nn.Unfold((2, 3), dilation=(1, 1), padding=1, stride=(2, 1)), r.randn(1, 2, 4, 5))
r.case("fold", nn.Fold((4, 5), (2, 2), stride=(2, 1)), r.randn(1, 8, 8))

r.case("cosine_similarity", nn.CosineSimilarity(1), r.randn(4, 3), r.randn(4, 3))
r.case("pairwise_distance", nn.PairwiseDistance(3.0, keepdim=True), r.randn(4, 3), r.randn(4, 3))
r.case("pdist", lambda x: F.pdist(x, 2.0), r.randn(4, 3))
r.case("normalize", lambda x: F.normalize(x, p=3.0, dim=2), r.randn(2, 3, 4))
r.case("one_hot", lambda x: F.one_hot(x, 5), torch.tensor([[0, 4], [2, 2]]))
r.case("flatten", nn.Flatten(1, 2), r.randn(2, 3, 2, 2))
r.case("unflatten", nn.Unflatten(1, (2, 3)), r.randn(2, 6, 2))

ones = torch.ones(40)
for name, module, shape in (
    ("dropout", nn.Dropout(0.3), (40,)), ("dropout1d", nn.Dropout1d(0.4), (3, 4, 2)), ("dropout1d_unbatched", nn.Dropout1d(0.5), (6, 3)),
    ("dropout2d", nn.Dropout2d(0.4), (2, 5, 2, 2)), ("dropout3d", nn.Dropout3d(0.4), (2, 4, 1, 2, 2)),
    ("alpha_dropout", nn.AlphaDropout(0.3), (40,)), ("feature_alpha_dropout", nn.FeatureAlphaDropout(0.4), (2, 6, 3)),
):
    r.case(name, module, r.randn(*shape), seed=7)
r.case("dropout_eval", nn.Dropout(0.9), ones, train=False)
r.write()
