"""Writes safetensors files into safetensors/, from the format's specification (no Debian package has the library): eight bytes with the length of the
head, the head in JSON padded with spaces, the tensors' bytes one behind the other.

Run with Debian's python3-torch (1.13.1): python3 write_safetensors.py
"""
import json
import os
import struct

import torch

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "safetensors")

NAMES = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64", torch.int32: "I32",
         torch.int16: "I16", torch.int8: "I8", torch.uint8: "U8", torch.bool: "BOOL", torch.complex64: "C64"}


def data(tensor):
    return bytes(tensor.contiguous().flatten().view(torch.uint8).tolist() if tensor.dtype != torch.bool else [int(v) for v in tensor.flatten()])


def write(name, tensors, metadata=None, raw=()):
    """raw: (name, format's type, shape, bytes) of tensors that torch 1.13 has no type for."""
    head, content = {}, b""
    if metadata is not None:
        head["__metadata__"] = metadata
    entries = [(key, NAMES[t.dtype], list(t.shape), data(t) if t.numel() else b"") for key, t in tensors.items()] + list(raw)
    for key, dtype, shape, part in entries:
        head[key] = {"dtype": dtype, "shape": shape, "data_offsets": [len(content), len(content) + len(part)]}
        content += part
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + content)


values = torch.tensor([0.0, 1.0, -2.5, 100.0, 0.25, 7.0])
types = {}
for dtype, name in NAMES.items():
    source = values.abs() if dtype in (torch.uint8, torch.bool) else values
    types[name.lower()] = torch.complex(values, -values).reshape(2, 3) if dtype.is_complex else source.to(dtype).reshape(2, 3)
types["scalar"] = torch.tensor(2.5)
types["empty"] = torch.zeros(0, 3)
types["Größe/重み"] = torch.ones(1)
write("types.safetensors", types, {"format": "pt", "note": "äß \"quoted\""})
write("unaligned.safetensors", {"byte": torch.tensor([1], dtype=torch.uint8), "float": torch.arange(4.0), "half": torch.arange(3.0).half()})
write("nothing.safetensors", {})
write("newer.safetensors", {"plain": torch.ones(2)}, raw=[("e4m3", "F8_E4M3", [4], bytes([0, 56, 64, 184])), ("e5m2", "F8_E5M2", [2, 1], bytes([60, 188])),
                                                         ("u16", "U16", [2], struct.pack("<2H", 1, 65535)), ("u64", "U64", [], struct.pack("<Q", 2**64 - 1)),
                                                         ("f4", "F4", [4], bytes([0x21, 0x43]))])
torch.manual_seed(0)
write("model-00001-of-00002.safetensors", {"0.weight": torch.arange(6.0).reshape(3, 2), "0.bias": torch.arange(3.0)}, {"format": "pt"})
write("model-00002-of-00002.safetensors", {"1.weight": torch.arange(3.0).reshape(1, 3) + 10}, {"format": "pt"})
with open(os.path.join(HERE, "model.safetensors.index.json"), "w") as file:
    json.dump({"metadata": {"total_size": 48}, "weight_map": {"0.weight": "model-00001-of-00002.safetensors", "0.bias": "model-00001-of-00002.safetensors",
                                                              "1.weight": "model-00002-of-00002.safetensors"}}, file, indent=2)
