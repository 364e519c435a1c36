"""Traces and scripts small modules, one for each way that an operator is used, for tests/Onnx.Tests to export.

Writes modules.zip: a TorchScript file for each case, and cases.json with what its inputs are: type, shape, for whole numbers the
range, and which dimensions are dynamic. Expected outputs are not stored: the tests compare ONNX Runtime with the module itself.
Run with the system's Python: /usr/bin/python3 tests/golden/onnx/modules.py
"""
import io
import json
import pathlib
import warnings
import zipfile

import torch
import torch.nn.functional as F
from torch import nn

warnings.filterwarnings("ignore")
cases = []


class One(nn.Module):
    def __init__(self, f):
        super().__init__()
        self.f = f

    def forward(self, x):
        return self.f(x)


class Two(One):
    def forward(self, x, y):
        return self.f(x, y)


class Three(One):
    def forward(self, x, y, z):
        return self.f(x, y, z)


def real(*shape, dynamic=(0,), low=None, dtype="float32"):
    return {"dtype": dtype, "shape": list(shape), "dynamic": list(dynamic), "low": low}


def whole(*shape, low=0, high=8, dynamic=(0,), dtype="int64"):
    return {"dtype": dtype, "shape": list(shape), "low": low, "high": high, "dynamic": list(dynamic)}


def make(spec):
    dtype = getattr(torch, spec["dtype"])
    if "high" in spec:
        return torch.randint(spec["low"], spec["high"], spec["shape"]).to(dtype)
    if dtype == torch.bool:
        return torch.rand(spec["shape"]) > 0.5
    values = torch.randn(spec["shape"], dtype=dtype)
    return values.abs() + spec["low"] if spec["low"] is not None else values


def case(name, module, *inputs, script=False, opset=17, tolerance=1e-4):
    torch.manual_seed(len(cases))
    if not isinstance(module, nn.Module):
        module = [One, Two, Three][len(inputs) - 1](module)
    module.eval()
    examples = tuple(make(spec) for spec in inputs)
    with torch.no_grad():
        made = torch.jit.script(module) if script else torch.jit.trace(module, examples, check_trace=False)
    cases.append(({"name": name, "inputs": list(inputs), "opset": opset, "tolerance": tolerance}, made))


X = real(2, 3, 8, 10)
V = real(3, 7)

# convolutions
case("conv1d", nn.Conv1d(4, 6, 3, stride=2, padding=1), real(2, 4, 15))
case("conv2d", nn.Conv2d(3, 8, 3, padding=1), X)
case("conv2d_depthwise_dilated", nn.Conv2d(4, 8, 3, dilation=2, padding=2, groups=4, bias=False), real(2, 4, 9, 9))
case("conv2d_same", nn.Conv2d(3, 4, (3, 4), padding="same"), X)
case("conv2d_circular", nn.Conv2d(3, 4, 3, padding=1, padding_mode="circular"), X)
case("conv2d_reflect", nn.Conv2d(3, 4, 3, padding=1, padding_mode="reflect"), X)
case("conv2d_dynamic_space", nn.Conv2d(3, 4, 3, padding=1), real(2, 3, 8, 10, dynamic=(0, 2, 3)))
case("conv3d", nn.Conv3d(2, 4, (3, 2, 3), stride=(1, 2, 1)), real(2, 2, 6, 7, 8))
case("conv_transpose1d", nn.ConvTranspose1d(3, 4, 3, stride=2, output_padding=1), real(2, 3, 6))
case("conv_transpose2d", nn.ConvTranspose2d(4, 6, 3, stride=2, padding=1, output_padding=1, groups=2), real(2, 4, 5, 6))
case("conv_transpose3d", nn.ConvTranspose3d(2, 3, 2, stride=2, dilation=2), real(2, 2, 3, 3, 4))
case("conv2d_unbatched", nn.Conv2d(3, 4, 3), real(3, 8, 8, dynamic=()))

# normalization
def shaken(norm):
    with torch.no_grad():
        for tensor in list(norm.parameters()) + [b for b in norm.buffers() if b.is_floating_point()]:
            tensor.copy_(torch.rand(tensor.shape) + 0.5)
    return norm


