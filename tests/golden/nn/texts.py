"""What modules print that are given pairs, single numbers, very small numbers or nothing, and which calls are refused; writes texts.json."""
import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_padded_sequence

PARAMETERS = [((2,), torch.float32), ((2, 3), torch.float64), ((), torch.float16), ((1,), torch.bfloat16), ((1,), torch.complex64), ((4,), torch.complex128)]
prints = {
    "adaptive_pair": nn.AdaptiveAvgPool2d((1, 1)), "adaptive_one": nn.AdaptiveAvgPool2d(1), "max_pool_pair": nn.MaxPool2d((2, 2)), "max_pool_one": nn.MaxPool2d(2),
    "avg_pool_pairs": nn.AvgPool2d((3, 3), (2, 2), (1, 1)), "max_pool_triple": nn.MaxPool3d((2, 2, 2)),
    "fold_pairs": nn.Fold((4, 4), (2, 2)), "fold_stride": nn.Fold((4, 5), (2, 2), stride=(2, 1)), "fold_numbers": nn.Fold(4, 2),
    "unfold_pairs": nn.Unfold((2, 2), stride=(1, 1)), "unfold_numbers": nn.Unfold(2, padding=1),
    "upsample_factors": nn.Upsample(scale_factor=(2.0, 3.0)), "upsample_pair": nn.Upsample(size=(5, 5), mode="bilinear"), "upsample_one": nn.Upsample(size=5),
    "upsampling_factors": nn.UpsamplingBilinear2d(scale_factor=(1.5, 2.0)), "upsampling_pair": nn.UpsamplingNearest2d(size=(3, 3)),
    "small": nn.LayerNorm(6, eps=1e-12), "smaller": nn.BatchNorm1d(2, eps=2.5e-7), "large": nn.ELU(1e16), "fifteen": nn.ELU(1e15), "infinite": nn.ELU(float("inf")),
    "embedding": nn.Embedding(5, 3, padding_idx=1, max_norm=1.0, norm_type=1.0, scale_grad_by_freq=True, sparse=True),
    "embedding_bag": nn.EmbeddingBag(5, 3, max_norm=1.0, norm_type=1.0, scale_grad_by_freq=True, mode="sum", sparse=True, padding_idx=1),
    "lazy_batch_norm": nn.LazyBatchNorm2d(affine=False, track_running_stats=False), "lazy_instance_norm": nn.LazyInstanceNorm1d(affine=False, track_running_stats=False),
    "parameter_list": nn.ParameterList([nn.Parameter(torch.ones(shape, dtype=dtype)) for shape, dtype in PARAMETERS]),
    "parameter_dict": nn.ParameterDict([(f"p{i}", nn.Parameter(torch.ones(shape, dtype=dtype))) for i, (shape, dtype) in enumerate(PARAMETERS)]),
    "triplet": nn.TripletMarginWithDistanceLoss(), "dropout_whole": nn.LSTM(3, 4, num_layers=2, dropout=1.0),
}
x, y = torch.ones(3, 5), torch.ones(5)
refused = {
    "hardtanh_bounds": lambda: nn.Hardtanh(0.7, 0.7), "bce_shape": lambda: F.binary_cross_entropy(x, y), "bce_logits_shape": lambda: F.binary_cross_entropy_with_logits(x, y),
    "recompute_size": lambda: F.interpolate(torch.ones(1, 1, 4), size=4, recompute_scale_factor=True),
    "affine_grid_whole": lambda: F.affine_grid(torch.ones(2, 2, 3, dtype=torch.long), [2, 3, 4, 5]),
    "affine_grid_empty": lambda: F.affine_grid(torch.ones(2, 2, 3), [2, 3, 0, 5]),
    "group_norm_single": lambda: nn.GroupNorm(4, 4)(torch.ones(1, 4)), "instance_norm_single": lambda: nn.InstanceNorm2d(4)(torch.ones(0, 4, 1, 1)),
    "bag_max_frequency": lambda: nn.EmbeddingBag(5, 3, mode="max", scale_grad_by_freq=True)(torch.tensor([[1, 2]])),
    "bag_max_sparse": lambda: nn.EmbeddingBag(5, 3, mode="max", sparse=True)(torch.tensor([[1, 2]])),
}


def refusal(call):
    try:
        call()
    except (ValueError, AssertionError, RuntimeError) as error:
        return f"{type(error).__name__}: {error}".splitlines()[0]
    raise SystemExit("was not refused")


torch.manual_seed(0)
empty, behind = nn.Linear(0, 3).bias.tolist(), torch.rand(2).tolist()
document = {
    "torch": torch.__version__, "prints": {name: str(module) for name, module in prints.items()},
    "refused": {name: refusal(call) for name, call in refused.items()}, "bias_without_inputs": empty, "draw_behind": behind,
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(document, indent=1) + "\n")
