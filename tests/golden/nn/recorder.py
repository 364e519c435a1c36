"""Records what Python's torch computes, for tests/Bindings.Tests/NN/Golden to compare with.

A case holds its inputs, the module's state, the output, and the gradients of inputs and parameters for the output gradient cos(0), cos(1), ...
Run with the system's Python: every script beside this one writes one JSON file of its own name and, where it asks for
doubles, the same cases in float64 into <name>.float64.json.gz.
"""
import gzip
import json
import math
import pathlib
import sys

import numpy
import torch


def pack(tensor):
    """A tensor as its type, shape and elements; floats in the fewest digits that read back exactly."""
    t = tensor.detach()
    if t.dtype in (torch.float32, torch.float64):
        values = [json_number(v) for v in t.double().reshape(-1).tolist()] if t.dtype == torch.float64 else [
            json_number(float(str(v))) for v in t.reshape(-1).numpy().astype(numpy.float32)]
    else:
        values = t.reshape(-1).tolist()
    return {"dtype": str(t.dtype).split(".")[1], "shape": list(t.shape), "data": values}


def unpack(packed):
    values = [float(v) if isinstance(v, str) else v for v in packed["data"]]
    return torch.tensor(values, dtype=getattr(torch, packed["dtype"])).reshape(packed["shape"])


def json_number(value):
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return "nan" if math.isnan(value) else value


def line(first, last, count):
    """Numbers at equal distances; torch.linspace rounds them otherwise from version to version."""
    return torch.from_numpy(numpy.linspace(first, last, count, dtype=numpy.float32))


def output_gradient(output):
    return torch.tensor([math.cos(i) for i in range(output.numel())], dtype=torch.float64).to(output.dtype).reshape(output.shape)


class Recorder:
    def __init__(self, script, doubles=False):
        self.path = pathlib.Path(script).with_suffix(".json")
        self.cases = []
        self.with_doubles = doubles
        self.doubles = []
        self.generator = torch.Generator().manual_seed(20221028)
        # Later versions are asked the same (newer.py): some layers start from factorisations, which are rounded otherwise from build to build.
        self.asked = {} if torch.__version__.startswith("1.13") else {case["name"]: case for case in json.loads(self.path.read_text())}

    def randn(self, *shape, scale=1.0):
        return torch.randn(*shape, generator=self.generator) * scale

    def rand(self, *shape):
        return torch.rand(*shape, generator=self.generator)

    def randint(self, high, *shape):
        return torch.randint(high, shape, generator=self.generator)

    def case(self, name, subject, *inputs, seed=None, train=True, rtol=1e-5, atol=1e-6, grad=None, state=None, run=None, wide=True):
        """Runs a module or function on inputs, in float32 and, where the recorder does doubles and this case is wide, in float64.
        grad: which inputs get gradients (default: the floating ones). run: how a module is run, if calling it with the inputs is not all."""
        self.cases.append(self.record(name, subject, inputs, seed, train, rtol, atol, grad, state, run, None))
        if not (self.with_doubles and wide):
            return
        inputs = [x.double() if x.is_floating_point() else x for x in inputs]
        torch.set_default_dtype(torch.float64)
        self.doubles.append(self.record(name, subject, inputs, seed, train, rtol * 1e-6, atol * 1e-6, grad, None, run, self.first_state))
        torch.set_default_dtype(torch.float32)

    def record(self, name, subject, inputs, seed, train, rtol, atol, grad, state, run, first_state):
        record = {"name": name, "rtol": rtol, "atol": atol, "inputs": [pack(x) for x in inputs]}
        self.first_state = first_state
        is_module = isinstance(subject, torch.nn.Module)
        if is_module:
            subject.train(train)
            if first_state is None:
                with torch.no_grad():
                    for parameter in subject.parameters():
                        parameter.copy_(torch.randn(parameter.shape, generator=self.generator, dtype=parameter.dtype) * 0.5)
                if state:
                    state(subject)
                if name in self.asked:
                    subject.load_state_dict({k: unpack(v) for k, v in self.asked[name]["state"].items()})
                self.first_state = {k: v.clone() for k, v in subject.state_dict().items()}
            else:
                subject.double().load_state_dict(first_state)
                subject.zero_grad()
            record["train"] = train
            record["state"] = {k: pack(v) for k, v in subject.state_dict().items()}
        leaves = [x.clone().requires_grad_() if x.is_floating_point() and (grad is None or i in grad) else x.clone()
                  for i, x in enumerate(inputs)]
        if seed is not None:
            torch.manual_seed(seed)
            record["seed"] = seed
        output = run(subject, *leaves) if run else subject(*leaves)
        record["output"] = pack(output)
        if output.requires_grad:
            output.backward(output_gradient(output))
            record["grads"] = [pack(x.grad) if x.requires_grad and x.grad is not None else None for x in leaves]
            if is_module:
                record["state_grads"] = {k: pack(p.grad) for k, p in subject.named_parameters() if p.grad is not None}
        if is_module:
            record["buffers"] = {k: pack(b) for k, b in subject.named_buffers()}
        return record

    def write(self):
        self.path.write_text("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in self.cases) + "\n]\n")
        print(f"{self.path.name}: {len(self.cases)} cases, {self.path.stat().st_size // 1024} KiB", file=sys.stderr)
        if not self.with_doubles:
            return
        packed = self.path.with_suffix(".float64.json.gz")
        packed.write_bytes(gzip.compress(json.dumps(self.doubles, separators=(",", ":")).encode(), mtime=0))
        print(f"{packed.name}: {packed.stat().st_size // 1024} KiB", file=sys.stderr)
