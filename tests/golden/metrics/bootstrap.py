"""Writes bootstrap.json: the mean squared error of rows drawn with replacement by torch's generator, as BootStrapper draws them.

Run with Debian's python3, python3-torch (1.13.1):  /usr/bin/python3 bootstrap.py
For each batch each copy draws: how often each row comes (Poisson of mean 1), or as many rows as there are (multinomial).
"""
import json
import pathlib

import numpy as np
import torch

COPIES, BATCHES, SHARES = 4, [5, 1, 8], [0.05, 0.5, 0.95]


def drawn(strategy, rows):
    if strategy == "poisson":
        return torch.arange(rows).repeat_interleave(torch.poisson(torch.ones(rows)).long(), dim=0)
    return torch.multinomial(torch.ones(rows), num_samples=rows, replacement=True)


rng = np.random.default_rng(3)
preds, target = rng.normal(size=sum(BATCHES)), rng.normal(size=sum(BATCHES))
cases = {"batches": BATCHES, "preds": preds.tolist(), "target": target.tolist(), "shares": SHARES}
for strategy in ["poisson", "multinomial"]:
    torch.manual_seed(5)
    errors = [[] for _ in range(COPIES)]
    start = 0
    for rows in BATCHES:
        for copy in errors:
            here = drawn(strategy, rows).numpy() + start
            copy.extend((preds[here] - target[here]) ** 2)
        start += rows
    values = np.array([np.mean(copy) for copy in errors])
    cases[strategy] = {"raw": values.tolist(), "mean": values.mean(), "std": values.std(ddof=1), "quantile": np.quantile(values, SHARES).tolist()}
pathlib.Path(__file__).with_name("bootstrap.json").write_text(json.dumps(cases, indent=1) + "\n")
