"""Writes small torch files that the reader's tests load, in the zip and the older form, and files that must be refused.

Run with Debian's python3-torch (1.13.1): python3 write_files.py
"""
import collections
import os
import pickle

import torch

HERE = os.path.dirname(os.path.abspath(__file__))

DTYPES = [torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool,
          torch.complex64, torch.complex128]


def graph():
    base = torch.arange(12, dtype=torch.float32).reshape(3, 4)
    return {
        "none": None,
        "true": True,
        "false": False,
        "integers": [0, 1, 255, 256, 65535, 65536, -1, -129, 2**31, -(2**31), 2**40, -(2**62), 2**63 - 1],
        "huge": 2**80,
        "floats": [0.0, -1.5, 1e300, float("inf")],
        "text": "äß π 😀\n",
        "bytes": b"\x00\x80\xff",
        "tuple": (1, (2, 3), ()),
        "set": {1},
        "by_index": {0: "a", 7: "b"},
        "mixed_keys": {0: "a", "b": 1},
        "ordered": collections.OrderedDict([("z", 1), ("a", 2)]),
        "counter": collections.Counter({3: 2}),
        "size": torch.Size([2, 3]),
        "dtype": torch.bfloat16,
        "device": torch.device("cpu"),
        "base": base,
        "transposed": base.t(),
        "row": base[1],
        "step": base[:, ::2],
        "scalar": torch.tensor(2.5),
        "empty": torch.zeros(0, 3),
        "parameter": torch.nn.Parameter(torch.ones(2)),
        "requires_grad": torch.ones(2, requires_grad=True),
        "dtypes": {str(t)[6:]: torch.tensor([0, 1, 1]).to(t) for t in DTYPES},
        "shared_list": (lambda x: [x, x])([1]),
    }


class Evil:
    def __reduce__(self):
        return (os.system, ("echo this must never run",))


def path(name):
    return os.path.join(HERE, name)


torch.manual_seed(0)
torch.save(graph(), path("graph.pt"))
torch.save(graph(), path("graph_legacy.pt"), _use_new_zipfile_serialization=False)
torch.save(graph(), path("graph_protocol4.pt"), pickle_protocol=4)
torch.save(torch.nn.Linear(3, 2).state_dict(), path("linear.pth"))
torch.save({"weights": torch.ones(2), "evil": Evil()}, path("evil.pt"))
torch.save({"weights": torch.ones(2), "evil": Evil()}, path("evil_legacy.pt"), _use_new_zipfile_serialization=False)
with open(path("plain.pkl"), "wb") as file:
    pickle.dump({"a": 1}, file)
torch.jit.save(torch.jit.script(torch.nn.Linear(1, 1)), path("script.pt"))
