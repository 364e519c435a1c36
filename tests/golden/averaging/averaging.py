"""Writes averaging.json: averaged models after some updates, statistics computed anew by update_bn, and learning rates of SWALR.

Run with Debian's python3-torch (1.13.1): python3 averaging.py
"""
import json
import os

import torch
from torch.optim import swa_utils


def tensor(value):
    return {"dtype": str(value.dtype).split(".")[-1], "shape": list(value.shape), "values": value.detach().reshape(-1).tolist()}


def state(module):
    return {name: tensor(value) for name, value in module.state_dict().items()}


def network(dtype):
    return torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.ReLU(), torch.nn.Linear(4, 2)).to(dtype)


def move(model, step):
    """Other values, as training would give them; the first batch norm's statistics too."""
    with torch.no_grad():
        for place, value in enumerate(model.state_dict().values()):
            if value.is_floating_point():
                numbers = torch.arange(value.numel(), dtype=torch.float64).mul_(7).add_(3 * step + place).remainder_(11)
                value.copy_((numbers / 4 - 1).reshape(value.shape) if place != 3 and place != 5 else (numbers / 8 + 0.5).reshape(value.shape))
            else:
                value.fill_(3 * step)


FUNCTIONS = {
    "mean": None,
    "ema": lambda average, current, count: 0.9 * average + 0.1 * current,
    "count": lambda average, current, count: average * count / (count + 2) + current,
}


def averages(dtype):
    cases = []
    for name, function in FUNCTIONS.items():
        for use_buffers in (False, True):
            model = network(dtype)
            move(model, 0)
            average = swa_utils.AveragedModel(model, avg_fn=function, use_buffers=use_buffers)
            for step in range(1, 5):
                move(model, step)
                average.update_parameters(model)
            found = state(average)
            if not use_buffers:
                # Python 1.13 leaves the buffers of the start; from 2.0 on they are the model's.
                found = {key: value for key, value in found.items() if "running" not in key and "tracked" not in key}
            cases.append({"name": f"{name} buffers={use_buffers}", "dtype": str(dtype).split(".")[-1], "function": name, "use_buffers": use_buffers,
                          "state": found})
    return cases


def statistics(dtype):
    torch.manual_seed(1)
    model = network(dtype)
    move(model, 2)
    batches = [torch.randn(size, 3, dtype=dtype) * 2 + 1 for size in (4, 4, 3)]
    start = state(model)
    model.eval()
    swa_utils.update_bn(batches, model)
    return {"dtype": str(dtype).split(".")[-1], "batches": [tensor(batch) for batch in batches], "start": start, "state": state(model),
            "output": tensor(model(batches[0]))}


def rates():
    cases = []
    for name, lr, epochs, strategy, chained in (
            ("cos", 0.05, 10, "cos", False), ("linear", [0.05, 0.3], 5, "linear", False), ("at once", 0.07, 0, "cos", False),
            ("one epoch", 0.07, 1, "linear", False), ("behind another", [0.05, 0.01], 6, "cos", True)):
        groups = [{"params": [torch.nn.Parameter(torch.ones(1))]}, {"params": [torch.nn.Parameter(torch.ones(1))], "lr": 0.02}]
        optimizer = torch.optim.SGD(groups, lr=0.5)
        before = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.8)
        scheduler = swa_utils.SWALR(optimizer, lr, epochs, strategy)
        rows = []
        for epoch in range(16):
            rows.append([group["lr"] for group in optimizer.param_groups])
            optimizer.step()
            (before if chained and epoch < 5 else scheduler).step()
        keys = sorted(key for key, value in scheduler.state_dict().items() if not callable(value))
        cases.append({"name": name, "swa_lr": lr if isinstance(lr, list) else [lr], "anneal_epochs": epochs, "anneal_strategy": strategy,
                      "chained": chained, "rows": rows, "keys": keys})
    return cases


types = (torch.float32, torch.float64)
models = []
for kind in types:
    subject = network(kind)
    for number in range(5):
        move(subject, number)
        models.append({"dtype": str(kind).split(".")[-1], "step": number, "state": state(subject)})
result = {"models": models, "averages": sum((averages(kind) for kind in types), []), "statistics": [statistics(kind) for kind in types], "rates": rates()}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "averaging.json"), "w") as file:
    json.dump(result, file)
    file.write("\n")
