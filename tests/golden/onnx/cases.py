"""What the scripts beside this one share: a case is a module that is traced or scripted, and what its inputs are."""
import warnings

import torch
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
