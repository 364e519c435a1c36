"""Python's side of the benchmarks of weights: torch.load, and safetensors where it is installed. Where it is not, the format is read
as its library reads it: one mapping of the file, of which each tensor is a view."""

import json
import os
import time

import torch

try:
    from safetensors.torch import load_file
except ImportError:
    TYPES = {"F32": torch.float32}

    def load_file(path):
        with open(path, "rb") as file:
            start = int.from_bytes(file.read(8), "little")
            head = json.loads(file.read(start))
        size = os.path.getsize(path)
        memory = torch.ByteTensor(torch.ByteStorage.from_file(path, shared=False, size=size))
        tensors = {}
        for name, entry in head.items():
            if name != "__metadata__":
                begin, end = (8 + start + place for place in entry["data_offsets"])
                tensors[name] = memory[begin:end].view(TYPES[entry["dtype"]]).view(entry["shape"])
        return tensors


def used(path):
    for tensor in load_file(path).values():
        tensor.sum()


def timed(load):
    def body(iterations, path):
        start = time.perf_counter()
        for _ in range(iterations):
            load(path)
        return time.perf_counter() - start

    return body


def account(line):
    with open("/proc/self/status") as status:
        return next(int(entry.split()[1]) for entry in status if entry.startswith(line))


def growth(load):
    def body(path):
        before = account("VmRSS:")
        load(path)
        return account("VmHWM:") - before

    return body


LOADS = {"load-pth": torch.load, "load-safetensors": load_file, "load-safetensors-used": used}
CASES = {name: timed(load) for name, load in LOADS.items()}
MEMORY = {f"{name}-memory": growth(load) for name, load in LOADS.items()}
