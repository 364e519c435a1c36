"""Layers, as modules.py traces them."""
import torch
import torch.nn.functional as F
from torch import nn

from cases import V, X, case, cases, make, real, whole

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
