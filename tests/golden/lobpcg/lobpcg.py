"""Writes lobpcg.json.gz: eigenpairs that torch.lobpcg found from given starts, with gradients, and the exact eigenvalues beside them.

With a metric and several vectors, Python 1.13's basic method finds one pair twice: that case has one vector only.

Run with Debian's python3-torch (1.13.1): python3 lobpcg.py
"""
import gzip
import json
import os

import torch


def tensor(value):
    return {"dtype": str(value.dtype).split(".")[-1], "shape": list(value.shape), "values": value.detach().reshape(-1).tolist()}


def positive(m, dtype, batch=()):
    half = torch.randn(*batch, m, m, dtype=torch.float64)
    spread = torch.linspace(1, 20, m, dtype=torch.float64)
    q = torch.linalg.qr(half)[0]
    matrix = (q * spread) @ q.mT
    return ((matrix + matrix.mT) / 2).to(dtype)


torch.manual_seed(3)
cases = []
for dtype in (torch.float32, torch.float64):
    for name, m, k, n, batch, metric, inverse, largest, method in (
            ("one", 9, 1, 1, (), False, False, True, "ortho"), ("largest", 20, 3, 3, (), False, False, True, "ortho"),
            ("smallest", 20, 3, 4, (), False, False, False, "ortho"), ("metric", 20, 2, 3, (), True, False, True, "ortho"),
            ("preconditioned", 20, 3, 3, (), False, True, False, "ortho"), ("batch", 12, 2, 3, (2, 2), False, False, True, "ortho"),
            ("basic", 20, 3, 3, (), False, False, True, "basic"), ("basic metric", 20, 1, 1, (), True, False, True, "basic"),
            ("sparse", 20, 3, 3, (), False, False, True, "ortho")):
        a = positive(m, dtype, batch)
        b = positive(m, dtype, batch) / 10 if metric else None
        x = torch.randn(*batch, m, n, dtype=dtype)
        ik = torch.linalg.inv(a) + 0.01 * torch.eye(m, dtype=dtype) if inverse else None
        case = {"name": f"{name} {str(dtype).split('.')[-1]}", "A": tensor(a), "X": tensor(x), "k": k, "largest": largest, "method": method,
                "sparse": name == "sparse"}
        if b is not None:
            case["B"] = tensor(b)
        if ik is not None:
            case["iK"] = tensor(ik)
        differentiable = not metric and name != "sparse" and dtype == torch.float64
        source = a.clone().requires_grad_(differentiable)
        tol = 1e-6 if dtype == torch.float32 else 1e-11
        case["tol"] = tol
        try:
            e, u = torch.lobpcg(source.to_sparse() if name == "sparse" else source, k, b, x.clone(), iK=ik, tol=tol, largest=largest, method=method)
        except Exception:  # Python's own assertions and the basic method's Cholesky may fail near the end: a looser end then
            case["tol"] = tol = 1e-3 if dtype == torch.float32 else 1e-6
            e, u = torch.lobpcg(source.to_sparse() if name == "sparse" else source, k, b, x.clone(), iK=ik, tol=tol, largest=largest, method=method)
        case["E"], case["U"] = tensor(e), tensor(u)
        if differentiable:
            # Of the vectors' squares, since their signs are free.
            weights = torch.linspace(-1, 1, u.numel(), dtype=dtype).reshape(u.shape)
            ((e * torch.arange(1., k + 1)).sum() + (u ** 2 * weights).sum()).backward()
            case["A.grad"] = tensor(source.grad)
        cases.append(case)
with gzip.GzipFile(os.path.join(os.path.dirname(os.path.abspath(__file__)), "lobpcg.json.gz"), "wb", mtime=0) as file:
    file.write((json.dumps(cases) + "\n").encode())
