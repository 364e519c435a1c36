"""Writes calls.json.gz: what Python's torch answers for calls that numbers, views and layouts make special.

    /usr/bin/python3 tests/golden/core/calls.py

Each case: the call as Python writes it, its tensors by name, the number that N stands for, and the answer: a tensor, a text, a type, or the kind of error.
"""
import gzip
import json
import os

import torch

from core import HERE, spec

TYPES = [torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32, torch.float64,
         torch.complex64]
NUMBERS = ["2", "-3", "1.5", "2**40"]


def values(dtype, zero_dim=False):
    number = [7, 0, 1, 5]
    return torch.tensor(number[0] if zero_dim else number, dtype=dtype)


def answer(call, **tensors):
    case = {"call": call, "inputs": {name: spec(value) for name, value in tensors.items()}}
    body = {"torch": torch, **{name: value.clone() for name, value in tensors.items()}}
    *before, last = call.split("; ")
    try:
        for line in before:
            exec(line, body)
        result = eval(last, body)
    except (RuntimeError, IndexError, TypeError) as error:
        case["error"] = type(error).__name__
        return case
    if isinstance(result, torch.Tensor):
        case["result"] = spec(result)
        case["strides"] = list(result.stride())
    elif isinstance(result, torch.dtype):
        case["type"] = str(result)[6:]
    else:
        case["text"] = result
    return case


def numbers():
    """A number in a tensor's place does not take part in type promotion as a tensor of its own type would."""
    whole = "a & N; a | N; a ^ N; N & a; torch.bitwise_left_shift(a, N); torch.bitwise_right_shift(a, N); torch.bitwise_and(N, a); a << N; a >> N"
    any_ = "a % N; N % a; torch.floor_divide(a, N); torch.rsub(a, N); torch.greater(a, N); torch.less_equal(a, N); torch.not_equal(a, N)" \
           "; a.greater_equal(N); torch.true_divide(a, N); torch.isin(a, N); torch.isin(N, a); torch.result_type(a, N); torch.result_type(N, a)" \
           "; torch.special.xlog1py(a, N); torch.special.zeta(N, a)"
    for calls, types, literals in ((whole, TYPES[:6], ["2", "3"]), (any_, TYPES, NUMBERS)):
        for call in calls.split("; "):
            for literal in literals:
                for dtype in types:
                    for zero_dim in (False, True):
                        yield {**answer(call.replace("N", literal), a=values(dtype, zero_dim)), "call": call, "number": eval(literal)}


def indexing():
    a = torch.arange(24.0).reshape(2, 3, 4)
    i = torch.tensor([1, 0])
    one = torch.tensor(1)
    mask = torch.tensor([True, False])
    for call in ("a[i, 0]", "a[0, i]", "a[i, 1:]", "a[1:, i]", "a[i, ..., 2]", "a[mask, :2]", "a[None, mask]", "a[one]", "a[one, 1:]", "a[one, one]",
                 "a[:, one]", "a[i, one]", "a[i, None, 0]", "a[mask, ..., i]", "a[0, 5]", "a[0, 0, 0, 0]", "a[one, 5]", "a[i, 9]", "a[-1, -4]"):
        yield answer(call, a=a, i=i, one=one, mask=mask)
    wide = torch.arange(4.0)
    for call in ("b = a.expand(3, 4); b[1:] = 7; b", "b = a.expand(3, 4); b[:, 1] = -1.5; b", "b = a.expand(3, 4); b[0] = a; b",
                 "b = torch.zeros(2, 4); b[0] = a.reshape(1, 1, 4); b", "b = torch.zeros(2, 4); b[i] = a.reshape(1, 1, 4); b",
                 "b = torch.zeros(2, 4); b[mask] = a.reshape(1, 1, 1, 4); b", "b = torch.zeros(2, 4); b[one] = a; b",
                 "b = torch.zeros(2, 4); b[one, one] = 5; b", "b = torch.zeros(2, 4); b[one][0] = 3; b", "b = torch.zeros(2, 4); b[0] = a.reshape(4, 1); b",
                 "b = torch.zeros(2, 4); b[False] = torch.zeros(7); b"):
        yield answer(call, a=wide, i=i, one=one, mask=mask)


