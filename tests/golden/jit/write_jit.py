"""Writes modules of TorchScript (*.pt) and what Python computes with them (jit.json), for tests/Bindings.Tests/Jit.

Run with Debian's Python: /usr/bin/python3 tests/golden/jit/write_jit.py
"""
import json
import pathlib
import sys
import zipfile
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

import torch
from torch import Tensor, nn

HERE = pathlib.Path(__file__).parent
CASES = []


def pack(value):
    if isinstance(value, Tensor):
        return {"dtype": str(value.dtype).split(".")[1], "shape": list(value.shape), "values": value.detach().reshape(-1).tolist()}
    if isinstance(value, (tuple, list)):
        return [pack(v) for v in value]
    if isinstance(value, dict):
        return {str(k): pack(v) for k, v in value.items()}
    return value


def record(name, file, method, inputs, output, train=False, **more):
    CASES.append({"name": name, "file": file, "method": method, "train": train, "inputs": pack(inputs), "output": pack(output), **more})


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(1, 2, 3, padding=1), nn.BatchNorm2d(2), nn.ReLU(), nn.MaxPool2d(2))
        self.drop = nn.Dropout(0.5)
        self.head = nn.Linear(8, 3, bias=False)
        self.register_buffer("scale", torch.tensor([0.5, 1.0, 2.0]))

    def forward(self, x):
        x = self.drop(self.features(x).flatten(1))
        return self.head(x) * self.scale