case("batch_norm1d", shaken(nn.BatchNorm1d(7)), V)
case("batch_norm2d", shaken(nn.BatchNorm2d(3)), X)
case("batch_norm3d", shaken(nn.BatchNorm3d(2)), real(2, 2, 3, 4, 5))
case("batch_norm2d_plain", nn.BatchNorm2d(3, affine=False), X)
case("batch_norm2d_of_batch", shaken(nn.BatchNorm2d(3, track_running_stats=False)), X)
case("group_norm", shaken(nn.GroupNorm(3, 6)), real(2, 6, 5, 4))
case("group_norm_1d", nn.GroupNorm(2, 6, affine=False), real(2, 6, 9))
case("layer_norm", shaken(nn.LayerNorm(10)), X)
case("layer_norm_two", shaken(nn.LayerNorm((8, 10))), X)
case("layer_norm_plain", nn.LayerNorm(10, elementwise_affine=False), X)
case("instance_norm", shaken(nn.InstanceNorm2d(3, affine=True)), X)
case("instance_norm_tracked", shaken(nn.InstanceNorm1d(3, track_running_stats=True)), real(2, 3, 6))
case("local_response_norm", nn.LocalResponseNorm(3), X)
case("normalize", lambda x: F.normalize(x, dim=1), X)
case("weight_norm", nn.utils.weight_norm(nn.Linear(7, 5)), V)

# pooling
case("max_pool1d", nn.MaxPool1d(3, stride=2, padding=1), real(2, 3, 11))
case("max_pool2d", nn.MaxPool2d(3, stride=2, padding=1), X)
case("max_pool2d_ceil", nn.MaxPool2d(3, stride=2, ceil_mode=True), X)
case("max_pool2d_ceil_padded", nn.MaxPool2d(2, stride=2, padding=1, ceil_mode=True), real(2, 3, 7, 9))
case("max_pool2d_dilated", nn.MaxPool2d(2, dilation=2), X)
case("max_pool2d_indices", nn.MaxPool2d(2, return_indices=True), X)
case("max_pool3d", nn.MaxPool3d(2), real(2, 2, 4, 6, 5))
case("avg_pool1d", nn.AvgPool1d(3, stride=2), real(2, 3, 11))
case("avg_pool2d_padded", nn.AvgPool2d(3, stride=2, padding=1), X)
case("avg_pool2d_padded_uncounted", nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False), X)
case("avg_pool2d_ceil", nn.AvgPool2d(3, stride=2, ceil_mode=True), X)
case("avg_pool2d_ceil_padded", nn.AvgPool2d(3, stride=2, padding=1, ceil_mode=True), real(2, 3, 8, 8))
case("avg_pool2d_divisor", nn.AvgPool2d(2, divisor_override=3), X)
case("avg_pool3d", nn.AvgPool3d(2), real(2, 2, 4, 6, 5))
case("adaptive_avg_pool1d", nn.AdaptiveAvgPool1d(4), real(2, 3, 10))
case("adaptive_avg_pool2d_1", nn.AdaptiveAvgPool2d(1), real(2, 3, 8, 10, dynamic=(0, 2, 3)))
case("adaptive_avg_pool2d_divides", nn.AdaptiveAvgPool2d((4, 5)), X)
case("adaptive_avg_pool2d_overlaps", nn.AdaptiveAvgPool2d((3, None)), X)
case("adaptive_avg_pool3d", nn.AdaptiveAvgPool3d(2), real(2, 2, 5, 4, 3))
case("adaptive_max_pool2d_1", nn.AdaptiveMaxPool2d(1), X)
case("adaptive_max_pool2d_overlaps", nn.AdaptiveMaxPool2d((3, 4)), X)
case("adaptive_max_pool1d", nn.AdaptiveMaxPool1d(5), real(2, 3, 10))
case("lp_pool2d", nn.LPPool2d(2, 2), X)

