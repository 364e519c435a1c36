"""Functions of tensors, as modules.py traces them."""
import torch
import torch.nn.functional as F
from torch import nn

from cases import V, X, case, real, whole

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
case("index_several", lambda x, y, z: (x[:, y, z], x[y % 2, z], x[:, :, y, z]), real(2, 5, 6, 7), whole(4, high=5, dynamic=()), whole(4, high=5, dynamic=()))
case("index_apart", lambda x, y, z: (x[:, y, :, z], x[y % 2, :, z]), real(2, 5, 6, 7), whole(4, high=5, dynamic=()), whole(4, high=5, dynamic=()))
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

# new tensors and conversions
case("factories", lambda x: (torch.zeros(x.size(0), 3), torch.ones_like(x), torch.full((x.size(0), 2), 0.5), x.new_zeros(x.size(0)), x.new_full((2, 2), 7.0)), V)
case("arange", lambda x: torch.arange(x.size(0)) + torch.arange(1, x.size(0) * 2 + 1, 2, dtype=torch.float32), V)
case("positions", lambda x: x + torch.arange(x.size(1), device=x.device)[None, :].float(), real(2, 6, dynamic=(0, 1)))
case("casts", lambda x: (x.long(), x.double(), x.half().float(), x.to(torch.int32), (x > 0).float(), x.type_as(x.int())), V)
case("constants_folded", lambda x: x + torch.ones(3, 7).cumsum(1)[:1] * torch.tensor([2.0]), V)
