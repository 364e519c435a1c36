"""Writes lbfgs.json: where LBFGS gets to on two functions, step by step, with the number of its evaluations; and lbfgs_half_way.pt,
the first case after three steps.

The third parameter has no gradient. Run with Debian 12's python3-torch (1.13.1): python3 write_lbfgs.py
"""
import json
import os

import torch

STEPS = 8
CASES = [
    {"lr": 1.0, "line_search_fn": "strong_wolfe", "max_iter": 6},
    {"lr": 1.0, "line_search_fn": "strong_wolfe"},
    {"lr": 0.5, "line_search_fn": "strong_wolfe", "max_iter": 5, "history_size": 2},
    {"lr": 0.1, "line_search_fn": None},
    {"lr": 0.3, "line_search_fn": None, "max_iter": 4, "history_size": 3},
    {"lr": 0.3, "line_search_fn": None, "max_iter": 9, "max_eval": 5, "tolerance_change": 1e-3},
]
WAVES = [
    {"lr": 1.0, "line_search_fn": "strong_wolfe", "max_iter": 3},
    {"lr": 30.0, "line_search_fn": "strong_wolfe", "max_iter": 2},
    {"lr": 1e-3, "line_search_fn": "strong_wolfe", "max_iter": 4},
    {"lr": 0.05, "line_search_fn": None, "max_iter": 4},
]


def rosenbrock(x, y):
    return (1 - x).pow(2).sum() + 100 * (y[0] - x.pow(2)).pow(2).sum()


def waves(x, y):
    return (3 * x).sin().sum() + 0.1 * x.pow(2).sum() + (2 * y + 1).cos().sum() + 0.05 * y.pow(4).sum()


def parameters(dtype):
    values = [[-1.2, 0.5], [[1.0, -0.3]], [2.0]]
    return [torch.nn.Parameter(torch.tensor(v, dtype=dtype)) for v in values]


def closure(optimizer, function, params):
    def evaluate():
        optimizer.zero_grad()
        loss = function(params[0], params[1])
        loss.backward()
        return loss

    return evaluate


def run(function, options, dtype=torch.float64, steps=STEPS):
    params = parameters(dtype)
    optimizer = torch.optim.LBFGS(params, **options)
    trace = []
    for _ in range(steps):
        loss = optimizer.step(closure(optimizer, function, params))
        trace.append({"loss": loss.item(), "x": params[0].tolist(), "y": params[1][0].tolist(),
                      "evaluations": optimizer.state[params[0]]["func_evals"]})
    assert params[2].item() == 2
    return {"function": function.__name__, "options": options, "dtype": str(dtype).split(".")[1], "trace": trace}


def half_way():
    params = parameters(torch.float64)
    optimizer = torch.optim.LBFGS(params, **CASES[0])
    for _ in range(3):
        optimizer.step(closure(optimizer, rosenbrock, params))
    return {"optimizer": optimizer.state_dict(), "parameters": [p.detach() for p in params]}


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    # In float32 the paths part soon: Python rounds the distances too, and losses at close points differ by little more than rounding.
    single = [c for c in WAVES if c["lr"] != 1e-3]
    results = [run(rosenbrock, c) for c in CASES] + [run(waves, c) for c in WAVES] + [run(waves, c, torch.float32, 2) for c in single]
    with open(os.path.join(here, "lbfgs.json"), "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(r) for r in results) + "\n]\n")
    torch.save(half_way(), os.path.join(here, "lbfgs_half_way.pt"))
