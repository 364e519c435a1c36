"""What the scripts of this folder share: named inputs, the calls made on them, and the file of answers.

A call is one function of the surface in all its spellings (`abs(a)`, `a.abs()`, `a.clone().abs_()` ...), which have to agree; a case is a call on
inputs of certain element types and shapes. Answers hold the outputs and, where autograd has them, the gradients for the output gradients
cos(0), cos(1), ... A case that Python refuses is recorded as such.
"""
import gzip
import json
import math
import pathlib
import re

import numpy
import torch


def number(value):
    if isinstance(value, complex):
        return [number(value.real), number(value.imag)]
    if isinstance(value, float):
        if math.isinf(value):
            return "inf" if value > 0 else "-inf"
        return "nan" if math.isnan(value) else value
    return value


def pack(tensor):
    """A tensor as its type, shape and elements; floats in the fewest digits that read back exactly."""
    if tensor._is_zerotensor():
        tensor = torch.zeros(tensor.shape, dtype=tensor.dtype)
    t = tensor.detach().cpu().contiguous().resolve_conj().resolve_neg()
    flat = t.reshape(-1)
    if t.dtype == torch.float32:
        values = [number(float(str(v))) for v in flat.numpy()]
    elif t.dtype == torch.complex64:
        values = [[number(float(str(v.real))), number(float(str(v.imag)))] for v in flat.numpy()]
    else:
        values = [number(v) for v in flat.tolist()]
    return {"dtype": str(t.dtype).split(".")[1], "shape": list(t.shape), "values": values}


def flatten(result):
    """What a call gave, as tensors: numbers become zero-dimensional ones, sizes one-dimensional ones."""
    if isinstance(result, torch.Tensor):
        return [result]
    if isinstance(result, bool):
        return [torch.tensor(result)]
    if isinstance(result, int):
        return [torch.tensor(result)]
    if isinstance(result, float):
        return [torch.tensor(result, dtype=torch.float64)]
    if isinstance(result, torch.Size) or isinstance(result, (list, tuple)) and result and all(type(x) is int for x in result):
        return [torch.tensor(list(result), dtype=torch.int64)]
    return [tensor for part in result for tensor in flatten(part)]


class Recorder:
    def __init__(self):
        self.inputs = {}
        self.cases = []
        self.calls = {}
        self.random = numpy.random.RandomState(20221028)

    # --- inputs ---

    def add(self, name, tensor, view=None):
        self.inputs[name] = (tensor, view)
        return name

    def tensor(self, name):
        tensor, view = self.inputs[name]
        tensor = tensor.clone()
        return {None: lambda: tensor, "t": lambda: tensor.t(), "expand": lambda: tensor.expand(2, -1), "step": lambda: tensor[::2, ::2]}[view]()

    # --- cases ---

    def evaluate(self, spelling, tensors):
        torch.manual_seed(7)
        names = dict(vars(torch))
        names.update(zip("abcdefgh", tensors))
        names.update(torch=torch, special=torch.special, linalg=torch.linalg, fft=torch.fft, slices=slice, numpy=numpy)
        return flatten(eval(re.sub(r"(?<=\d)f\b", "", spelling), names))  # C# writes 0.5f

    def leaves(self, names, wanted):
        result = []
        for name in names:
            tensor = self.tensor(name).detach()
            if wanted and (tensor.is_floating_point() or tensor.is_complex()):
                tensor.requires_grad_()
            result.append(tensor)
        return result

    def case(self, call, spellings, names, grad, newer):
        record = {"call": call, "inputs": list(names)}
        if newer:
            record["newer"] = newer
        try:
            with torch.no_grad():
                outputs = self.evaluate(spellings[0], self.leaves(names, False))
        except Exception as error:  # whatever Python refuses, ours has to refuse
            if not isinstance(error, (RuntimeError, TypeError, IndexError, ValueError, NotImplementedError)):
                raise
            self.cases.append({**record, "refused": str(error).split("\n")[0][:60]})
            return
        agreeing = [0] + [i for i in range(1, len(spellings)) if self.agrees(call, spellings[i], names, outputs)]
        if len(agreeing) < len(spellings):
            record["spellings"] = agreeing
        record["outputs"] = [pack(x) for x in outputs]
        if grad:
            gradients = self.gradients(spellings[0], names)
            if gradients:
                record["grads"] = gradients
        self.cases.append(record)

    def agrees(self, call, spelling, names, outputs):
        """Whether a spelling answers the same; false where it works in place and the answer has another type or shape."""
        try:
            with torch.no_grad():
                others = self.evaluate(spelling, self.leaves(names, False))
        except (RuntimeError, TypeError, IndexError):
            if re.search(r"\w_\(", spelling):
                return False
            raise
        if any(x.dtype != y.dtype for x, y in zip(outputs, others)) and re.search(r"\w_\(", spelling):
            return False
        for output, other in zip(outputs, others, strict=True):
            if output.dtype != other.dtype or not torch.allclose(output, other, equal_nan=True, rtol=1e-5):
                raise AssertionError(f"{call}: {spelling} answers {other}, the first spelling {output}")
        return True

    def gradients(self, spelling, names):
        leaves = self.leaves(names, True)
        try:
            outputs = [x for x in self.evaluate(spelling, leaves) if x.requires_grad]
            if not outputs:
                return None
            torch.autograd.backward(outputs, [output_gradient(x) for x in outputs])
        except (RuntimeError, NotImplementedError):
            return None
        packed = [pack(x.grad) if x.requires_grad and x.grad is not None else None for x in leaves]
        return packed if any(packed) else None

    def call(self, name, *spellings, on, grad=True, newer=None):
        """
        Records a call: each entry of `on` is a list of input names separated by spaces. `newer` says why a libtorch newer than every oracle may answer
        otherwise: for all entries, or for each that it names.
        """
        if name in self.calls:
            raise AssertionError(f"{name} is there twice")
        self.calls[name] = spellings
        for names in on:
            otherwise = newer.get(names) if isinstance(newer, dict) else newer
            self.case(name, spellings, names.split(), grad and not any("wild" in n or "empty" in n for n in names.split()), otherwise)

    def write(self, path):
        used = sorted({name for case in self.cases for name in case["inputs"]})
        inputs = {}
        for name in used:
            tensor, view = self.inputs[name]
            inputs[name] = {**pack(tensor), **({"view": view} if view else {})}
        document = {"inputs": inputs, "cases": self.cases}
        text = json.dumps(document, separators=(",", ":"))
        with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as stream:
            stream.write(text.encode())
        size = pathlib.Path(path).stat().st_size
        refused = sum("refused" in case for case in self.cases)
        grads = sum("grads" in case for case in self.cases)
        print(f"{len(self.calls)} calls, {len(self.cases)} cases ({grads} with gradients, {refused} refused), {size // 1024} KiB")


def output_gradient(output):
    return torch.tensor([math.cos(i) for i in range(output.numel())], dtype=torch.float64).to(output.dtype).reshape(output.shape)
