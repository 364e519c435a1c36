"""Writes assert_close.json: what Python's torch.testing.assert_close says of pairs of tensors; null where it is content."""

import json
import pathlib

import torch
from torch import tensor

CASES = {
    "equal": "tensor([1.0, 2.0]), tensor([1.0, 2.0])",
    "close": "tensor([1.0, 2.0]), tensor([1.0, 2.000001])",
    "far": "tensor([[1.0, 2.0], [3.0, 5.0]]), tensor([[1.0, 2.5], [3.0, 4.0]])",
    "one number": "tensor(1.0), tensor(1.5)",
    "one integer": "tensor(3), tensor(5)",
    "integers": "tensor([1, 2, 3]), tensor([1, 2, 4])",
    "large integers": "tensor([9007199254740993]), tensor([9007199254740992])",
    "bytes": "tensor([1, 200], dtype=torch.uint8), tensor([255, 200], dtype=torch.uint8)",
    "booleans": "tensor([True, False]), tensor([True, True])",
    "double": "tensor([1.0, 2.0], dtype=torch.float64), tensor([1.0, 2.000001], dtype=torch.float64)",
    "half": "tensor([1.0, 2.0], dtype=torch.float16), tensor([1.0, 2.01], dtype=torch.float16)",
    "half close": "tensor([1.0, 2.0], dtype=torch.float16), tensor([1.0, 2.002], dtype=torch.float16)",
    "bfloat16 close": "tensor([1.0, 2.0], dtype=torch.bfloat16), tensor([1.0, 2.015], dtype=torch.bfloat16)",
    "complex": "tensor([1 + 1j]), tensor([1 + 2j])",
    "own tolerances": "tensor([1.0, 2.0]), tensor([1.05, 2.0]), rtol=0.1, atol=0.0",
    "own tolerances, far": "tensor([1.0, 2.0]), tensor([1.5, 2.0]), rtol=0.1, atol=0.01",
    "one tolerance": "tensor([1.0]), tensor([1.0]), rtol=0.1",
    "shape": "tensor([1.0, 2.0]), tensor([[1.0, 2.0]])",
    "dtype": "tensor([1.0]), tensor([1.0], dtype=torch.float64)",
    "dtype unchecked": "tensor([1.0]), tensor([1.0], dtype=torch.float64), check_dtype=False",
    "dtype unchecked, far": "tensor([1.0]), tensor([2], dtype=torch.int64), check_dtype=False",
    "stride": "torch.zeros(2, 3), torch.zeros(3, 2).t(), check_stride=True",
    "stride unchecked": "torch.zeros(2, 3), torch.zeros(3, 2).t()",
    "layout": "torch.eye(2), torch.eye(2).to_sparse()",
    "layout unchecked": "torch.eye(2), torch.eye(2).to_sparse(), check_layout=False",
    "sparse": "torch.eye(2).to_sparse(), (torch.eye(2) * 2).to_sparse()",
    "sparse, other numbers of elements": "torch.eye(2).to_sparse(), torch.ones(2, 2).to_sparse()",
    "nan": "tensor([float('nan')]), tensor([float('nan')])",
    "nan equal": "tensor([float('nan')]), tensor([float('nan')]), equal_nan=True",
    "infinity": "tensor([float('inf'), 1.0]), tensor([float('inf'), 1.0])",
    "infinities": "tensor([float('inf'), 1.0]), tensor([float('-inf'), 1.0])",
    "zero expected": "tensor([1e-3, 0.0]), tensor([0.0, 0.0])",
    "empty": "torch.empty(0), torch.empty(0)",
    "msg": "tensor([1.0]), tensor([2.0]), msg='it is not so'",
    "quantized": "torch.quantize_per_tensor(tensor([1.0]), 0.1, 0, torch.qint8), torch.quantize_per_tensor(tensor([2.0]), 0.1, 0, torch.qint8)",
    "requires_grad": "tensor([1.0], requires_grad=True), tensor([1.0])",
}


def said(text):
    try:
        eval(f"torch.testing.assert_close({text})", {"torch": torch, "tensor": tensor, "float": float})
        return None
    except (AssertionError, ValueError) as error:
        return [type(error).__name__, str(error)]


here = pathlib.Path(__file__).parent
with open(here / "assert_close.json", "w") as file:
    json.dump({name: said(text) for name, text in CASES.items()}, file, indent=1)
    file.write("\n")
