"""The inputs that the calls share, by name: domain/type, such as unit/f32."""
import numpy
import torch

TYPES = {"f32": torch.float32, "f64": torch.float64, "c128": torch.complex128, "i64": torch.int64, "i32": torch.int32, "u8": torch.uint8,
         "bool": torch.bool, "f16": torch.float16, "bf16": torch.bfloat16}
DOMAINS = {"any": (-2.5, 2.5), "unit": (-0.95, 0.95), "inner": (0.05, 0.95), "positive": (0.3, 3.5), "above": (1.1, 4.0)}


def add_inputs(r):
    def draw(domain, type, *shape):
        low, high = DOMAINS[domain]
        values = r.random.uniform(low, high, shape).round(3)
        if type == "c128":
            return torch.tensor(values + 1j * r.random.uniform(low, high, shape).round(3))
        if type == "bool":
            return torch.tensor(values > (low + high) / 2)
        if type in ("i64", "i32", "u8"):
            low, high = {"any": (-5, 6), "unit": (-1, 2), "inner": (0, 2), "positive": (1, 8), "above": (2, 9)}[domain]
            return torch.tensor(r.random.randint(0 if type == "u8" else low, high, shape)).to(TYPES[type])
        return torch.tensor(values).to(TYPES[type])

    for domain in DOMAINS:
        for type in TYPES:
            r.add(f"{domain}/{type}", draw(domain, type, 2, 3))
            r.add(f"{domain}2/{type}", draw(domain, type, 2, 3))
            r.add(f"{domain}3/{type}", draw(domain, type, 2, 3))
            r.add(f"{domain}-row/{type}", draw(domain, type, 3))
            r.add(f"{domain}-scalar/{type}", draw(domain, type))
            r.add(f"{domain}-empty/{type}", draw(domain, type, 0, 3))
        r.add(f"{domain}-turned/f64", draw(domain, "f64", 3, 2), "t")
        r.add(f"{domain}-repeated/f32", draw(domain, "f32", 3), "expand")
    nan, inf = float("nan"), float("inf")
    r.add("wild/f32", torch.tensor([nan, inf, -inf, 0.0, -0.0, 1e30, -1e-30, 1.0, -1.0, 0.5, -7.25]))
    r.add("wild2/f32", torch.tensor([1.0, 2.0, -inf, nan, 0.0, 1e30, 1e-30, inf, -1.0, -0.0, 3.5]))
    r.add("wild/f64", torch.tensor([nan, inf, -inf, 0.0, -0.0, 1e300, -1e-300, 1.0, -1.0, 0.5, -7.25], dtype=torch.float64))
    for type in ("f32", "f64", "c128", "i64", "bool"):
        r.add(f"row4/{type}", draw("any", type, 4))
        r.add(f"row4b/{type}", draw("any", type, 4))
        r.add(f"row6/{type}", draw("any", type, 6))
        r.add(f"mat34/{type}", draw("any", type, 3, 4))
        r.add(f"mat43/{type}", draw("any", type, 4, 3))
        r.add(f"mat33/{type}", draw("any", type, 3, 3))
        r.add(f"cube/{type}", draw("any", type, 2, 3, 4))
        r.add(f"cube2/{type}", draw("any", type, 2, 3, 4))
        r.add(f"cube243/{type}", draw("any", type, 2, 4, 3))
        r.add(f"batch33/{type}", draw("any", type, 2, 3, 3))
        r.add(f"pairs/{type}", draw("any", type, 3, 2))
        r.add(f"four/{type}", draw("any", type, 1, 4, 2, 2))
        r.add(f"no-matrix/{type}", draw("any", type, 0, 4))
    for type in ("f32", "f64", "c128"):
        square = draw("any", type, 3, 3)
        r.add(f"regular/{type}", square + 3 * torch.eye(3).to(TYPES[type]))
        r.add(f"definite/{type}", square @ square.mH + 2 * torch.eye(3).to(TYPES[type]))
        r.add(f"definite-batch/{type}", torch.stack([square @ square.mH + k * torch.eye(3).to(TYPES[type]) for k in (1, 4)]))
        r.add(f"hermitian/{type}", square + square.mH)
        r.add(f"right/{type}", draw("any", type, 3, 2))
        r.add(f"triangle/{type}", (draw("any", type, 3, 3) + 3 * torch.eye(3).to(TYPES[type])).triu())
    r.add("step/f64", draw("any", "f64", 4, 6), "step")
    r.add("turned/f64", draw("any", "f64", 4, 3), "t")
    r.add("spectrum/f64", torch.tensor(numpy.sin(numpy.arange(24) * 0.7).round(4)))
    r.add("sorted/f64", torch.tensor([-1.5, -0.5, 0.25, 1.0, 2.0], dtype=torch.float64))
    r.add("sorted/f32", torch.tensor([-1.5, -0.5, 0.25, 1.0, 2.0]))
    r.add("sorted/i64", torch.tensor([-3, -1, 0, 2, 4]))
    r.add("repeats/i64", torch.tensor([3, 1, 1, 2, 2, 2, 3, 0]))
    r.add("repeats/f32", torch.tensor([0.5, 0.5, -1.0, 2.0, 2.0, -1.0]))
    r.add("holes/f64", torch.tensor([[1.0, nan, 3.0], [4.0, 5.0, nan]], dtype=torch.float64))
    r.add("index/i64", torch.tensor([2, 0]))
    r.add("index3/i64", torch.tensor([1, 0, 1]))
    r.add("columns/i64", torch.tensor([[0, 1, 2, 0], [2, 0, 0, 1], [1, 1, 2, 2]]))
    r.add("mask34/bool", draw("any", "bool", 3, 4))
    r.add("small/i64", torch.tensor([[1, 2, 0], [3, 0, 2]]))
    r.add("counts/i64", torch.tensor([1, 0, 2]))
    r.add("sparse/f64", torch.tensor([[0.0, 1.5, 0.0], [2.0, 0.0, -1.0], [0.0, 0.0, 0.5]], dtype=torch.float64))
    r.add("sparse/f32", torch.tensor([[0.0, 1.5, 0.0], [2.0, 0.0, -1.0], [0.0, 0.0, 0.5]]))
    r.add("sparse44/f64", torch.tensor([[0.0, 1.5, 0, 0], [2.0, 3.0, 0, 0], [0, 0, 0.5, 1], [0, 0, 0, 0]], dtype=torch.float64))
    r.add("signal/f32", torch.tensor(numpy.sin(numpy.arange(32) * 0.3).round(4)).float())
    r.add("signal/f64", torch.tensor(numpy.sin(numpy.arange(32) * 0.3).round(4)))
