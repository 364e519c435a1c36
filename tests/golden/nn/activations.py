"""Activations over a range that crosses every threshold, odd shapes and an empty batch."""
import torch
from torch import nn
from torch.nn import functional as F

from recorder import Recorder, line

r = Recorder(__file__, doubles=True)
numbers = line(-7.3, 7.1, 29)

for name, module in {
    "relu": nn.ReLU(), "relu6": nn.ReLU6(), "leaky_relu": nn.LeakyReLU(0.2), "prelu_one": nn.PReLU(), "elu": nn.ELU(0.7), "selu": nn.SELU(),
    "celu": nn.CELU(1.3), "gelu": nn.GELU(), "gelu_tanh": nn.GELU("tanh"), "silu": nn.SiLU(), "mish": nn.Mish(), "hardswish": nn.Hardswish(),
    "hardsigmoid": nn.Hardsigmoid(), "hardtanh": nn.Hardtanh(-2.5, 1.5), "sigmoid": nn.Sigmoid(), "tanh": nn.Tanh(),
    "softplus": nn.Softplus(2.0, 5.0), "softsign": nn.Softsign(), "softshrink": nn.Softshrink(0.8), "hardshrink": nn.Hardshrink(0.8),
    "tanhshrink": nn.Tanhshrink(), "threshold": nn.Threshold(0.4, -3.0), "logsigmoid": nn.LogSigmoid(),
}.items():
    r.case(name, module, numbers)

r.case("prelu_channels", nn.PReLU(3), r.randn(2, 3, 5))
r.case("rrelu_eval", nn.RReLU(0.1, 0.4), numbers, train=False)
r.case("rrelu_train", nn.RReLU(0.1, 0.4), numbers, seed=3)
r.case("glu", nn.GLU(1), r.randn(3, 6, 2))
r.case("softmax", nn.Softmax(1), r.randn(3, 5, 2, scale=3))
r.case("log_softmax", nn.LogSoftmax(-1), r.randn(3, 7, scale=3))
r.case("softmin", nn.Softmin(0), r.randn(4, 3))
r.case("softmax2d", nn.Softmax2d(), r.randn(2, 3, 2, 3))
r.case("relu_empty", nn.ReLU(), torch.zeros(0, 3))
r.case("softmax_extreme", nn.Softmax(0), torch.tensor([1000.0, -1000.0, 999.0]))
r.case("gumbel_softmax", lambda x: F.gumbel_softmax(x, tau=0.7), r.randn(3, 4), seed=11)
r.case("gumbel_softmax_hard", lambda x: F.gumbel_softmax(x, tau=0.7, hard=True), r.randn(3, 4), seed=12)
r.write()
