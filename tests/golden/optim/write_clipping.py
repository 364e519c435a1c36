"""Writes clipping.json: norms and gradients after clip_grad_norm_ and clip_grad_value_, one parameter without gradient.

Parameters and gradients are those of write_optimizers.py. Run with Debian 12's python3-torch (1.13.1): python3 write_clipping.py
"""
import json
import math
import os

import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

from write_optimizers import parameters, plain, set_gradients

DTYPES = [torch.float32, torch.float64, torch.complex64]


def run(limit, order, dtype, step, spoiled=None):
    params = parameters(dtype)
    set_gradients(params, step)
    if spoiled is not None:
        params[0].grad[0, 0] = spoiled
    if order is None:
        clip_grad_value_(params, limit)
        norm = None
    else:
        norm = str(float(clip_grad_norm_(params, limit, order)))
    return {"limit": limit, "order": None if order is None else str(order), "dtype": str(dtype).split(".")[1], "step": step,
            "spoiled": None if spoiled is None else str(spoiled), "norm": norm,
            "gradients": [None if p.grad is None else [str(v) for v in plain(p.grad)] for p in params]}


if __name__ == "__main__":
    results = [run(limit, order, dtype, step)
               for limit, order, step in [(0.5, 2.0, 2), (1e9, 2.0, 5), (0.3, 1.0, 5), (0.2, math.inf, 2), (0.7, 3.0, 6), (0.4, 0.5, 5)]
               for dtype in DTYPES]
    results += [run(0.25, None, dtype, 2) for dtype in DTYPES[:2]]
    results += [run(0.5, order, torch.float32, 5, value) for order in (2.0, math.inf) for value in (math.nan, math.inf)]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "clipping.json"), "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(r) for r in results) + "\n]\n")
