"""Writes optimizers.json: parameters and states after 20 steps of each optimizer with its options.

Parameters and gradients follow from integers (see value()), so the test can make the same ones exactly.
Run with Debian's python3-torch (1.13.1): python3 write_optimizers.py
"""
import json
import os

import torch

STEPS = 20
SHAPES = [(4, 3), (5,), (2, 2, 2)]
# The second parameter has no gradient during the first steps.
LATE_PARAMETER, LATE_UNTIL = 1, 3


def value(index, step, parameter):
    return ((index * 7919 + step * 104729 + parameter * 31 + 17) % 2001 - 1000) / 1000


def tensor(shape, step, parameter, dtype=torch.float32):
    count = int(torch.tensor(shape).prod())
    # Rounded to float32 first, so that both types start from the same numbers.
    return torch.tensor([value(i, step, parameter) for i in range(count)], dtype=torch.float32).reshape(shape).to(dtype)


def parameters(dtype=torch.float32):
    return [torch.nn.Parameter(tensor(shape, 0, k, dtype)) for k, shape in enumerate(SHAPES)]


def set_gradients(params, step):
    for k, p in enumerate(params):
        late = k == LATE_PARAMETER and step <= LATE_UNTIL
        p.grad = None if late else tensor(p.shape, step, k, p.dtype)


def plain(v):
    if isinstance(v, torch.Tensor):
        return v.flatten().tolist() if v.dim() else float(v)
    return v


def run(name, options, groups=None, dtype=torch.float32):
    params = parameters(dtype)
    if groups is None:
        optimizer = getattr(torch.optim, name)(params, **options)
    else:
        given = [dict(g, params=[params[i] for i in g["params"]]) for g in groups]
        optimizer = getattr(torch.optim, name)(given, **options)
    trace = {}
    for step in range(1, STEPS + 1):
        set_gradients(params, step)
        optimizer.step()
        if step in (1, 5, STEPS):
            trace[str(step)] = [p.detach().flatten().tolist() for p in params]
    state = {str(k): {n: plain(v) for n, v in s.items()} for k, s in optimizer.state_dict()["state"].items()}
    return {"optimizer": name, "options": options, "groups": groups, "dtype": str(dtype).split(".")[1], "trace": trace, "state": state}


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
    ("Adadelta", {"lr": 1.0}),
    ("Adadelta", {"lr": 0.5, "rho": 0.8, "weight_decay": 0.1}),
    ("Adamax", {"lr": 0.01}),
    ("Adamax", {"lr": 0.01, "betas": [0.8, 0.95], "weight_decay": 0.1}),
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


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    results = [run(*case) for case in CASES + GROUPS] + [run(*case, dtype=torch.float64) for case in CASES]
    with open(os.path.join(here, "optimizers.json"), "w") as file:
        json.dump(results, file, indent=0)
        file.write("\n")

    # An Adam in the middle of its work, and where it gets in the ten steps after.
    params = parameters()
    optimizer = torch.optim.Adam(params, lr=0.01, amsgrad=True)
    for step in range(1, 11):
        set_gradients(params, step)
        optimizer.step()
    torch.save({"optimizer": optimizer.state_dict(), "parameters": [p.detach().clone() for p in params]}, os.path.join(here, "adam_half_way.pt"))
    for step in range(11, STEPS + 1):
        set_gradients(params, step)
        optimizer.step()
    torch.save([p.detach() for p in params], os.path.join(here, "adam_end.pt"))


if __name__ == "__main__":
    main()
