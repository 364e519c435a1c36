"""Writes scheduler_corners.json: what schedulers print, what they save, and how they go on from a state that was saved with other arguments.

Run with Debian's python3-torch (1.13.1): python3 write_scheduler_corners.py
"""
import contextlib
import io
import json
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler as s

from write_schedulers import adam, momentum, saved, sgd

warnings.simplefilter("ignore")


def printed(make, steps):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        scheduler = make(sgd())
        for arguments in steps:
            scheduler.step(*arguments)
    return out.getvalue().splitlines()


TOLD = {
    "StepLR": (lambda o: s.StepLR(o, 2, verbose=True), [(), (), (5,)]),
    "warm restarts": (lambda o: s.CosineAnnealingWarmRestarts(o, 3, verbose=True), [(), (1.5,), (7,), ()]),
    "plateau": (lambda o: s.ReduceLROnPlateau(o, patience=0, min_lr=[0.01, 0.02], verbose=True), [(1.0,), (2.0,), (3.0, 7), (0.5,)]),
}
# One that is saved after some steps, and one made with other arguments that loads it.
LOADED = {
    "CyclicLR": (sgd, lambda o: s.CyclicLR(o, [0.1, 0.02], [0.6, 0.3], 3, 5, "triangular2", base_momentum=0.5, max_momentum=0.7),
                 lambda o: s.CyclicLR(o, 0.2, 0.4, 4)),
    "CyclicLR still": (sgd, lambda o: s.CyclicLR(o, 0.1, 0.6, 3, mode="triangular", cycle_momentum=False), lambda o: s.CyclicLR(o, 0.2, 0.4, 4)),
    "OneCycleLR": (sgd, lambda o: s.OneCycleLR(o, [0.7, 0.3], total_steps=20, three_phase=True), lambda o: s.OneCycleLR(o, 0.1, total_steps=30)),
    "OneCycleLR adam": (adam, lambda o: s.OneCycleLR(o, 0.7, total_steps=20, pct_start=0.5), lambda o: s.OneCycleLR(o, 0.1, total_steps=12)),
    "warm restarts": (sgd, lambda o: s.CosineAnnealingWarmRestarts(o, 3, 2, 0.01), lambda o: s.CosineAnnealingWarmRestarts(o, 5)),
}


def rates(optimizer):
    return [[g["lr"], momentum(g)] for g in optimizer.param_groups]


def loaded(optimizer_of, make, other):
    first = optimizer_of()
    scheduler = make(first)
    for _ in range(6):
        scheduler.step()
    state = saved(scheduler.state_dict())
    second = optimizer_of()
    following = other(second)
    second.load_state_dict(first.state_dict())
    following.__dict__.update(state)
    if isinstance(following, s.CyclicLR):
        # What load_state_dict of later versions does, where the state names the function by its mode.
        following._init_scale_fn() if hasattr(following, "_init_scale_fn") else following.__dict__.update(scale_by_mode(following, state["mode"]))
    rows = []
    for _ in range(8):
        following.step()
        rows.append(rates(second))
    return {"state": {k: v for k, v in state.items() if not k.startswith("_scale_fn")}, "rows": rows}


def scale_by_mode(scheduler, mode):
    import weakref
    names = {"triangular": "_triangular_scale_fn", "triangular2": "_triangular2_scale_fn", "exp_range": "_exp_range_scale_fn"}
    return {"_scale_fn_ref": weakref.WeakMethod(getattr(scheduler, names[mode]))}


def accumulated():
    optimizer = torch.optim.Adagrad([torch.nn.Parameter(torch.ones(2, 2))], initial_accumulator_value=0.5)
    state = optimizer.state_dict()["state"][0]
    return {"step": float(state["step"]), "sum": state["sum"].flatten().tolist()}


if __name__ == "__main__":
    document = {"printed": {name: printed(*case) for name, case in TOLD.items()}, "loaded": {name: loaded(*case) for name, case in LOADED.items()},
                "adagrad": accumulated()}
    pathlib.Path(__file__).with_name("scheduler_corners.json").write_text(json.dumps(document, indent=1) + "\n")