# activations
for name, module in {
        "relu": nn.ReLU(), "relu6": nn.ReLU6(), "leaky_relu": nn.LeakyReLU(0.2), "elu": nn.ELU(0.7), "selu": nn.SELU(), "celu": nn.CELU(0.6),
        "gelu": nn.GELU(), "gelu_tanh": nn.GELU(approximate="tanh"), "silu": nn.SiLU(), "mish": nn.Mish(), "softplus": nn.Softplus(),
        "softplus_beta": nn.Softplus(2.0), "softsign": nn.Softsign(), "softmax": nn.Softmax(1), "log_softmax": nn.LogSoftmax(-1),
        "softmin": nn.Softmin(2), "hardtanh": nn.Hardtanh(-0.3, 0.8), "hardsigmoid": nn.Hardsigmoid(), "hardswish": nn.Hardswish(),
        "hardshrink": nn.Hardshrink(0.4), "softshrink": nn.Softshrink(0.4), "tanhshrink": nn.Tanhshrink(), "threshold": nn.Threshold(0.1, -2.0),
        "prelu": nn.PReLU(), "prelu_channels": shaken(nn.PReLU(3)), "log_sigmoid": nn.LogSigmoid(), "glu": nn.GLU(-1), "sigmoid": nn.Sigmoid(),
        "tanh": nn.Tanh(), "rrelu": nn.RReLU(), "dropout": nn.Dropout(), "dropout2d": nn.Dropout2d(), "alpha_dropout": nn.AlphaDropout(),
        "relu_inplace": nn.ReLU(inplace=True), "hardswish_inplace": nn.Hardswish(inplace=True), "identity": nn.Identity()}.items():
    case(name, module, X)
case("gelu_opset20", nn.GELU(), X, opset=20)

# element by element
for name in ("exp", "abs", "neg", "floor", "ceil", "sin", "cos", "tan", "atan", "sinh", "cosh", "asinh", "erf", "erfc", "sign", "round", "trunc",
             "frac", "expm1", "square", "exp2", "isnan", "isfinite", "isinf", "logical_not", "nan_to_num", "deg2rad", "rad2deg"):
    case(name, getattr(torch, name), V)
for name in ("log", "log2", "log10", "log1p", "sqrt", "rsqrt", "reciprocal"):
    case(name, getattr(torch, name), real(3, 7, low=0.1))
case("asin_acos_atanh", lambda x: torch.asin(torch.sin(x)) + torch.acos(torch.sin(x)) + torch.atanh(0.9 * torch.sin(x)), V)
case("acosh", lambda x: torch.acosh(x), real(3, 7, low=1.1))
case("logit", lambda x: torch.logit(torch.sigmoid(x), eps=1e-3), V)
case("round_decimals", lambda x: torch.round(x, decimals=1), V)
case("atan2", torch.atan2, V, V)
case("nan_to_num_values", lambda x: torch.nan_to_num(torch.log(x), nan=3.0, neginf=-7.0), V)

