"""Writes optimizers.json: parameters and states after 20 steps of each optimizer with its options; and half_way.pt, for each
optimizer the last of its cases after ten steps.

Parameters and gradients follow from integers (see value()), so the test can make the same ones exactly.
Run with Debian 12's python3-torch (1.13.1): python3 write_optimizers.py
What only later versions have goes to optimizers_newer.json; with Debian 13's (2.6.0): python3 write_optimizers.py newer
"""
import json
import os
import sys

import torch

STEPS = 20
SHAPES = [(4, 3), (5,), (2, 2, 2)]
# The second parameter has no gradient during the first steps.
LATE_PARAMETER, LATE_UNTIL = 1, 3


def value(index, step, parameter):
    return ((index * 7919 + step * 104729 + parameter * 31 + 17) % 2001 - 1000) / 1000


def tensor(shape, step, parameter, dtype=torch.float32):
    if dtype.is_complex:
        return torch.view_as_complex(tensor((*shape, 2), step, parameter))
    count = int(torch.tensor(shape).prod())
    # Rounded to float32 first, so that both types start from the same numbers.
    return torch.tensor([value(i, step, parameter) for i in range(count)], dtype=torch.float32).reshape(shape).to(dtype)


def parameters(dtype=torch.float32):
    return [torch.nn.Parameter(tensor(shape, 0, k, dtype)) for k, shape in enumerate(SHAPES)]


def sparse_gradient(p, step, parameter):
    """Three rows of the gradient, of which two may be the same."""
    rows = [(step * 5 + k * k + parameter) % p.shape[0] for k in range(3)]
    return torch.sparse_coo_tensor(torch.tensor([rows]), tensor((3, *p.shape[1:]), step, parameter, p.dtype), p.shape)


def set_gradients(params, step, sparse=False):
    for k, p in enumerate(params):
        late = k == LATE_PARAMETER and step <= LATE_UNTIL
        p.grad = None if late else sparse_gradient(p, step, k) if sparse else tensor(p.shape, step, k, p.dtype)


def plain(v):
    if isinstance(v, torch.Tensor):
        v = torch.view_as_real(v) if v.is_complex() else v.to_dense() if v.is_sparse else v
        return v.flatten().tolist() if v.dim() else float(v)
    return v


def run(name, options, groups=None, dtype=torch.float32, sparse=False):
    params = parameters(dtype)
    if groups is None:
        optimizer = getattr(torch.optim, name)(params, **options)
    else:
        given = [dict(g, params=[params[i] for i in g["params"]]) for g in groups]
        optimizer = getattr(torch.optim, name)(given, **options)
    trace = {}
    for step in range(1, STEPS + 1):
        set_gradients(params, step, sparse)
        optimizer.step()
        if step in (1, 5, STEPS):
            trace[str(step)] = [plain(p.detach()) for p in params]
    state = {str(k): {n: plain(v) for n, v in s.items()} for k, s in optimizer.state_dict()["state"].items()}
    return {"optimizer": name, "options": options, "groups": groups, "dtype": str(dtype).split(".")[1], "sparse": sparse, "trace": trace, "state": state}


