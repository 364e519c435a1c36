"""Writes functional.json: what Python's torch.autograd.functional, forward_ad and vmap compute of the functions named here.

Run with the system's Python (python3-torch of Debian 12): /usr/bin/python3 tests/golden/autograd/functional.py
"""
import json
import math
import pathlib

import torch
import functorch
import torch.autograd.forward_ad as fwAD
from torch.autograd import functional as F

GENERATOR = torch.Generator().manual_seed(20221028)


def pack(t):
    t = t.detach()
    values = t.reshape(-1).tolist() if not t.is_complex() else [[v.real, v.imag] for v in t.reshape(-1).tolist()]
    return {"dtype": str(t.dtype).split(".")[1], "shape": list(t.shape), "values": values}


def randn(*shape, dtype=torch.float64):
    return torch.randn(*shape, generator=GENERATOR, dtype=dtype)


# One input, one output. The same names are functions in FunctionalTests.cs.
ONE = {
    "exp_sum_rows": lambda x: x.exp().sum(1),
    "square": lambda x: x * x,
    "tanh_mm": lambda x: torch.tanh(x.mm(x.t())),
    "softmax": lambda x: torch.softmax(x, -1),
    "cumprod": lambda x: x.cumprod(0),
    "constant": lambda x: torch.ones(2, dtype=x.dtype),
    "logsumexp": lambda x: x.logsumexp(1),
    "sigmoid_mean": lambda x: torch.sigmoid(x).mean(0),
}
SCALAR = {
    "cube_sum": lambda x: x.pow(3).sum(),
    "exp_reducer": lambda x: x.exp().sum(),
    "log_cosh": lambda x: (x.exp() + (-x).exp()).log().sum(),
    "norm": lambda x: x.norm(),
    "quadratic": lambda x: x.mm(x.t()).sum(),
    "linear": lambda x: (3 * x).sum(),
}
TWO = {
    "product_and_sum": lambda x, y: (x * y.exp(), x.sum() + y.sum()),
    "first_only": lambda x, y: (x * 2, x.sin()),
    "matrix": lambda x, y: (x.mm(y.t()), y.cumsum(0)),
}
TWO_SCALAR = {
    "mixed": lambda x, y: (x * y.pow(2)).sum() + x.pow(3).sum(),
    "separate": lambda x, y: x.exp().sum() + y.sin().sum(),
}

cases = []
for dtype, name in ((torch.float64, "float64"), (torch.float32, "float32"), (torch.complex128, "complex128")):
    for f, function in ONE.items():
        if dtype.is_complex and f in ("softmax", "logsumexp", "sigmoid_mean", "constant"):
            continue
        x, v = randn(2, 3, dtype=dtype), randn(2, 3, dtype=dtype)
        out = function(x)
        w = torch.randn(out.shape, generator=GENERATOR, dtype=dtype)
        case = {"function": f, "kind": "one", "inputs": [pack(x)], "v": [pack(v)], "w": [pack(w)]}
        try:
            case["jacobian"] = [pack(F.jacobian(function, x))]
        except RuntimeError as error:  # of complex functions, later Pythons have none
            case["refused"] = str(error)
        if f != "constant" and not dtype.is_complex:
            case["vjp"] = [pack(t) for t in F.vjp(function, x, w)]
            case["jvp"] = [pack(t) for t in F.jvp(function, x, v)]
        if f == "constant":
            case["vjp"] = [pack(t) for t in F.vjp(function, x, w)]
            case["jvp"] = [pack(t) for t in F.jvp(function, x, v)]
        if not dtype.is_complex:
            with fwAD.dual_level():
                dual = function(fwAD.make_dual(x, v))
                p, t = fwAD.unpack_dual(dual)
                case["dual"] = [pack(p), pack(t) if t is not None else None]
        batch = randn(4, 2, 3, dtype=dtype)
        if f not in ("constant",):
            case["batch"] = pack(batch)
            case["vmap"] = pack(functorch.vmap(function)(batch))
        cases.append(case)
    if dtype.is_complex:
        continue
    for f, function in SCALAR.items():
        x, v = randn(2, 3, dtype=dtype), randn(2, 3, dtype=dtype)
        cases.append({
            "function": f, "kind": "scalar", "inputs": [pack(x)], "v": [pack(v)],
            "hessian": [pack(F.hessian(function, x))],
            "vhp": [pack(t) for t in F.vhp(function, x, v)],
            "hvp": [pack(t) for t in F.hvp(function, x, v)]})
    for f, function in TWO.items():
        x, y = randn(2, 3, dtype=dtype), randn(2, 3, dtype=dtype)
        v = [randn(2, 3, dtype=dtype), randn(2, 3, dtype=dtype)]
        w = [torch.randn(o.shape, generator=GENERATOR, dtype=dtype) for o in function(x, y)]
        o, p = F.vjp(function, (x, y), tuple(w))
        o2, p2 = F.jvp(function, (x, y), tuple(v))
        cases.append({
            "function": f, "kind": "two", "inputs": [pack(x), pack(y)], "v": [pack(t) for t in v], "w": [pack(t) for t in w],
            "jacobian": [pack(t) for row in F.jacobian(function, (x, y)) for t in row],
            "vjp": [pack(t) for t in (*o, *p)], "jvp": [pack(t) for t in (*o2, *p2)]})
    for f, function in TWO_SCALAR.items():
        x, y = randn(2, 2, dtype=dtype), randn(2, 2, dtype=dtype)
        v = (randn(2, 2, dtype=dtype), randn(2, 2, dtype=dtype))
        a, b = F.vhp(function, (x, y), v), F.hvp(function, (x, y), v)
        cases.append({
            "function": f, "kind": "two_scalar", "inputs": [pack(x), pack(y)], "v": [pack(t) for t in v],
            "hessian": [pack(t) for row in F.hessian(function, (x, y)) for t in row],
            "vhp": [pack(t) for t in (a[0], *a[1])], "hvp": [pack(t) for t in (b[0], *b[1])]})

path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
print(len(cases), "cases,", path.stat().st_size, "bytes")