# arithmetic
case("add_alpha", lambda x, y: torch.add(x, y, alpha=0.5), V, V)
case("sub_alpha_scalar", lambda x: torch.sub(x, 2, alpha=3), V)
case("rsub", lambda x: 3 - x, V)
case("mul_broadcast", lambda x, y: x * y, X, real(3, 1, 1, dynamic=()))
case("types_promoted", lambda x, y: (x + y, x * y, y + 1.5, y / 2, y * 2), V, whole(3, 7, low=1))
case("bool_arithmetic", lambda x, y: ((x > 0) + (y > 0), (x > 0) * (y > 0), (x > 0) + y), V, V)
case("div_modes", lambda x, y: (torch.div(x, y), torch.div(x, y, rounding_mode="floor"), torch.div(x, y, rounding_mode="trunc")), V, real(3, 7, low=0.5))
case("div_modes_whole", lambda x, y: (torch.div(x, y, rounding_mode="floor"), torch.div(x, y, rounding_mode="trunc"), x // y, x % y),
     whole(3, 7, low=-20, high=20), whole(3, 7, low=1, high=6))
case("remainder", lambda x: (torch.remainder(x, 0.7), torch.fmod(x, 0.7)), V)
case("pow", lambda x: (x ** 2, x ** 0.5, x ** 3.1, x ** -1, 2.0 ** x), real(3, 7, low=0.2))
case("pow_tensors", torch.pow, real(3, 7, low=0.2), V)
case("addcmul", lambda x, y, z: (torch.addcmul(x, y, z, value=0.3), torch.addcdiv(x, y, z, value=0.3)), V, V, real(3, 7, low=0.4))
case("lerp", lambda x, y, z: (torch.lerp(x, y, 0.3), torch.lerp(x, y, z)), V, V, V)
case("maximum", lambda x, y: (torch.maximum(x, y), torch.minimum(x, y)), V, V)
case("in_place", lambda x: x.mul_(2).add_(1).clamp_(min=0), V)
case("hypot", torch.hypot, V, V)

# comparisons and choices
case("compare", lambda x, y: (x < y, x <= y, x > y, x >= y, x == y, x != y), V, V)
case("compare_scalars", lambda x: (x < 0.5, x == 2, x != 3, x >= 1.5), whole(3, 7))
case("logical", lambda x, y: (torch.logical_and(x, y), torch.logical_or(x, y), torch.logical_xor(x, y), x & y, x | y, x ^ y, ~x),
     real(3, 7, dtype="bool"), real(3, 7, dtype="bool"))
case("where", lambda x, y: (torch.where(x > 0, x, y), torch.where(x > 0, x, torch.tensor(0.0))), V, V)
case("masked_fill", lambda x, y: x.masked_fill(y, -1e9), V, real(3, 7, dtype="bool"))
case("clamp", lambda x: (x.clamp(-0.5, 0.5), x.clamp(min=0.1), x.clamp(max=0.1), x.clamp_min(0.2), x.clamp_max(0.2)), V)
case("clamp_tensors", lambda x, y: torch.clamp(x, min=y, max=y + 1), V, V)
case("clamp_whole", lambda x: x.clamp(2, 5), whole(3, 7))

# reductions
case("sum", lambda x: (x.sum(), x.sum(1), x.sum((0, -1), keepdim=True)), X)
case("sum_types", lambda x, y: (x.sum(1), y.sum(), y.sum(0, dtype=torch.float32)), real(3, 7, dtype="bool"), whole(3, 7))
case("mean", lambda x: (x.mean(), x.mean(1), x.mean((2, 3), keepdim=True)), X)
case("mean_opset18", lambda x: (x.mean(), x.mean((2, 3), keepdim=True), x.amax(1)), X, opset=18)
case("prod", lambda x: (x.prod(1), x.prod()), V)
case("extremes", lambda x: (x.max(), x.min(), x.amax((1, 2)), x.amin(-1, keepdim=True)), X)
case("max_dim", lambda x: x.max(1), X)
case("min_dim_keep", lambda x: x.min(-1, keepdim=True), X)
case("argmax", lambda x: (x.argmax(), x.argmax(1), x.argmin(-1, keepdim=True)), X)
case("logsumexp", lambda x: torch.logsumexp(x, (1, 2)), X)
case("any_all", lambda x: (torch.any(x > 1), torch.all(x > -1, 1), torch.any(x > 1, 1, keepdim=True)), V)
case("var_std", lambda x: (x.var(), x.std(1), x.var((2, 3), unbiased=False, keepdim=True), x.std(unbiased=False)), X)
case("var_mean", lambda x: torch.var_mean(x, 1), X)
case("norms", lambda x: (x.norm(), x.norm(1, 1), x.norm(3, -1), torch.linalg.vector_norm(x, float("inf"), (1,)), x.norm(dim=(2, 3))), X)
case("cumsum", lambda x: x.cumsum(1), V)
case("count_nonzero", lambda x: torch.count_nonzero(x > 0, 1), V)

# shapes
case("view_size", lambda x: x.view(x.size(0), -1), X)
case("view_two_sizes", lambda x: x.view(x.size(0) * x.size(1), x.size(2), x.size(3)), real(2, 3, 8, 10, dynamic=(0, 1)))
case("reshape_heads", lambda x: x.reshape(x.shape[0], x.shape[1], 2, 5).transpose(1, 2), real(2, 6, 10, dynamic=(0, 1)))
case("flatten", lambda x: (torch.flatten(x, 1), x.flatten(0, 1), x.flatten(2)), X)
case("flatten_dynamic", lambda x: x.flatten(2), real(2, 3, 8, 10, dynamic=(0, 2, 3)))
case("size_arithmetic", lambda x: x.reshape(-1, x.shape[1] * 2, x.shape[2] // 2) * (x.shape[0] + 1), real(2, 3, 8))
case("size_as_number", lambda x: x / (x.size(0) ** 0.5) + float(x.size(0)), V)
case("permute", lambda x: (x.permute(0, 2, 3, 1), x.transpose(1, -1), x.movedim(1, -1)), X)
case("t", lambda x: (x.t(), x.T, x.mT), V)
case("squeeze", lambda x: (x.squeeze(), x.squeeze(1), x.squeeze(0), x.unsqueeze(-1)), real(2, 1, 5, 1))
case("expand", lambda x: (x.expand(-1, 4, -1), x.expand(3, x.size(0), 4, 5), x.expand_as(torch.zeros(x.size(0), 4, 5))), real(2, 1, 5))
case("repeat", lambda x: (x.repeat(1, 2), x.repeat(2, 1, 3), x.tile((2,))), V)
case("repeat_interleave", lambda x: (x.repeat_interleave(3, 1), x.repeat_interleave(2, 0)), V)
case("contiguous", lambda x: x.transpose(0, 1).contiguous().view(-1), V)
case("unflatten", lambda x: x.unflatten(1, (1, 7)), V)
case("meshgrid", lambda x, y: torch.meshgrid(x, y, indexing="ij"), real(4), real(5))
case("broadcast_tensors", lambda x, y: torch.broadcast_tensors(x, y), real(4, 1), real(1, 5, dynamic=()))

# joining and splitting
case("cat", lambda x, y: (torch.cat([x, y], 1), torch.cat([x, y.long().float(), x], 0)), V, V)
case("cat_types", lambda x, y: torch.cat([x, y], 1), V, whole(3, 2))
case("stack", lambda x, y: (torch.stack([x, y]), torch.stack([x, y], -1)), V, V)
case("split", lambda x: (x.split(3, 1), x.split([1, 2, 4], 1), x.chunk(2, 1)), V)
case("unbind", lambda x: x.unbind(1), V)
case("tensor_split", lambda x: torch.tensor_split(x, 3, 1), V)

# padding and folding
case("pad", lambda x: (F.pad(x, (1, 2)), F.pad(x, (1, 0, 2, 1), value=3.0), F.pad(x, (-1, 1))), X)
case("pad_modes", lambda x: (F.pad(x, (1, 2, 2, 1), mode="reflect"), F.pad(x, (1, 2, 2, 1), mode="replicate"), F.pad(x, (1, 2, 2, 1), mode="circular")), X)
case("roll", lambda x: (torch.roll(x, 2, 1), torch.roll(x, (1, -3), (0, 2)), torch.roll(x, 5)), real(2, 3, 8, dynamic=()))
case("roll_dynamic", lambda x: torch.roll(x, (1, -3), (0, 2)), real(2, 3, 8))
case("flip", lambda x: torch.flip(x, (1, 2)), X)
case("pixel_shuffle", nn.PixelShuffle(2), real(2, 8, 3, 4))
case("pixel_unshuffle", nn.PixelUnshuffle(2), real(2, 3, 4, 6))
case("channel_shuffle", nn.ChannelShuffle(2), real(2, 6, 4, 4))
case("channel_shuffle_by_views", lambda x: x.view(x.size(0), 2, 3, 4, 4).transpose(1, 2).contiguous().view(x.size(0), -1, 4, 4), real(2, 6, 4, 4))
case("unfold", lambda x: x.unfold(2, 4, 2), real(2, 3, 10))
case("unfold_images", nn.Unfold((3, 2), padding=1, stride=2), real(2, 3, 7, 8))

# indexing
case("slices", lambda x: (x[:, 1:], x[:, :, ::2], x[:, -1], x[..., 2:5], x[1:]), X)
case("slice_by_size", lambda x, y: x[:, : y.size(1)], real(2, 9, 3), real(2, 4, dynamic=(0, 1)))
case("select", lambda x: (x[:, 0], x.select(2, -1), x[0]), X)
case("narrow", lambda x: x.narrow(1, 1, 2), X)
case("gather", lambda x, y: (torch.gather(x, 1, y), torch.take_along_dim(x, y, 1)), V, whole(3, 4, high=7))
case("index_select", lambda x, y: x.index_select(1, y), V, whole(4, high=7, dynamic=()))
case("index_one", lambda x, y: (x[:, y], x[y % 2]), real(2, 7), whole(4, high=7, dynamic=()))
case("index_several", lambda x, y, z: (x[:, y, z], x[y % 2, z], x[:, :, y, z]), real(2, 5, 6, 7), whole(4, high=5, dynamic=()), whole(4, high=6, dynamic=()))
case("index_apart", lambda x, y, z: (x[:, y, :, z], x[y % 2, :, z]), real(2, 5, 6, 7), whole(4, high=5, dynamic=()), whole(4, high=6, dynamic=()))
case("index_broadcast", lambda x, y, z: x[y[:, None] % 2, z], real(2, 6, 3), whole(4, high=5, dynamic=()), whole(5, high=6, dynamic=()))
case("take", lambda x, y: torch.take(x, y), real(2, 7, dynamic=()), whole(3, 4, high=14))
case("embedding", nn.Embedding(8, 5, padding_idx=0), whole(3, 6))
case("scatter", lambda x, y: (x.scatter(1, y, 2.0), x.scatter(1, y, x[:, :4] * 2), x.scatter_add(1, y, x)), V, whole(3, 4, high=7))
case("index_put", lambda x, y: x.index_put((y % 3,), torch.tensor(5.0)), real(3, 7, dynamic=()), whole(2, high=7, dynamic=()))
case("index_fill", lambda x, y: x.index_fill(1, y, 9.0), V, whole(2, high=7, dynamic=()))
case("triangles", lambda x: (x.tril(), x.triu(1), (x > 0).tril(-1)), V)
case("one_hot", lambda x: F.one_hot(x, 8), whole(3, 6))
case("topk", lambda x: (torch.topk(x, 3, 1), torch.topk(x, 2, 0, largest=False)), real(5, 7))
case("sort", lambda x: (torch.sort(x, 1), torch.sort(x, 1, descending=True), torch.argsort(x, 1)), V)

# in place on views
def assigned(x):
    y = x.clone()
    y[:, 1] = 3.0
    y[:, 2:4] += 1
    y[0] *= 2
    return y, y.sum(1)


def filled(x):
    y = torch.zeros(x.size(0), 4, 4)
    y[:, :3, 1] = x
    z = y.view(-1, 16)
    y[:, 0].add_(5)
    return y, z


def view_first(x):
    v = x[:, 1:]
    x.add_(1)
    return v * 2, x


case("assigned", assigned, V)
case("filled", filled, real(2, 3))
case("view_first", view_first, V)
case("assigned_mask", lambda x: x.clone().masked_fill_(x > 0, 1.0), V)

# matrices
case("linear", nn.Linear(7, 5), V)
case("linear_3d", nn.Linear(10, 5), X)
case("linear_no_bias", nn.Linear(7, 5, bias=False), V)
case("matmul", lambda x, y: (x @ y, x[0] @ y[0], x[0, 0] @ y[0], x @ y[0, :, 0]), real(2, 3, 4, dynamic=()), real(2, 4, 5, dynamic=()))
case("bmm", torch.bmm, real(2, 3, 4), real(2, 4, 5))
case("addmm", lambda x, y, z: torch.addmm(x, y, z, beta=0.5, alpha=2.0), real(5, dynamic=()), real(3, 4), real(4, 5, dynamic=()))
case("baddbmm", lambda x, y, z: torch.baddbmm(x, y, z, beta=0.5, alpha=2.0), real(2, 3, 5), real(2, 3, 4), real(2, 4, 5))
case("einsum", lambda x, y: (torch.einsum("bij,bjk->bik", x, y), torch.einsum("bij, bjk -> ik", x, y)), real(2, 3, 4), real(2, 4, 5))
case("outer", lambda x, y: (torch.outer(x, y), torch.dot(x, y)), real(4, dynamic=()), real(4, dynamic=()))
case("bilinear", nn.Bilinear(4, 5, 3), real(2, 4), real(2, 5))
case("cosine_similarity", nn.CosineSimilarity(dim=1), V, V)
case("pairwise_distance", nn.PairwiseDistance(), V, V)
case("cdist", lambda x, y: (torch.cdist(x, y), torch.cdist(x, y, p=1.0)), real(2, 3, 4), real(2, 5, 4))

# resampling
for mode, tail in {"nearest": {}, "nearest-exact": {}, "bilinear": {}, "bicubic": {}, "bilinear_corners": {"align_corners": True},
                   "bicubic_corners": {"align_corners": True}}.items():
    kind = mode.split("_")[0]
    case(f"upsample_{mode}_scale", lambda x, kind=kind, tail=tail: F.interpolate(x, scale_factor=(2.0, 1.5), mode=kind, **tail), X)
    case(f"upsample_{mode}_size", lambda x, kind=kind, tail=tail: F.interpolate(x, size=(5, 17), mode=kind, **tail), X)
case("upsample_linear", lambda x: F.interpolate(x, scale_factor=2.0, mode="linear"), real(2, 3, 7))
case("upsample_trilinear", lambda x: F.interpolate(x, size=(5, 6, 7), mode="trilinear"), real(2, 2, 3, 4, 5))
case("upsample_nearest_1d_3d", lambda x: (F.interpolate(x, scale_factor=2.0), F.interpolate(x[:, :, None, None], size=(2, 3, 14))), real(2, 3, 7))
case("upsample_to_other", lambda x, y: F.interpolate(x, size=y.shape[-2:], mode="bilinear"), real(2, 3, 4, 5), real(2, 3, 8, 10, dynamic=(0, 2, 3)))
case("grid_sample", lambda x, y: (F.grid_sample(x, y, align_corners=False), F.grid_sample(x, y, mode="nearest", padding_mode="border", align_corners=True)), X, real(2, 4, 5, 2))

# recurrent
class Sequence(nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, x):
        y, state = self.layer(x)
        return (y,) + (state if isinstance(state, tuple) else (state,))


for kind in ("LSTM", "GRU", "RNN"):
    case(f"{kind.lower()}", Sequence(getattr(nn, kind)(4, 5)), real(6, 2, 4, dynamic=(0, 1)))
    case(f"{kind.lower()}_layers", Sequence(getattr(nn, kind)(4, 5, num_layers=2, bidirectional=True, batch_first=True, dropout=0.1)), real(2, 6, 4, dynamic=(0, 1)))
    case(f"{kind.lower()}_no_bias", Sequence(getattr(nn, kind)(4, 5, bias=False)), real(6, 2, 4, dynamic=(1,)))
    case(f"{kind.lower()}_cell", getattr(nn, f"{kind}Cell")(4, 5), real(2, 4))
case("rnn_relu", Sequence(nn.RNN(4, 5, nonlinearity="relu", bidirectional=True)), real(6, 2, 4, dynamic=(1,)))

# attention
class SelfAttention(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.attention = nn.MultiheadAttention(8, 2, **options)

    def forward(self, x):
        return self.attention(x, x, x)


class CrossAttention(SelfAttention):
    def forward(self, x, y):
        return self.attention(x, y, y, need_weights=False)[0]


class Encoder(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, **options), 2, enable_nested_tensor=False)

    def forward(self, x):
        return self.encoder(x)


class Gradient(nn.Module):
    """Keeps libtorch's operators for whole layers out: they are for evaluation without gradients."""

    def __init__(self, module):
        super().__init__()
        self.module = module
        self.module.register_forward_hook(lambda *_: None)

    def forward(self, *inputs):
        return self.module(*inputs)


def with_gradients(name, module, *inputs):
    module.eval()
    examples = tuple(make(spec) for spec in inputs)
    cases.append(({"name": name, "inputs": list(inputs), "opset": 17, "tolerance": 1e-4}, torch.jit.trace(module, examples, check_trace=False)))


BATCH_FIRST = real(2, 5, 8, dynamic=(0, 1))
case("attention_fast", SelfAttention(batch_first=True), BATCH_FIRST)
with_gradients("attention", SelfAttention(), real(5, 2, 8, dynamic=(0, 1)))
with_gradients("attention_batch_first", SelfAttention(batch_first=True), real(2, 5, 8, dynamic=(0,)))
with_gradients("attention_cross", CrossAttention(kdim=6, vdim=6), real(5, 2, 8, dynamic=(1,)), real(7, 2, 6, dynamic=(1,)))
case("encoder_fast", Encoder(batch_first=True), BATCH_FIRST)
case("encoder_fast_gelu_norm_first", Encoder(batch_first=True, activation="gelu", norm_first=True), BATCH_FIRST)
with_gradients("encoder", Encoder(), real(5, 2, 8, dynamic=(1,)))
with_gradients("encoder_gelu_norm_first", Encoder(batch_first=True, activation="gelu", norm_first=True), real(2, 5, 8, dynamic=(0,)))
with_gradients("transformer", nn.Transformer(8, 2, 1, 1, 16, batch_first=True), real(2, 5, 8), real(2, 4, 8))

# new tensors and conversions
case("factories", lambda x: (torch.zeros(x.size(0), 3), torch.ones_like(x), torch.full((x.size(0), 2), 0.5), x.new_zeros(x.size(0)), x.new_full((2, 2), 7.0)), V)
case("arange", lambda x: torch.arange(x.size(0)) + torch.arange(1, x.size(0) * 2 + 1, 2, dtype=torch.float32), V)
case("positions", lambda x: x + torch.arange(x.size(1), device=x.device)[None, :].float(), real(2, 6, dynamic=(0, 1)))
case("casts", lambda x: (x.long(), x.double(), x.half().float(), x.to(torch.int32), (x > 0).float(), x.type_as(x.int())), V)
case("constants_folded", lambda x: x + torch.ones(3, 7).cumsum(1)[:1] * torch.tensor([2.0]), V)

# spectra
case("stft", lambda x: torch.view_as_real(torch.stft(x, 16, hop_length=4, window=torch.hann_window(16), center=False, return_complex=True)), real(2, 64))
case("spectrogram", lambda x: torch.stft(x, 16, hop_length=4, win_length=12, window=torch.hann_window(12), return_complex=True, normalized=True).abs().pow(2), real(2, 64))


# scripted modules
class Scripted(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(7, 7) for _ in range(3)])
        self.norm = nn.BatchNorm1d(7)
        self.flag = True

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = torch.relu(layer(x)) if i < 2 else layer(x)
        if self.flag and x.dim() == 2:
            x = self.norm(x)
        parts = []
        for k in range(3):
            parts.append(x * k)
        total = torch.zeros_like(x)
        for part in parts:
            total = total + part
        return total, {"x": x, "first": parts[0]}


case("scripted", Scripted(), V, script=True)
case("scripted_pipeline", nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU(True), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2)), X, script=True)
case("scripted_interpolate", nn.Upsample(scale_factor=2.0, mode="bilinear", align_corners=False), X, script=True)
case("sequential", nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU(True), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2)), X)


def main():
    path = pathlib.Path(__file__).with_name("modules.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("cases.json", json.dumps([spec for spec, _ in cases], indent=0))
        for spec, module in cases:
            buffer = io.BytesIO()
            torch.jit.save(module, buffer)
            archive.writestr(f"{spec['name']}.pt", buffer.getvalue())
    print(len(cases), "cases,", path.stat().st_size, "bytes")


main()
