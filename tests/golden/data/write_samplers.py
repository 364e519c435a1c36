"""Writes samplers.json: what torch.utils.data's samplers, random_split and shuffling loaders draw for given seeds.

Run with Debian's python3-torch (1.13.1): python3 write_samplers.py
"""
import json
import os

import torch
from torch.utils.data import BatchSampler, DataLoader, RandomSampler, SubsetRandomSampler, WeightedRandomSampler, random_split


def generator(seed):
    g = torch.Generator()
    g.manual_seed(seed)
    return g


def default(make, seed=5):
    torch.manual_seed(seed)
    return make()


data = list(range(20))
results = {
    "random_default": default(lambda: [list(RandomSampler(data)), list(RandomSampler(data))]),
    "random_generator": list(RandomSampler(data, generator=generator(7))),
    "random_more": default(lambda: list(RandomSampler(data, num_samples=50))),
    "random_replacement": default(lambda: list(RandomSampler(data, replacement=True, num_samples=70))),
    "subset": default(lambda: list(SubsetRandomSampler([3, 1, 4, 1, 5, 9, 2, 6]))),
    "weighted": default(lambda: list(WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 12, replacement=True))),
    "weighted_once": default(lambda: list(WeightedRandomSampler([0.9, 0.4, 0.05, 0.2, 0.3, 0.1], 5, replacement=False))),
    "batches": list(BatchSampler(range(10), 4, False)),
    "batches_dropped": list(BatchSampler(range(10), 4, True)),
    "split": [list(s.indices) for s in random_split(data, [12, 5, 3], generator=generator(42))],
    "split_fractions": [list(s.indices) for s in random_split(data, [0.35, 0.35, 0.3], generator=generator(42))],
    "loader_default": default(lambda: [[b.tolist() for b in DataLoader(data, batch_size=6, shuffle=True)] for _ in range(2)]),
    "loader_generator": (lambda loader: [[b.tolist() for b in loader] for _ in range(2)])(
        DataLoader(data, batch_size=6, shuffle=True, drop_last=True, generator=generator(3))),
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "samplers.json"), "w") as file:
    json.dump(results, file, indent=0)
    file.write("\n")
