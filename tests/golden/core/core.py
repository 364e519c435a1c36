"""Writes the reference outputs of the tensor core from the oracle: run with Debian's python3 and python3-torch.

    /usr/bin/python3 tests/golden/core/core.py

Files beside this one: printing.json, indexing.json, operators.json, promotion.json. Numbers are written so that they
come back bit for bit; NaN and infinities as strings.
"""
import json
import math
import os
import random

import torch

HERE = os.path.dirname(os.path.abspath(__file__))


def number(value):
    if isinstance(value, complex):
        return [number(value.real), number(value.imag)]
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else ("inf" if value > 0 else "-inf")
    return value


def spec(tensor):
    flat = tensor.detach().resolve_conj().reshape(-1)
    if flat.dtype in (torch.half, torch.bfloat16):
        flat = flat.float()
    return {
        "dtype": str(tensor.dtype)[6:],
        "shape": list(tensor.shape),
        "values": [number(v) for v in flat.tolist()],
    }


def write(name, cases):
    path = os.path.join(HERE, name)
    with open(path + ".new", "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
    os.replace(path + ".new", path)
    print(f"{name}: {len(cases)} cases, torch {torch.__version__}")


def printing():
    torch.manual_seed(1)
    nan, inf = float("nan"), float("inf")
    tensors = [
        torch.tensor(3.5), torch.tensor(-7), torch.tensor(True), torch.tensor(1e-8), torch.tensor(float("nan")),
        torch.arange(6).reshape(2, 3), torch.arange(24).reshape(2, 3, 4), torch.arange(24.0).reshape(2, 3, 4) / 7,
        torch.tensor([1e-8, 1.0, 1e5]), torch.tensor([nan, 1, inf]), torch.tensor([nan, 1.5, -inf]), torch.tensor([0.0, 0.0]),
        torch.tensor([-0.0, 1.0]), torch.tensor([]), torch.zeros(0, 3), torch.zeros(2, 0, dtype=torch.int64),
        torch.tensor([True, False]), torch.tensor([[True], [False]]),
        torch.arange(2000), torch.randn(1200), torch.randn(40, 40), torch.randn(12, 10, 11), torch.arange(1001.0),
        torch.randn(3, 4), torch.randn(30), torch.randn(2, 2, dtype=torch.float64), torch.randn(5, dtype=torch.float16),
        torch.randn(5).bfloat16(), torch.randint(0, 255, (3, 5), dtype=torch.uint8), torch.tensor([-128, 5], dtype=torch.int8),
        torch.tensor([30000, -5], dtype=torch.int16), torch.tensor([2 ** 30, -5], dtype=torch.int32), torch.tensor([2 ** 62, -5]),
        torch.tensor([1 + 2j, 3.5 - 4j]), torch.tensor([1 + 2j, 3.5 - 4j], dtype=torch.complex128), torch.tensor([[1j, -1j]]),
        torch.tensor([0.03125, 1.5]), torch.tensor([1e10, 1.0]), torch.tensor([123456789.0, 1.5]), torch.tensor([1e8, 1.0]),
        torch.tensor([99999999.0, 1e5]), torch.tensor([0.0001, 0.09]), torch.tensor([0.00009, 0.05]), torch.tensor([1000.0, 1.0]),
        torch.tensor([1001.0, 1.0]), torch.tensor([1e38, -1e-38]), torch.tensor([1e-45, 1.0]), torch.tensor([0.5, 1e20]),
        torch.tensor([2.5, 0.125, 0.00005]), torch.linspace(-3, 3, 25), torch.randn(1, 1, 1, 1), torch.randn(2, 3, 1, 2),
        torch.randn(3, 100), torch.tensor([1.0, 2.0, 3.0]), torch.full((7,), 1 / 3, dtype=torch.float64), torch.randn(7, 7) * 1e6,
    ]
    write("printing.json", [dict(spec(t), text=str(t)) for t in tensors])


def indexing():
    rng = random.Random(3)
    cases = []

    def part(size):
        kind = rng.choice(["int", "slice", "slice", "none", "list", "mask"])
        if kind == "int":
            return rng.randrange(-size, size)
        if kind == "slice":
            pick = lambda: rng.choice([None, rng.randrange(-size - 1, size + 2)])
            return {"slice": [pick(), pick(), rng.choice([None, 1, 2, 3])]}
        if kind == "none":
            return None
        if kind == "list":
            return {"tensor": [rng.randrange(-size, size) for _ in range(2)]}
        return {"mask": [rng.random() < 0.5 for _ in range(size)]}

    def real(p):
        if p == "...":
            return Ellipsis
        if isinstance(p, dict) and "slice" in p:
            return slice(*p["slice"])
        if isinstance(p, dict) and "tensor" in p:
            return torch.tensor(p["tensor"])
        if isinstance(p, dict) and "mask" in p:
            return torch.tensor(p["mask"])
        return p

    while len(cases) < 220:
        shape = [rng.randrange(1, 5) for _ in range(rng.randrange(1, 5))]
        parts, dim = [], 0
        while dim < len(shape) and rng.random() < 0.9:
            p = part(shape[dim])
            parts.append(p)
            dim += p is not None
        if rng.random() < 0.3:
            parts.insert(rng.randrange(len(parts) + 1), "...")
            # after an ellipsis the parts meet other dimensions: keep only what certainly fits
            if any(isinstance(p, dict) and "mask" in p for p in parts):
                continue
        base = torch.arange(float(math.prod(shape))).reshape(shape)
        try:
            index = tuple(real(p) for p in parts)
            got = base[index]
            put = base.clone()
            put[index] = -1.0
        except (IndexError, RuntimeError) as error:
            cases.append({"shape": shape, "parts": parts, "error": type(error).__name__})
            continue
        cases.append({"shape": shape, "parts": parts, "result": spec(got), "put": spec(put)})
    write("indexing.json", cases)


def operators():
    torch.manual_seed(5)
    special = torch.tensor([0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 1e-30, 1e30, -1e30, float("inf"), float("-inf"), float("nan")])
    ordinary = torch.randn(3, 5)
    odd = torch.randn(7, 3).t()[::2]
    empty = torch.zeros(0, 4)
    scalar = torch.tensor(0.7)
    inputs = [special, ordinary, odd, empty, scalar, torch.randn(2, 3, dtype=torch.float64)]
    unary = ["abs", "neg", "exp", "expm1", "log", "log1p", "log2", "sqrt", "rsqrt", "sin", "cos", "tan", "asin", "acos", "atan", "sinh",
             "cosh", "tanh", "sigmoid", "relu", "floor", "ceil", "round", "trunc", "frac", "sign", "reciprocal", "square", "erf", "erfc",
             "lgamma", "digamma", "isnan", "isinf", "sum", "mean", "prod", "amax", "amin", "cumsum", "softmax", "log_softmax", "logsumexp",
             "t", "flatten", "nan_to_num", "gelu", "silu", "mish", "elu", "selu", "hardswish", "softplus", "std", "var", "norm"]
    extra = {"cumsum": [0], "softmax": [-1], "log_softmax": [-1], "logsumexp": [[-1]], "amax": [[-1]], "amin": [[-1]]}
    overload = {"round": "", "softmax": "int", "log_softmax": "int", "norm": "Scalar", "flatten": "using_ints"}
    cases = []
    for name in unary:
        for value in inputs:
            if name in ("t",) and value.dim() > 2 or name in ("amax", "amin") and value.numel() == 0:
                continue
            x = value.detach().clone()
            if value is odd:
                x = odd.detach()
            x = x.requires_grad_(True)
            args = extra.get(name, [])
            full = f"aten::{name}" + (f".{overload[name]}" if overload.get(name) else "")
            op = getattr(getattr(torch.ops.aten, name), overload.get(name) or "default")
            try:
                y = op(x, *args)
            except (RuntimeError, IndexError):
                continue
            case = {"op": full, "input": spec(x), "strided": value is odd, "args": args, "output": spec(y)}
            if y.requires_grad:
                grad, = torch.autograd.grad(y.sum(), x)
                case["grad"] = spec(grad)
            cases.append(case)
    write("operators.json", cases)


def promotion():
    types = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32,
             torch.float64, torch.bool, torch.complex64, torch.complex128]
    cases = []
    for a in types:
        for b in types:
            cases.append({"left": str(a)[6:], "right": str(b)[6:], "promoted": str(torch.promote_types(a, b))[6:]})
    for a in types:
        for value in (True, 2, 2.5):
            x = torch.ones(2, dtype=a)
            for name in ("add", "mul", "sub", "div"):
                try:
                    y = getattr(torch, name)(x, value)
                except RuntimeError:
                    continue
                cases.append({"left": str(a)[6:], "number": value, "kind": type(value).__name__, "op": name, "output": spec(y)})
    write("promotion.json", cases)


if __name__ == "__main__":
    printing()
    indexing()
    operators()
    promotion()
