"""What the scripts beside it share: runs cases on the oracle and writes an index (NAME.json) with raw values (NAME.bin.gz).

Oracle: torch 1.13.1, torchaudio 0.13.1, as Debian 12 packages them (python3-torch, python3-torchaudio).

A case is a function of named inputs. Its output is stored, and where gradients are asked for, those of
sum(output * sin(0.37 * k + 0.1)), k being the place of an element in the output (complex ones as pairs), with respect
to the inputs named. A value v meets an expected one e if |v - e| <= rtol * |e| + atol * max|e|; the same for gradients,
with tolerances of their own.
"""
import gzip
import json
import os

import torch
import torchaudio

HERE = os.path.dirname(os.path.abspath(__file__))


def sound(seed, *shape, dtype=torch.float32):
    """Two tones and noise in [-1, 1], another mixture in each row."""
    generator = torch.Generator().manual_seed(seed)
    *lead, length = shape
    rows = 1
    for size in lead:
        rows *= size
    time = torch.arange(length, dtype=torch.float64)
    pitch = 0.02 + 0.2 * torch.rand(rows, 2, generator=generator, dtype=torch.float64)
    tones = torch.sin(pitch[:, :1] * time * 6.2) * 0.5 + torch.sin(pitch[:, 1:] * time * 3.1) * 0.3
    noise = 0.1 * torch.randn(rows, length, generator=generator, dtype=torch.float64)
    return (tones + noise).clamp(-1, 1).reshape(*shape).to(dtype)


def weights(output):
    values = torch.view_as_real(output) if output.is_complex() else output
    places = torch.arange(values.numel(), dtype=torch.float64)
    return values, torch.sin(0.37 * places + 0.1).to(values.dtype).reshape(values.shape)


class Recorder:
    def __init__(self, name, inputs):
        self.name, self.inputs, self.bytes, self.cases, self.states = name, inputs, bytearray(), [], {}
        self.entries = {key: self.put(value) for key, value in inputs.items()}

    def put(self, tensor):
        data = tensor.detach().contiguous()
        entry = {"dtype": str(data.dtype)[6:], "shape": list(data.shape), "offset": len(self.bytes)}
        raw = (torch.view_as_real(data) if data.is_complex() else data).numpy().tobytes()
        self.bytes += raw
        return {**entry, "bytes": len(raw)}

    def case(self, name, inputs, function, grad="", seed=None, rtol=1e-5, atol=1e-6, grad_rtol=1e-4, grad_atol=1e-5):
        """`inputs` and `grad` are names, separated by spaces; "first" in `grad` stands for the first input."""
        assert all(entry["name"] != name for entry in self.cases), name
        names = inputs.split()
        wanted = [names[0] if key == "first" else key for key in grad.split()]
        tensors = [self.inputs[key].clone().requires_grad_(key in wanted) for key in names]
        if seed is not None:
            torch.manual_seed(seed)
        output = function(*tensors)
        entry = {"name": name, "inputs": names, "seed": seed, "rtol": rtol, "atol": atol,
                 "grad_rtol": grad_rtol, "grad_atol": grad_atol, "output": self.put(output), "grads": {}}
        if wanted:
            values, factors = weights(output)
            found = torch.autograd.grad((values * factors).sum(), [tensors[names.index(key)] for key in wanted])
            entry["grads"] = {key: self.put(value) for key, value in zip(wanted, found)}
        self.cases.append(entry)

    def state(self, name, module):
        """Names, types and shapes of a module's state dictionary, in its order."""
        self.states[name] = [[key, str(value.dtype)[6:], list(value.shape)] for key, value in module.state_dict().items()]

    def write(self):
        lines = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in self.cases)
        index = {"oracle": f"torch {torch.__version__}, torchaudio {torchaudio.__version__}", "inputs": self.entries,
                 "states": self.states}
        with open(os.path.join(HERE, self.name + ".json"), "w") as file:
            file.write(json.dumps(index, separators=(",", ":"))[:-1] + ',"cases":[\n' + lines + "\n]}\n")
        with open(os.path.join(HERE, self.name + ".bin.gz"), "wb") as file:
            file.write(gzip.compress(bytes(self.bytes), 9, mtime=0))
        print(f"{self.name}: {len(self.cases)} cases, {sum(len(e['grads']) for e in self.cases)} gradients, "
              f"{os.path.getsize(file.name)} bytes")
