"""torch.nn.functional called directly, with arguments other than the defaults, and the modules that no other script has."""
import torch
from torch import nn
from torch.nn import functional as F

from recorder import Recorder, line

r = Recorder(__file__, doubles=True)
numbers = line(-4.3, 4.1, 15)
plane = r.randn(2, 3, 4)
image = r.randn(2, 2, 4, 5)
volume = r.randn(1, 2, 3, 4, 3)
a, b, c = r.randn(4, 5), r.randn(4, 5), r.randn(4, 5)

for name, f in {
    "celu": lambda x: F.celu(x, 0.7), "elu": lambda x: F.elu(x, 1.4), "gelu": lambda x: F.gelu(x), "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"),
    "glu": lambda x: F.glu(x[:14], 0), "hardshrink": lambda x: F.hardshrink(x, 1.1), "hardsigmoid": F.hardsigmoid, "hardswish": F.hardswish,
    "hardtanh": lambda x: F.hardtanh(x, -0.5, 2), "leaky_relu": lambda x: F.leaky_relu(x, 0.3), "logsigmoid": F.logsigmoid,
    "log_softmax": lambda x: F.log_softmax(x, 0), "mish": F.mish, "prelu": lambda x: F.prelu(x, torch.tensor([0.3], dtype=x.dtype)), "relu": F.relu, "relu6": F.relu6,
    "rrelu": lambda x: F.rrelu(x, 0.2, 0.5), "selu": F.selu, "sigmoid": torch.sigmoid, "silu": F.silu, "softmax": lambda x: F.softmax(x, 0),
    "softmin": lambda x: F.softmin(x, 0), "softplus": lambda x: F.softplus(x, 3, 4), "softshrink": lambda x: F.softshrink(x, 1.2),
    "softsign": F.softsign, "tanh": torch.tanh, "tanhshrink": F.tanhshrink, "threshold": lambda x: F.threshold(x, 1, -2),
}.items():
    r.case(name, f, numbers)
for name, f in {
    "celu_": lambda x: F.celu_(x, 0.7), "elu_": lambda x: F.elu_(x, 1.4), "hardtanh_": lambda x: F.hardtanh_(x, -0.5, 2),
    "leaky_relu_": lambda x: F.leaky_relu_(x, 0.3), "relu_": F.relu_, "rrelu_": lambda x: F.rrelu_(x, 0.2, 0.5), "selu_": F.selu_,
    "threshold_": lambda x: F.threshold_(x, 1, -2),
}.items():
    r.case(name, lambda x, g=f: g(x + 0), numbers)
r.case("rrelu_training", lambda x: F.rrelu(x, 0.2, 0.5, True), numbers, seed=1)
r.case("rrelu_training_in_place", lambda x: F.rrelu_(x + 0, 0.2, 0.5, True), numbers, seed=1)
r.case("gumbel_softmax_dim", lambda x: F.gumbel_softmax(x, 2.0, dim=0), a, seed=2)

r.case("linear", lambda x, w, v: F.linear(x, w, v), a, r.randn(3, 5), r.randn(3))
r.case("bilinear", lambda x, y, w, v: F.bilinear(x, y, w, v), a, r.randn(4, 3), r.randn(2, 5, 3), r.randn(2))
r.case("conv1d", lambda x, w, v: F.conv1d(x, w, v, 2, 1, 1, 1), plane, r.randn(2, 3, 2), r.randn(2))
r.case("conv2d", lambda x, w, v: F.conv2d(x, w, v, (2, 1), (1, 0), (1, 2), 2), image, r.randn(2, 1, 2, 2), r.randn(2))
r.case("conv3d", lambda x, w: F.conv3d(x, w), volume, r.randn(2, 2, 2, 2, 2))
r.case("conv_transpose1d", lambda x, w, v: F.conv_transpose1d(x, w, v, 3, 1, 1), plane, r.randn(3, 2, 2), r.randn(2))
r.case("conv_transpose2d", lambda x, w, v: F.conv_transpose2d(x, w, v, (2, 1)), image, r.randn(2, 2, 2, 2), r.randn(2))
r.case("conv_transpose3d", lambda x, w: F.conv_transpose3d(x, w, stride=2), volume, r.randn(2, 1, 2, 2, 2))
r.case("conv_tbc", lambda x, w, v: F.conv_tbc(x, w, v, 1), r.randn(5, 2, 3), r.randn(2, 3, 4), r.randn(4))

