"""Writes schedulers.json: learning rates (and momenta) of two groups, epoch by epoch, for each scheduler.

Run with Debian's python3-torch (1.13.1): python3 write_schedulers.py
"""
import json
import math
import os
import warnings

import torch
from torch.optim import lr_scheduler as s

warnings.simplefilter("ignore")
EPOCHS = 24
LOSSES = [1.0, 0.9, 0.8, 0.85, 0.86, 0.84, 0.83, 0.7, 0.71, 0.72, 0.73, 0.74, 0.75, 0.6, 0.61, 0.62, 0.63, 0.64, 0.65, 0.66, 0.67, 0.68, 0.69, 0.5]


def sgd():
    groups = [{"params": [torch.nn.Parameter(torch.ones(1))]}, {"params": [torch.nn.Parameter(torch.ones(1))], "lr": 0.02}]
    return torch.optim.SGD(groups, lr=0.5, momentum=0.9)


def adam():
    groups = [{"params": [torch.nn.Parameter(torch.ones(1))]}, {"params": [torch.nn.Parameter(torch.ones(1))], "lr": 0.02}]
    return torch.optim.Adam(groups, lr=0.5)


CASES = {
    "StepLR": lambda o: s.StepLR(o, 5, 0.3),
    "MultiStepLR": lambda o: s.MultiStepLR(o, [3, 9, 9, 17], 0.5),
    "ExponentialLR": lambda o: s.ExponentialLR(o, 0.9),
    "CosineAnnealingLR": lambda o: s.CosineAnnealingLR(o, 7, 0.01),
    "LambdaLR": lambda o: s.LambdaLR(o, lambda epoch: 0.95 ** epoch),
    "MultiplicativeLR": lambda o: s.MultiplicativeLR(o, lambda epoch: 1 / (1 + epoch)),
    "LinearLR": lambda o: s.LinearLR(o, 0.2, 0.9, 6),
    "ConstantLR": lambda o: s.ConstantLR(o, 0.25, 4),
    "PolynomialLR": lambda o: s.PolynomialLR(o, 10, 2.0),
    "OneCycleLR": lambda o: s.OneCycleLR(o, 0.7, total_steps=EPOCHS),
    "OneCycleLR linear": lambda o: s.OneCycleLR(o, [0.7, 0.3], epochs=6, steps_per_epoch=4, anneal_strategy="linear", pct_start=0.4),
    "OneCycleLR three": lambda o: s.OneCycleLR(o, 0.7, total_steps=EPOCHS, three_phase=True, base_momentum=0.8, max_momentum=0.9),
    "SequentialLR": lambda o: s.SequentialLR(o, [s.LinearLR(o, 0.1, 1.0, 5), s.CosineAnnealingLR(o, 10), s.ConstantLR(o, 0.5, 2)], [5, 15]),
    "ChainedScheduler": lambda o: s.ChainedScheduler([s.ConstantLR(o, 0.1, 3), s.ExponentialLR(o, 0.9)]),
    "CyclicLR": lambda o: s.CyclicLR(o, 0.1, 0.5, step_size_up=3, step_size_down=5),
    "CyclicLR triangular2": lambda o: s.CyclicLR(o, [0.1, 0.01], [0.5, 0.3], step_size_up=4, mode="triangular2", base_momentum=0.7, max_momentum=0.95),
    "CyclicLR exp_range": lambda o: s.CyclicLR(o, 0.1, 0.5, step_size_up=4, mode="exp_range", gamma=0.9, cycle_momentum=False),
    "CyclicLR function": lambda o: s.CyclicLR(o, 0.1, 0.5, step_size_up=4, scale_fn=lambda x: 1 / (1 + x), scale_mode="iterations"),
    "CosineAnnealingWarmRestarts": lambda o: s.CosineAnnealingWarmRestarts(o, 5),
    "CosineAnnealingWarmRestarts mult": lambda o: s.CosineAnnealingWarmRestarts(o, 3, T_mult=2, eta_min=0.005),
    "ReduceLROnPlateau": lambda o: s.ReduceLROnPlateau(o, patience=2, factor=0.5, cooldown=1, min_lr=0.005),
    "ReduceLROnPlateau abs": lambda o: s.ReduceLROnPlateau(o, mode="max", patience=3, threshold=0.05, threshold_mode="abs"),
}


def momentum(group):
    return group["betas"][0] if "betas" in group else group["momentum"]


def run(make, optimizer):
    scheduler = make(optimizer)
    rows = []
    for epoch in range(EPOCHS):
        rows.append([[g["lr"], momentum(g)] for g in optimizer.param_groups])
        if epoch < EPOCHS - 1:
            step(scheduler, optimizer, epoch)
    return rows


def optimizer_of(name):
    return adam() if name.endswith("adam") else sgd()


def case_of(name):
    return CASES[name.removesuffix(" adam")]


def step(scheduler, optimizer, epoch):
    optimizer.step()
    if isinstance(scheduler, s.ReduceLROnPlateau):
        scheduler.step(LOSSES[epoch])
    else:
        scheduler.step()


def saved(value):
    """A state without the functions in it, which no file keeps."""
    if isinstance(value, dict):
        return {k: saved(v) for k, v in value.items() if not callable(v)}
    return [saved(v) for v in value] if isinstance(value, list) else value


def at_10(name):
    optimizer = optimizer_of(name)
    scheduler = case_of(name)(optimizer)
    for epoch in range(10):
        step(scheduler, optimizer, epoch)
    return {"scheduler": saved(scheduler.state_dict()), "optimizer": optimizer.state_dict()}


if __name__ == "__main__":
    names = [*CASES, "OneCycleLR adam"]
    result = {"losses": LOSSES, "cases": {name: run(case_of(name), optimizer_of(name)) for name in names}}
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "schedulers.json"), "w") as file:
        lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(rows)}" for name, rows in result["cases"].items())
        file.write(f'{{"losses": {json.dumps(LOSSES)}, "cases": {{\n{lines}\n}}}}\n')
    torch.save({name: at_10(name) for name in names}, os.path.join(here, "schedulers_at_10.pt"))
