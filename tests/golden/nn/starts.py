"""What layers and init functions draw from seed 0, and where the generator stands after it; what modules print."""
import json
import pathlib

import torch
from torch import nn
from torch.nn import init
from torch.nn.utils import parametrizations, prune

from recorder import json_number

layers = {
    "Linear": lambda: nn.Linear(4, 3), "LinearNoBias": lambda: nn.Linear(3, 2, bias=False), "Bilinear": lambda: nn.Bilinear(2, 3, 2),
    "Conv1d": lambda: nn.Conv1d(2, 4, 3, groups=2), "Conv2d": lambda: nn.Conv2d(3, 2, (3, 2), stride=2, padding=1, bias=False),
    "Conv2dSame": lambda: nn.Conv2d(1, 2, 3, padding="same", padding_mode="reflect"), "Conv3d": lambda: nn.Conv3d(1, 2, 2, dilation=2),
    "ConvTranspose1d": lambda: nn.ConvTranspose1d(2, 3, 3), "ConvTranspose2d": lambda: nn.ConvTranspose2d(2, 4, 3, stride=2, output_padding=1, groups=2),
    "ConvTranspose3d": lambda: nn.ConvTranspose3d(2, 1, 2), "BatchNorm1d": lambda: nn.BatchNorm1d(3), "BatchNorm2d": lambda: nn.BatchNorm2d(3, momentum=None),
    "BatchNorm3d": lambda: nn.BatchNorm3d(2, affine=False), "InstanceNorm2d": lambda: nn.InstanceNorm2d(3, affine=True, track_running_stats=True),
    "LayerNorm": lambda: nn.LayerNorm((2, 3)), "GroupNorm": lambda: nn.GroupNorm(2, 4), "Embedding": lambda: nn.Embedding(5, 3, padding_idx=1),
    "InstanceNorm1d": lambda: nn.InstanceNorm1d(2), "InstanceNorm3d": lambda: nn.InstanceNorm3d(2, affine=True),
    "AdaptiveLogSoftmaxWithLoss": lambda: nn.AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2.0),
    "WeightNorm": lambda: nn.utils.weight_norm(nn.Linear(3, 2)), "SpectralNorm": lambda: nn.utils.spectral_norm(nn.Conv1d(2, 3, 2)),
    "ParametrizedSpectralNorm": lambda: parametrizations.spectral_norm(nn.Linear(3, 2)),
    "Orthogonal": lambda: parametrizations.orthogonal(nn.Linear(3, 2)), "OrthogonalSquare": lambda: parametrizations.orthogonal(nn.Linear(3, 3)),
    "Pruned": lambda: prune.random_unstructured(nn.Linear(3, 2), "weight", 2),
    "EmbeddingBag": lambda: nn.EmbeddingBag(4, 2, mode="sum"), "PReLU": lambda: nn.PReLU(2),
    "Sequential": lambda: nn.Sequential(nn.Linear(3, 4), nn.ReLU(inplace=True), nn.Dropout(0.25), nn.Sequential(nn.Linear(4, 2), nn.LogSoftmax(1))),
}
plain = {
    "CELU": nn.CELU(1.5), "ELU": nn.ELU(inplace=True), "GELU": nn.GELU(), "GLU": nn.GLU(), "Hardshrink": nn.Hardshrink(), "Hardsigmoid": nn.Hardsigmoid(),
    "Hardswish": nn.Hardswish(), "Hardtanh": nn.Hardtanh(), "LeakyReLU": nn.LeakyReLU(0.2), "LogSigmoid": nn.LogSigmoid(), "Mish": nn.Mish(),
    "ReLU6": nn.ReLU6(), "RReLU": nn.RReLU(), "SELU": nn.SELU(), "Sigmoid": nn.Sigmoid(), "SiLU": nn.SiLU(), "Softmax": nn.Softmax(1),
    "Softplus": nn.Softplus(), "Softshrink": nn.Softshrink(), "Softsign": nn.Softsign(), "Tanh": nn.Tanh(), "Tanhshrink": nn.Tanhshrink(),
    "Threshold": nn.Threshold(1, 2), "MaxPool1d": nn.MaxPool1d(2), "MaxPool2d": nn.MaxPool2d((3, 2), stride=2, padding=1), "AvgPool1d": nn.AvgPool1d(2),
    "AvgPool2d": nn.AvgPool2d(3, 2), "AdaptiveAvgPool2d": nn.AdaptiveAvgPool2d((1, 2)), "AdaptiveMaxPool1d": nn.AdaptiveMaxPool1d(3),
    "LPPool2d": nn.LPPool2d(2, 3), "Dropout2d": nn.Dropout2d(0.1), "Flatten": nn.Flatten(), "Unflatten": nn.Unflatten(1, (2, 3)), "Identity": nn.Identity(),
    "PixelShuffle": nn.PixelShuffle(2), "ZeroPad2d": nn.ZeroPad2d(1), "ConstantPad1d": nn.ConstantPad1d((1, 2), 3.5), "Upsample": nn.Upsample(scale_factor=2.0),
    "LocalResponseNorm": nn.LocalResponseNorm(2), "MSELoss": nn.MSELoss(), "CrossEntropyLoss": nn.CrossEntropyLoss(), "MaxUnpool2d": nn.MaxUnpool2d(2),
    "ReLU": nn.ReLU(), "LogSoftmax": nn.LogSoftmax(-1), "Softmax2d": nn.Softmax2d(), "Softmin": nn.Softmin(1), "GELUTanh": nn.GELU("tanh"),
    "MaxPool3d": nn.MaxPool3d((1, 2, 3), ceil_mode=True), "AvgPool3d": nn.AvgPool3d(2), "AdaptiveAvgPool1d": nn.AdaptiveAvgPool1d(2),
    "AdaptiveAvgPool3d": nn.AdaptiveAvgPool3d((1, 2, 3)), "AdaptiveMaxPool2d": nn.AdaptiveMaxPool2d(2), "AdaptiveMaxPool3d": nn.AdaptiveMaxPool3d(2),
    "LPPool1d": nn.LPPool1d(1.5, 2), "MaxUnpool1d": nn.MaxUnpool1d(3), "MaxUnpool3d": nn.MaxUnpool3d(2), "Dropout": nn.Dropout(),
    "Dropout1d": nn.Dropout1d(0.2), "Dropout3d": nn.Dropout3d(), "AlphaDropout": nn.AlphaDropout(), "FeatureAlphaDropout": nn.FeatureAlphaDropout(),
    "ReflectionPad1d": nn.ReflectionPad1d(2), "ReflectionPad2d": nn.ReflectionPad2d((1, 2, 0, 1)), "ReflectionPad3d": nn.ReflectionPad3d(1),
    "ReplicationPad1d": nn.ReplicationPad1d(1), "ReplicationPad2d": nn.ReplicationPad2d(1), "ReplicationPad3d": nn.ReplicationPad3d(1),
    "ConstantPad2d": nn.ConstantPad2d(1, 0.5), "ConstantPad3d": nn.ConstantPad3d(2, -1.5), "PixelUnshuffle": nn.PixelUnshuffle(3),
    "ChannelShuffle": nn.ChannelShuffle(2), "Fold": nn.Fold((4, 5), (2, 3)), "Unfold": nn.Unfold((2, 3), padding=(1, 1)),
    "UpsamplingNearest2d": nn.UpsamplingNearest2d(scale_factor=2.0), "UpsamplingBilinear2d": nn.UpsamplingBilinear2d(size=(3, 4)),
    "CrossMapLRN2d": nn.CrossMapLRN2d(3), "CosineSimilarity": nn.CosineSimilarity(), "PairwiseDistance": nn.PairwiseDistance(),
    "FractionalMaxPool2d": nn.FractionalMaxPool2d(2, output_size=3), "FractionalMaxPool3d": nn.FractionalMaxPool3d(2, output_size=3),
    "L1Loss": nn.L1Loss(), "NLLLoss": nn.NLLLoss(), "PoissonNLLLoss": nn.PoissonNLLLoss(), "GaussianNLLLoss": nn.GaussianNLLLoss(), "KLDivLoss": nn.KLDivLoss(),
    "BCELoss": nn.BCELoss(), "BCEWithLogitsLoss": nn.BCEWithLogitsLoss(), "HingeEmbeddingLoss": nn.HingeEmbeddingLoss(),
    "MultiLabelMarginLoss": nn.MultiLabelMarginLoss(), "SmoothL1Loss": nn.SmoothL1Loss(), "HuberLoss": nn.HuberLoss(), "SoftMarginLoss": nn.SoftMarginLoss(),
    "MultiLabelSoftMarginLoss": nn.MultiLabelSoftMarginLoss(), "CosineEmbeddingLoss": nn.CosineEmbeddingLoss(), "MarginRankingLoss": nn.MarginRankingLoss(),
    "MultiMarginLoss": nn.MultiMarginLoss(), "TripletMarginLoss": nn.TripletMarginLoss(), "CTCLoss": nn.CTCLoss(),
    "LazyLinear": nn.LazyLinear(3), "LazyConv2d": nn.LazyConv2d(3, 2),
    "LazyConvTranspose1d": nn.LazyConvTranspose1d(2, 3, stride=2), "LazyBatchNorm2d": nn.LazyBatchNorm2d(), "LazyInstanceNorm1d": nn.LazyInstanceNorm1d(),
    "SyncBatchNorm": nn.SyncBatchNorm(4), "ModuleList": nn.ModuleList([nn.ReLU(), nn.Tanh()]), "ModuleListEmpty": nn.ModuleList(),
    "ModuleDict": nn.ModuleDict({"a": nn.ReLU(), "b": nn.Identity()}), "SequentialEmpty": nn.Sequential(),
    "DataParallel": nn.DataParallel(nn.ReLU()),
}
inits = {
    "uniform_": lambda t: init.uniform_(t, -2, 3), "normal_": lambda t: init.normal_(t, 1, 2), "trunc_normal_": lambda t: init.trunc_normal_(t, 0.5, 2, -1, 2),
    "xavier_uniform_": lambda t: init.xavier_uniform_(t, 1.5), "xavier_normal_": init.xavier_normal_,
    "kaiming_uniform_": lambda t: init.kaiming_uniform_(t, mode="fan_out", nonlinearity="relu"),
    "kaiming_normal_": lambda t: init.kaiming_normal_(t, 0.3), "orthogonal_": lambda t: init.orthogonal_(t, 2), "sparse_": lambda t: init.sparse_(t, 0.4),
    "eye_": init.eye_, "constant_": lambda t: init.constant_(t, 0.25),
}


def numbers(tensor, count=8):
    return [json_number(float(str(v))) for v in tensor.detach().float().reshape(-1)[:count].numpy()]


starts = []
for name, make in layers.items():
    torch.manual_seed(0)
    module = make()
    starts.append({"name": name, "print": str(module), "next": torch.rand(1).item(),
                   "state": {k: {"shape": list(v.shape), "first": numbers(v)} for k, v in module.state_dict().items()}})
filled = []
for name, fill in inits.items():
    torch.manual_seed(0)
    tensor = fill(torch.empty(5, 4))
    filled.append({"name": name, "values": numbers(tensor, 20), "next": torch.rand(1).item()})
torch.manual_seed(0)
filled.append({"name": "dirac_", "values": numbers(init.dirac_(torch.empty(4, 2, 3), 2), 24), "next": torch.rand(1).item()})
document = {"layers": starts, "inits": filled, "prints": {k: str(m) for k, m in plain.items()}}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(document, indent=0, separators=(",", ":")) + "\n")
