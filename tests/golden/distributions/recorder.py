"""What the scripts beside this one share: how distributions, transforms and tensors are written down.

Run them with the system's Python (torch 1.13.1): each writes one gzipped JSON file of its own name, which
tests/Bindings.Tests/Distributions reads. Gradients are those for output gradients cos(0), cos(1), ...
"""
import gzip
import json
import math
import pathlib
import sys

import numpy
import torch
import torch.distributions as D


def number(value):
    if isinstance(value, (bool, int)):
        return value
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return "nan" if math.isnan(value) else value


def shortest(values, dtype):
    """float32 in the fewest digits that read back exactly."""
    return [float(str(v)) for v in values.numpy()] if dtype == torch.float32 else values.tolist()


def line(first, last, count):
    """Numbers at equal distances; torch.linspace rounds them otherwise from version to version."""
    return torch.from_numpy(numpy.linspace(first, last, count, dtype=numpy.float32))


def pack(tensor):
    t = tensor.detach().reshape(-1)
    values = [number(v) for v in shortest(t, t.dtype)]
    return {"dtype": str(tensor.dtype).split(".")[1], "shape": list(tensor.shape), "values": values}


def cosines(output):
    flat = torch.tensor([math.cos(i) for i in range(output.numel())], dtype=torch.float64)
    return flat.to(output.dtype).reshape(output.shape)


class Dist:
    """A distribution that is built anew, from leaves, for each thing that is recorded of it."""

    def __init__(self, name, **args):
        self.name = name
        self.args = args

    def leaves(self, dtype, found=None):
        found = [] if found is None else found
        made = {}
        for key, value in self.args.items():
            if isinstance(value, Dist):
                made[key] = value.leaves(dtype, found)
            elif isinstance(value, torch.Tensor):
                leaf = value.detach().clone().to(dtype).requires_grad_()
                found.append(leaf)
                made[key] = leaf
            else:
                made[key] = value
        return (self.name, made) if found is None else (self.name, made, found)

    @staticmethod
    def build(made, validate=False):
        name, args = made[0], made[1]
        built = {}
        for key, value in args.items():
            if isinstance(value, tuple) and len(value) == 3 and isinstance(value[0], str):
                built[key] = Dist.build(value)
            elif key == "transforms":
                built[key] = [transform(part) for part in value]
            else:
                built[key] = value
        if name == "Independent":
            return D.Independent(built["base_distribution"], built["dims"], validate_args=validate)
        module = D.relaxed_categorical if name == "ExpRelaxedCategorical" else D.relaxed_bernoulli if name == "LogitRelaxedBernoulli" else D
        return getattr(module, name)(**built, validate_args=validate)

    def spec(self, dtype):
        out = {"class": self.name}
        for key, value in self.args.items():
            if isinstance(value, Dist):
                out[key] = value.spec(dtype)
            elif isinstance(value, torch.Tensor):
                out[key] = pack(value.to(dtype))
            else:
                out[key] = value
        return out


def transform(spec):
    """A transform from its description: a list of its class and arguments."""
    name, *args = spec
    if name == "Inverse":
        return transform(args[0]).inv
    if name in ("ComposeTransform",):
        return D.ComposeTransform([transform(a) for a in args[0]])
    if name in ("CatTransform", "StackTransform"):
        return getattr(D, name)([transform(a) for a in args[0]], *args[1:])
    if name == "IndependentTransform":
        return D.IndependentTransform(transform(args[0]), args[1])
    if name == "PowerTransform":
        return D.PowerTransform(torch.tensor(args[0], dtype=torch.get_default_dtype()))
    return getattr(D, name)(*[torch.tensor(a, dtype=torch.get_default_dtype()) if isinstance(a, list) and name == "AffineTransform" else a for a in args])


def write(script, document, count):
    path = pathlib.Path(script).with_suffix(".json.gz")
    text = json.dumps(document, separators=(",", ":"))
    with open(path, "wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as out:
        out.write(text.encode())
    print(f"{path.name}: {count} cases, {path.stat().st_size // 1024} KiB", file=sys.stderr)
