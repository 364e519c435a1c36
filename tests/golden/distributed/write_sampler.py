"""Writes sampler.json: the indices that DistributedSampler gives each rank, for sizes, epochs, seeds and both ways to make shares equal.

Run with Debian's python3-torch (1.13.1): python3 write_sampler.py
"""
import json
import os

from torch.utils.data.distributed import DistributedSampler

cases = []
for size, replicas in [(10, 2), (11, 2), (11, 3), (3, 4), (1, 3), (23, 4), (16, 1)]:
    for shuffle, seed, epoch in [(False, 0, 0), (True, 0, 0), (True, 0, 3), (True, 42, 1)]:
        for drop_last in [False, True]:
            ranks = []
            for rank in range(replicas):
                sampler = DistributedSampler(range(size), replicas, rank, shuffle=shuffle, seed=seed, drop_last=drop_last)
                sampler.set_epoch(epoch)
                ranks.append(list(sampler))
                assert len(sampler) == len(ranks[-1])
            cases.append(dict(size=size, replicas=replicas, shuffle=shuffle, seed=seed, epoch=epoch, drop_last=drop_last, ranks=ranks))
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "sampler.json"), "w") as file:
    json.dump(cases, file)
    file.write("\n")