r.case("batch_norm", lambda x, w, v: F.batch_norm(x, None, None, w, v, True, 0.1, 1e-3), image, r.rand(2), r.randn(2), rtol=1e-4, atol=1e-5)
r.case("batch_norm_eval", lambda x, m, v: F.batch_norm(x, m, v), image, r.randn(2), r.rand(2) + 0.1, grad=[0])
r.case("layer_norm", lambda x, w, v: F.layer_norm(x, (3, 4), w, v), plane, r.randn(3, 4), r.randn(3, 4), rtol=1e-4, atol=1e-5)
r.case("group_norm", lambda x, w, v: F.group_norm(x, 2, w, v, 1e-4), image, r.randn(2), r.randn(2), rtol=1e-4, atol=1e-5)
r.case("instance_norm", lambda x, w, v: F.instance_norm(x, weight=w, bias=v), image, r.randn(2), r.randn(2), rtol=1e-4, atol=1e-5)
r.case("local_response_norm", lambda x: F.local_response_norm(x, 3, 0.2, 0.7, 1.5), image)
r.case("normalize", lambda x: F.normalize(x, 1.0, -1), plane)
r.case("embedding", lambda i, w: F.embedding(i, w, padding_idx=1), torch.tensor([[0, 1], [3, 3]]), r.randn(4, 2))
r.case("embedding_bag", lambda i, w, o: F.embedding_bag(i, w, o, mode="max"), torch.tensor([0, 1, 3, 3]), r.randn(4, 2), torch.tensor([0, 1]))
r.case("embedding_bag_last", lambda i, w, o: F.embedding_bag(i, w, o, mode="sum", include_last_offset=True), torch.tensor([0, 1, 3, 3]), r.randn(4, 2),
       torch.tensor([0, 3, 4]))

r.case("max_pool1d", lambda x: F.max_pool1d(x, 2, 1, 1), plane)
r.case("max_pool2d", lambda x: F.max_pool2d(x, (2, 3), (2, 1), (1, 1), 1, True), image)
r.case("max_pool3d", lambda x: F.max_pool3d(x, 2, 1, 1), volume)
r.case("max_pool1d_indices", lambda x: F.max_pool1d(x, 2, return_indices=True)[1], plane, grad=[])
r.case("max_pool2d_indices", lambda x: F.max_pool2d(x, 2, return_indices=True)[1], image, grad=[])
r.case("max_pool3d_indices", lambda x: F.max_pool3d(x, 2, return_indices=True)[1], volume, grad=[])
r.case("avg_pool1d", lambda x: F.avg_pool1d(x, 3, 1, 1, True, False), plane)
r.case("avg_pool2d", lambda x: F.avg_pool2d(x, (2, 3), (1, 2), (1, 1), True, False), image)
r.case("avg_pool3d", lambda x: F.avg_pool3d(x, 2, 1, 1), volume)
for d, x in ((1, plane), (2, image), (3, volume)):
    r.case(f"adaptive_avg_pool{d}d", lambda x, k=d: getattr(F, f"adaptive_avg_pool{k}d")(x, 2), x)
    r.case(f"adaptive_max_pool{d}d", lambda x, k=d: getattr(F, f"adaptive_max_pool{k}d")(x, 2), x)
    r.case(f"adaptive_max_pool{d}d_indices", lambda x, k=d: getattr(F, f"adaptive_max_pool{k}d")(x, 2, return_indices=True)[1], x, grad=[])