CASES = [
    ("SGD", {"lr": 0.1}),
    ("SGD", {"lr": 0.1, "momentum": 0.9}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "dampening": 0.3, "weight_decay": 0.01}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.01}),
    ("SGD", {"lr": 0.05, "momentum": 0.5, "maximize": True, "weight_decay": 0.1}),
    ("Adam", {"lr": 0.01}),
    ("Adam", {"lr": 0.01, "betas": [0.8, 0.95], "eps": 1e-6, "weight_decay": 0.1}),
    ("Adam", {"lr": 0.01, "amsgrad": True}),
    ("Adam", {"lr": 0.01, "maximize": True}),
    ("AdamW", {"lr": 0.01}),
    ("AdamW", {"lr": 0.01, "weight_decay": 0.2, "amsgrad": True}),
    ("AdamW", {"lr": 0.01, "maximize": True}),
    ("RMSprop", {"lr": 0.01}),
    ("RMSprop", {"lr": 0.01, "alpha": 0.9, "momentum": 0.8, "centered": True, "weight_decay": 0.1}),
    ("Adagrad", {"lr": 0.05}),
    ("Adagrad", {"lr": 0.05, "lr_decay": 0.1, "weight_decay": 0.1, "initial_accumulator_value": 0.2}),
    ("Adagrad", {"lr": 0.05, "maximize": True, "weight_decay": 0.1, "eps": 1e-6}),
    ("Adadelta", {"lr": 1.0}),
    ("Adadelta", {"lr": 0.5, "rho": 0.8, "weight_decay": 0.1}),
    ("Adamax", {"lr": 0.01}),
    ("Adamax", {"lr": 0.01, "betas": [0.8, 0.95], "weight_decay": 0.1}),
    ("Adamax", {"lr": 0.01, "eps": 1e-4, "maximize": True, "weight_decay": 0.1}),
    # Without foreach, 1.13 multiplies the next momentum twice; later versions do not.
    ("NAdam", {"lr": 0.01, "foreach": True}),
    ("NAdam", {"lr": 0.01, "betas": [0.8, 0.95], "eps": 1e-6, "weight_decay": 0.1, "momentum_decay": 0.02, "foreach": True}),
    ("RAdam", {"lr": 0.01}),
    ("RAdam", {"lr": 0.01, "betas": [0.8, 0.95], "eps": 1e-6, "weight_decay": 0.1}),
    ("Rprop", {"lr": 0.01}),
    ("Rprop", {"lr": 0.05, "etas": [0.4, 1.5], "step_sizes": [1e-3, 0.1], "maximize": True}),
    ("ASGD", {"lr": 0.05}),
    ("ASGD", {"lr": 0.05, "lambd": 0.01, "alpha": 0.5, "t0": 5, "weight_decay": 0.1, "maximize": True}),
]
GROUPS = [
    ("SGD", {"lr": 0.1, "momentum": 0.9}, [{"params": [0]}, {"params": [1, 2], "lr": 0.01, "momentum": 0.5}]),
    ("Adam", {"lr": 0.01}, [{"params": [0], "weight_decay": 0.1}, {"params": [1, 2], "lr": 0.001}]),
]
SPARSE = [
    ("SparseAdam", {"lr": 0.05}),
    ("SparseAdam", {"lr": 0.05, "betas": [0.8, 0.95], "eps": 1e-6, "maximize": True}),
    ("SGD", {"lr": 0.1}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "maximize": True}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True}),
    ("Adagrad", {"lr": 0.05, "lr_decay": 0.1, "initial_accumulator_value": 0.2}),
    ("Adagrad", {"lr": 0.05, "maximize": True}),
]
# AMSGrad and, before 2.1, NAdam and RAdam take no complex parameters in Python.
COMPLEX = [case for case in CASES if case[0] not in ("NAdam", "RAdam") and "amsgrad" not in case[1]]
NEWER = [
    ("NAdam", {"lr": 0.01, "weight_decay": 0.1, "maximize": True}),
    ("NAdam", {"lr": 0.01, "weight_decay": 0.1, "decoupled_weight_decay": True}),
    ("RAdam", {"lr": 0.01, "weight_decay": 0.1, "maximize": True}),
    ("RAdam", {"lr": 0.01, "weight_decay": 0.1, "decoupled_weight_decay": True}),
    ("Adafactor", {"lr": 0.1}),
    ("Adafactor", {"lr": 0.5, "beta2_decay": -0.5, "eps": [1e-4, 1e-2], "d": 1.5, "weight_decay": 0.1}),
    ("Adafactor", {"lr": 0.05, "maximize": True}),
]
NEWER_COMPLEX = [
    ("Adam", {"lr": 0.01, "amsgrad": True}),
    ("AdamW", {"lr": 0.01, "weight_decay": 0.2, "amsgrad": True}),
    ("NAdam", {"lr": 0.01, "weight_decay": 0.1}),
    ("RAdam", {"lr": 0.01, "betas": [0.8, 0.95], "weight_decay": 0.1}),
]
HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, results):
    with open(os.path.join(HERE, name), "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(result) for result in results) + "\n]\n")


def half_way():
    """For each optimizer the last of its cases, without what only fits one version."""
    saved = {}
    for name, options in CASES + SPARSE[:2]:
        params = parameters()
        optimizer = getattr(torch.optim, name)(params, **options)
        for step in range(1, STEPS // 2 + 1):
            set_gradients(params, step, name == "SparseAdam")
            optimizer.step()
        saved[name] = {"optimizer": optimizer.state_dict(), "parameters": [p.detach().clone() for p in params]}
    torch.save(saved, os.path.join(HERE, "half_way.pt"))


def main():
    if "newer" in sys.argv:
        write("optimizers_newer.json", [run(*case) for case in NEWER] + [run(*case, dtype=torch.float64) for case in NEWER]
              + [run(*case, dtype=torch.complex64) for case in NEWER_COMPLEX])
        return
    write("optimizers.json", [run(*case) for case in CASES + GROUPS] + [run(*case, dtype=torch.float64) for case in CASES]
          + [run(*case, dtype=torch.complex64) for case in COMPLEX]
          + [run(*case, dtype=dtype, sparse=True) for case in SPARSE for dtype in (torch.float32, torch.float64)])
    half_way()


if __name__ == "__main__":
    main()