class Values(nn.Module):
    def forward(self, x: Tensor, factor: float = 2.0) -> Tensor:
        return x * factor

    @torch.jit.export
    def whole(self, a: int, b: int) -> int:
        return a * b

    @torch.jit.export
    def real(self, a: float, b: int) -> float:
        return a / b

    @torch.jit.export
    def truth(self, a: bool) -> bool:
        return not a

    @torch.jit.export
    def imaginary(self, a: complex) -> complex:
        return a * 1j

    @torch.jit.export
    def text(self, a: str, times: int) -> str:
        return a + str(times)

    @torch.jit.export
    def ints(self, a: List[int]) -> List[int]:
        return a + [len(a)]

    @torch.jit.export
    def floats(self, a: List[float]) -> List[float]:
        return [2.0 * x for x in a]

    @torch.jit.export
    def bools(self, a: List[bool]) -> List[bool]:
        return [not x for x in a]

    @torch.jit.export
    def strings(self, a: List[str]) -> List[str]:
        return [x + "!" for x in a]

    @torch.jit.export
    def tensors(self, a: List[Tensor]) -> List[Tensor]:
        return [x + 1 for x in a]

    @torch.jit.export
    def nested(self, a: List[List[int]]) -> List[List[int]]:
        return [[x + 1 for x in xs] for xs in a]

    @torch.jit.export
    def optional(self, a: Optional[Tensor]) -> Optional[Tensor]:
        return None if a is None else a + 1

    @torch.jit.export
    def optionals(self, a: List[Optional[Tensor]]) -> List[Optional[Tensor]]:
        out: List[Optional[Tensor]] = []
        for x in a:
            out.append(x)
            out.append(None)
        return out

    @torch.jit.export
    def pair(self, a: Tuple[Tensor, int]) -> Tuple[int, Tensor]:
        return a[1] + 1, a[0] * 2

    @torch.jit.export
    def two(self, x: Tensor) -> Tuple[Tensor, Tensor]:
        return x + 1, x + 2

    @torch.jit.export
    def three(self, x: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
        return x + 1, x + 2, x + 3

    @torch.jit.export
    def by_name(self, a: Dict[str, Tensor]) -> Dict[str, Tensor]:
        return {k + k: v * 2 for k, v in a.items()}

    @torch.jit.export
    def by_number(self, a: Dict[int, str]) -> Dict[int, str]:
        return {k + 1: v for k, v in a.items()}

    @torch.jit.export
    def counts(self, a: Dict[str, int]) -> Dict[str, int]:
        return {k: v + 1 for k, v in a.items()}

    @torch.jit.export
    def anything(self, a: Any) -> Any:
        return a

    @torch.jit.export
    def device_of(self, x: Tensor) -> torch.device:
        return x.device

    @torch.jit.export
    def raises(self, x: int) -> int:
        if x > 0:
            raise ValueError("x is " + str(x))
        return x


class Counter(nn.Module):
    history: List[int]
    label: str

    def __init__(self):
        super().__init__()
        self.register_buffer("count", torch.zeros(1))
        self.history = []
        self.label = "none"
        self.plain = torch.ones(2)
        self.ratio = 0.5

    def forward(self, x: Tensor) -> Tensor:
        self.count = self.count + 1
        self.history.append(int(self.count.item()))
        return x * self.count * self.ratio


class Recurrent(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 4, batch_first=True)

    def forward(self, x: Tensor) -> Tuple[Tensor, Tuple[Tensor, Tensor]]:
        return self.lstm(x)


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(3, 3)
        self.second = self.first
        self.third = nn.Linear(3, 3)
        self.third.weight = self.first.weight

    def forward(self, x):
        return self.third(self.second(self.first(x)))


@torch.jit.script
class Point:
    def __init__(self, x: int, y: int):
        self.x = x
        self.y = y

    def moved(self, by: int) -> int:
        self.x += by
        return self.x * 10 + self.y


class Maker(nn.Module):
    def forward(self, x: int, y: int) -> Point:
        return Point(x, y)

    @torch.jit.export
    def measure(self, p: Point) -> int:
        return p.x + p.y


class Hooked(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x * 2


def before(self, inputs: Tuple[Tensor]) -> Tuple[Tensor]:
    return (inputs[0] + 1,)


def after(self, inputs: Tuple[Tensor], output: Tensor) -> Tensor:
    return output + 100


def save(module, name, **more):
    module.save(str(HERE / name), **more)
    without_sources(HERE / name)
    return module


def without_sources(path):
    """Takes out the record of where the source lay on the machine that wrote it."""
    with zipfile.ZipFile(path) as source:
        entries = [(entry.filename, source.read(entry)) for entry in source.infolist() if not entry.filename.endswith(".debug_pkl")]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as target:
        for name, content in entries:
            target.writestr(zipfile.ZipInfo(name), content)


def main():
    torch.manual_seed(11)
    net = save(torch.jit.script(Net()), "net.pt", _extra_files={"labels.txt": "cat\ndog\nfox\n", "note.json": "{}"})
    x = torch.randn(2, 1, 4, 4)
    net.eval()
    leaf = x.clone().requires_grad_()
    y = net(leaf)
    y.pow(2).sum().backward()
    record("net", "net.pt", "forward", [x], y, grad=pack(leaf.grad), grads={n: pack(p.grad) for n, p in net.named_parameters()},
           names=[n for n, _ in net.named_parameters()], buffers=[n for n, _ in net.named_buffers()], modules=[n for n, _ in net.named_modules()],
           state=list(net.state_dict()), code=torch.jit.load(str(HERE / "net.pt")).code, original_name=net.original_name)
    frozen = torch.jit.freeze(net)
    record("frozen", "net.pt", "forward", [x], frozen(x), parameters=len(list(frozen.parameters())), code=None)

    example = torch.randn(3, 5)
    traced = save(torch.jit.trace(nn.Sequential(nn.Linear(5, 4), nn.Tanh(), nn.Linear(4, 2)), example), "traced.pt")
    record("traced", "traced.pt", "forward", [example], traced(example))

    values = save(torch.jit.script(Values()), "values.pt")
    t = torch.tensor([1.0, -2.0])
    for method, inputs in [
        ("forward", [t]), ("forward", [t, 0.5]), ("whole", [6, 7]), ("real", [1.0, 4]), ("truth", [True]), ("text", ["äb", 3]),
        ("ints", [[1, 2]]), ("ints", [[]]), ("floats", [[0.5, -1.0]]), ("bools", [[True, False]]), ("strings", [["a", "ß"]]),
        ("tensors", [[t, t * 2]]), ("nested", [[[1], [2, 3], []]]), ("optional", [t]), ("optional", [None]), ("optionals", [[t, None]]),
        ("pair", [(t, 4)]), ("two", [t]), ("three", [t]), ("by_name", [{"a": t, "b": t + 1}]), ("by_number", [{1: "x", 5: "y"}]),
        ("counts", [{"a": 1}]), ("anything", [3]), ("anything", ["x"]), ("anything", [None]), ("anything", [t]),
    ]:
        record(f"values.{method}", "values.pt", method, inputs, getattr(values, method)(*inputs))

    counter = save(torch.jit.script(Counter()), "counter.pt")
    record("counter", "counter.pt", "forward", [t], [counter(t), counter(t)], history=counter.history, attributes=[n for n, v in counter.named_buffers()])

    recurrent = save(torch.jit.script(Recurrent()), "recurrent.pt")
    sequence = torch.randn(2, 3, 3)
    record("recurrent", "recurrent.pt", "forward", [sequence], recurrent(sequence))

    tied = save(torch.jit.script(Tied()), "tied.pt")
    row = torch.randn(1, 3)
    loaded = torch.jit.load(str(HERE / "tied.pt"))
    record("tied", "tied.pt", "forward", [row], tied(row), names=[n for n, _ in loaded.named_parameters()], modules=[n for n, _ in loaded.named_modules()],
           state=list(loaded.state_dict()))

    maker = save(torch.jit.script(Maker()), "maker.pt")
    point = maker(1, 2)
    record("maker", "maker.pt", "measure", [1, 2], [maker.measure(point), point.moved(4), maker.measure(point)])

    hooked = Hooked()
    hooked.register_forward_pre_hook(before)
    hooked.register_forward_hook(after)
    hooked = save(torch.jit.script(hooked), "hooked.pt")
    record("hooked", "hooked.pt", "__call__", [t], hooked(t), forward=pack(hooked.forward(t)))

    torch.save({"weight": t}, str(HERE / "state_dict.pt"))
    (HERE / "jit.json").write_text("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False, separators=(",", ":")) for c in CASES) + "\n]\n")
    print(f"{len(CASES)} cases", file=sys.stderr)


main()