r.case("lp_pool1d", lambda x: F.lp_pool1d(x, 3, 2), plane.abs() + 0.1)
r.case("lp_pool2d", lambda x: F.lp_pool2d(x, 2, 2, 1, True), image.abs() + 0.1)
r.case("fractional_max_pool2d", lambda x: F.fractional_max_pool2d(x, 2, (2, 3)), image, seed=3)
r.case("fractional_max_pool3d", lambda x: F.fractional_max_pool3d(x, (1, 2, 2), (2, 2, 1)), volume, seed=3)

for mode in ("constant", "reflect", "replicate", "circular"):
    r.case(f"pad_{mode}1d", lambda x, m=mode: F.pad(x, (2, 1), m), plane)
    r.case(f"pad_{mode}2d", lambda x, m=mode: F.pad(x, (2, 1, 0, 3), m), image)
    r.case(f"pad_{mode}3d", lambda x, m=mode: F.pad(x, (1, 1, 2, 0, 1, 2), m), volume)
r.case("pad_negative", lambda x: F.pad(x, (-1, 2, 0, -2), value=0.5), image)
r.case("fold", lambda x: F.fold(x, (4, 5), (2, 2), 1, 1, 2), r.randn(1, 8, 9))
r.case("unfold", lambda x: F.unfold(x, (2, 3), 1, 1, 2), image)
r.case("pixel_shuffle", lambda x: F.pixel_shuffle(x, 2), r.randn(1, 4, 2, 3))
r.case("pixel_unshuffle", lambda x: F.pixel_unshuffle(x, 3), r.randn(1, 1, 3, 6))
r.case("channel_shuffle", lambda x: F.channel_shuffle(x, 2), r.randn(1, 4, 2, 3), grad=[])
r.case("one_hot", lambda x: F.one_hot(x), torch.tensor([2, 0, 1]))
r.case("upsample_nearest", lambda x: F.upsample_nearest(x, scale_factor=2), image)
r.case("upsample_bilinear", lambda x: F.upsample_bilinear(x, (7, 4)), image)
r.case("upsample", lambda x: F.upsample(x, (7, 4), mode="bilinear", align_corners=True), image)
r.case("interpolate_3d", lambda x: F.interpolate(x, scale_factor=(2, 1, 1.5), mode="nearest"), volume)
r.case("grid_sample_bicubic", lambda x, g: F.grid_sample(x, g, "bicubic", "zeros", True), image, r.rand(2, 2, 3, 2) * 2 - 1)
r.case("affine_grid_3d", lambda t: F.affine_grid(t, (1, 2, 2, 3, 2), True), r.randn(1, 3, 4))