def layouts():
    a = torch.tensor([[0.0, 2.0, 0.0, -1.5], [3.0, 0.0, 0.25, 0.0]])
    for call in ("str(a.to_sparse_csr())", "str(a.to_sparse_csc())", "str(a.double().to_sparse_csr())", "str(a.to_sparse_bsr((2, 2)))",
                 "str(a.to_sparse_bsc((1, 2)))", "str((a * 0).to_sparse_csr())", "str(a.to_sparse().requires_grad_())",
                 "str(a.rename('N', 'C'))", "str(a.rename('N', None))", "str(a[0].rename('C'))", "str(torch.nn.Parameter(a))",
                 "torch.sparse_coo_tensor(torch.tensor([[0, 1], [2, 0]]), a[0, :2], (2, 3), dtype=torch.float64).to_dense()",
                 "torch.sparse_coo_tensor(torch.tensor([[0, 1], [2, 0]]), a[0, :2], dtype=torch.float16).to_dense().float()",
                 "b = a.clone().requires_grad_(); (b * 2).backward(torch.ones(2, 4)); b.grad", "b = a.clone().requires_grad_(); (b * 2).requires_grad_(False)", "b = a.clone().requires_grad_(); b.sum().backward(torch.ones(3))",
                 "b = a.clone().requires_grad_(); torch.autograd.grad([b * 2], [b], [torch.ones(4)])",
                 "b = a.clone().requires_grad_(); (b * 2).backward(torch.ones(2, 4, dtype=torch.complex64))"):
        yield answer(call, a=a)
    for numbers in ([[-607750.0 + 934450.0j, 1.0 - 2.5j]], [-607750.25, 1.0], [0.0, 0.0], [1.0, 2.0], [1e-5, 1.0]):
        yield answer("torch.set_printoptions(sci_mode=True); x = str(a); torch.set_printoptions(sci_mode=None); x", a=torch.tensor(numbers))


def several():
    a = torch.tensor([[1, 2], [3, 4]])
    b = torch.tensor([5, 6])
    for call in ("torch.addmm(a, a, a)", "torch.addmm(a, a, a, beta=2, alpha=3)", "torch.addmv(b, a, b)", "torch.addr(a, b, b, beta=2)",
                 "torch.addmm(a.double(), a.double(), a.double(), alpha=0.1)", "a.double().norm(2.5)", "a[:, :0].double().norm(float('inf'))", "torch.norm(a.double(), 3.5)",
                 "torch.dist(a.double(), b.double(), 0.3)", "torch.renorm(a.double(), 2.5, 0, 0.7)", "torch.hamming_window(6, dtype=torch.float64)",
                 "torch.hamming_window(6, True, 0.6, 0.3, dtype=torch.float64)", "torch.linspace(3, -3, 7, dtype=torch.uint8)",
                 "torch.logspace(0, 2, 3, dtype=torch.int16)", "torch.vsplit(a, 2)[1]", "torch.unbind(a)[1]", "torch.count_nonzero(a, 1)",
                 "a.moveaxis(0, 1)", "a.reshape(1, 2, 2, 1).to(memory_format=torch.channels_last)",
                 "torch.gradient(b.double(), spacing=0.5)[0]",
                 "torch.autograd.functional.hessian(lambda x: ((x * x).sum() * x).sum(), a[0, 1].double(), vectorize=True)"):
        yield answer(call, a=a, b=b)


if __name__ == "__main__":
    cases = [case for part in (numbers, indexing, layouts, several) for case in part()]
    path = os.path.join(HERE, "calls.json.gz")
    with open(path + ".new", "wb") as out:
        with gzip.GzipFile("", "wb", 9, out, 0) as packed:
            packed.write(("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n").encode())
    os.replace(path + ".new", path)
    print(f"calls.json.gz: {len(cases)} cases, torch {torch.__version__}")