r.case("cosine_similarity", lambda x, y: F.cosine_similarity(x, y, 0), a, b)
r.case("pairwise_distance", lambda x, y: F.pairwise_distance(x, y, 1.0), a, b)
r.case("pdist", lambda x: F.pdist(x, 1.5), a)
ones = torch.tensor([1.0, -1.0, 1.0, -1.0])
# In doubles first: versions round the float32 function otherwise.
chances, other_chances = a.double().sigmoid().float(), b.double().sigmoid().float()
for how in ("none", "mean", "sum"):
    for name, f, inputs, grad in (
        ("l1_loss", F.l1_loss, (a, b), None), ("smooth_l1_loss", F.smooth_l1_loss, (a, b), None), ("huber_loss", F.huber_loss, (a, b), None),
        ("soft_margin_loss", F.soft_margin_loss, (a, b.sign()), [0]), ("kl_div", F.kl_div, (a.log_softmax(1), b.softmax(1)), [0]),
        ("binary_cross_entropy", F.binary_cross_entropy, (chances, other_chances), [0]),
        ("binary_cross_entropy_with_logits", F.binary_cross_entropy_with_logits, (a, other_chances), [0]),
        ("nll_loss", F.nll_loss, (a.log_softmax(1), torch.tensor([0, 4, 2, 2])), None),
        ("poisson_nll_loss", F.poisson_nll_loss, (a, b.abs().round()), [0]),
        ("gaussian_nll_loss", F.gaussian_nll_loss, (a, b, c.abs() + 0.2), None),
        ("hinge_embedding_loss", F.hinge_embedding_loss, (a, b.sign()), [0]),
        ("cosine_embedding_loss", F.cosine_embedding_loss, (a, b, ones), [0, 1]),
        ("margin_ranking_loss", F.margin_ranking_loss, (a[:, 0], b[:, 0], ones), [0, 1]),
        ("multilabel_margin_loss", F.multilabel_margin_loss, (a, torch.tensor([[3, 0, -1, 1, 2], [-1, 0, 0, 0, 0], [0, 1, 2, 3, 4], [4, -1, 0, 0, 0]])), None),
        ("multilabel_soft_margin_loss", F.multilabel_soft_margin_loss, (a, (b > 0).float()), [0]),
        ("multi_margin_loss", F.multi_margin_loss, (a, torch.tensor([0, 4, 2, 2])), None),
        ("triplet_margin_loss", F.triplet_margin_loss, (a, b, c), None),
        ("triplet_margin_with_distance_loss", F.triplet_margin_with_distance_loss, (a, b, c), None),
    ):
        r.case(f"{name}_{how}", lambda *x, g=f, k=how: g(*x, reduction=k), *inputs, grad=grad)
    r.case(f"ctc_loss_{how}", lambda x, k=how: F.ctc_loss(x.log_softmax(2), torch.tensor([1, 2, 3, 1]), torch.tensor([6, 4]), torch.tensor([3, 1]),
                                                          reduction=k), r.randn(6, 2, 4))
r.case("ctc_loss_infinity", lambda x: F.ctc_loss(x.log_softmax(2), torch.tensor([[1, 1, 1]]), torch.tensor([2]), torch.tensor([3]), zero_infinity=True),
       r.randn(2, 1, 3))

for name, f, x in (("dropout", F.dropout, a), ("alpha_dropout", F.alpha_dropout, a), ("dropout1d", F.dropout1d, plane), ("dropout2d", F.dropout2d, image),
                   ("dropout3d", F.dropout3d, volume), ("feature_alpha_dropout", F.feature_alpha_dropout, image)):
    r.case(name, lambda x, g=f: g(x, 0.4, True), x, seed=9)
    r.case(f"{name}_off", lambda x, g=f: g(x, 0.4, False), x)

# Without gradients: Python's are not the derivative of its results (a finite difference says so).
r.case("cross_map_lrn", nn.CrossMapLRN2d(3, 0.5, 0.6, 2.0), r.randn(2, 5, 2, 3), grad=[])
r.case("cross_map_lrn_one_channel", nn.CrossMapLRN2d(5), r.randn(1, 1, 2, 2))
r.case("upsampling_nearest", nn.UpsamplingNearest2d(scale_factor=2), image)
r.case("upsampling_bilinear", nn.UpsamplingBilinear2d((4, 9)), image)
softmax = nn.AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2.0)
biased = nn.AdaptiveLogSoftmaxWithLoss(6, 12, [3, 5, 9], 2.0, head_bias=True)
r.case("adaptive_softmax_output", softmax, r.randn(5, 8), torch.tensor([0, 3, 4, 12, 19]), run=lambda m, x, t: m(x, t).output)
r.case("adaptive_softmax_loss", biased, r.randn(5, 6), torch.tensor([2, 2, 11, 4, 8]), run=lambda m, x, t: m(x, t).loss)
r.case("adaptive_softmax_one", nn.AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2.0), r.randn(8), torch.tensor(7), run=lambda m, x, t: m(x, t).output)
r.case("adaptive_softmax_all", nn.AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2.0), r.randn(3, 8), run=lambda m, x: m.log_prob(x))
r.case("adaptive_softmax_best", nn.AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2.0), r.randn(7, 8), run=lambda m, x: m.predict(x), grad=[])
r.write()
