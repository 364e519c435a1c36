"""What Python's torch answers for nested tensors: writes nested.json beside itself, which tests/Bindings.Tests/Nested reads.

    /usr/bin/python3 -W ignore -B nested.py

A case is one call, by name, on named inputs, in float32 and float64. Its answer is the outputs and, where autograd has them, the gradients of the inputs for
the output gradients cos(0), cos(1), ...; or that Python refuses the call, or its backward. A nested tensor is written as the list of its tensors.
"""
import json
import math
import pathlib

import numpy
import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).resolve().parent
# What libtorch answers otherwise after the newest Python that was asked.
NEWER = {
    "layer_norm_plain": "nested layer_norm asks for weight and bias",
    "layer_norm_two": "nested layer_norm asks for weight and bias",
}
REFUSALS = (RuntimeError, TypeError, IndexError, ValueError, NotImplementedError, AssertionError, AttributeError)
RANDOM = numpy.random.RandomState(20221215)


def number(value):
    if isinstance(value, float):
        if math.isinf(value):
            return "inf" if value > 0 else "-inf"
        return "nan" if math.isnan(value) else value
    return value


def pack(tensor):
    """A tensor as its type, shape and elements, floats in the fewest digits that read back exactly; a nested one as its tensors."""
    tensor = tensor.detach()
    if tensor.is_nested:
        return {"nested": [pack(part) for part in tensor.unbind()]}
    flat = tensor.contiguous().reshape(-1)
    values = [number(float(str(v))) for v in flat.numpy()] if tensor.dtype == torch.float32 else [number(v) for v in flat.tolist()]
    return {"dtype": str(tensor.dtype).split(".")[1], "shape": list(tensor.shape), "values": values}


def unpack(packed, requires_grad=False):
    if "nested" in packed:
        return torch.nested.nested_tensor([unpack(part) for part in packed["nested"]], requires_grad=requires_grad)
    values = [float(v) if isinstance(v, str) else v for v in packed["values"]]
    return torch.tensor(values, dtype=getattr(torch, packed["dtype"])).reshape(packed["shape"]).requires_grad_(requires_grad)


def draw(*shape):
    return torch.tensor(numpy.asarray(RANDOM.randn(*shape)).round(4).tolist(), dtype=torch.float32).reshape(shape)


def nested(*shapes):
    return pack(torch.nested.nested_tensor([draw(*shape) for shape in shapes]))


INPUTS = {
    "x": nested((2, 4), (3, 4)),
    "y": nested((2, 4), (3, 4)),
    "left": nested((2, 4), (3, 4)),
    "right": nested((4, 3), (4, 2)),
    "ragged": nested((2, 5), (3, 4)),
    "single": nested((3, 4)),
    "gap": nested((0, 4), (2, 4)),
    "none": {"nested": []},
    "numbers": nested((), ()),
    "rows": nested((3,), (1,), (4,)),
    "heads": nested((3, 2, 4), (5, 2, 4)),
    "keys": nested((3, 2, 4), (5, 2, 4)),
    "values": nested((3, 2, 4), (5, 2, 4)),
    "ones": nested((1, 2), (1, 3)),
    "special": {"nested": [{"dtype": "float32", "shape": [2], "values": ["nan", "inf"]}, {"dtype": "float32", "shape": [3], "values": ["-inf", 0.0, -0.0]}]},
    "tokens": {"nested": [{"dtype": "int64", "shape": [2], "values": [0, 3]}, {"dtype": "int64", "shape": [1], "values": [4]}]},
    "dense": pack(draw(2, 4)),
    "batch": pack(draw(2, 4, 3)),
    "w": pack(draw(5, 4)),
    "b": pack(draw(5)),
    "gain": pack(draw(4)),
    "shift": pack(draw(4)),
    "padded": pack(draw(2, 3, 4)),
    "half": {"dtype": "float32", "shape": [], "values": [0.5]},
    "mask": {"dtype": "bool", "shape": [2, 3], "values": [True, True, False, True, True, True]},
    "holes": {"dtype": "bool", "shape": [2, 3], "values": [True, False, True, True, True, True]},
}


def attend(q, k, v, **options):
    q, k, v = (t.transpose(1, 2) for t in (q, k, v))
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(q, k, v, **options)
    return F._scaled_dot_product_attention(q, k, v, **options)[0]


def dropped(x):
    torch.manual_seed(7)
    return F.dropout(x, 0.4)


def from_mask(t, mask):
    return torch._nested_tensor_from_mask(t, mask)


CALLS = {
    # making and taking apart
    "unbind": (lambda x: x.unbind(), ["x"], ["gap"], ["none"], ["numbers"], ["rows"], ["heads"]),
    "unbind_1": (lambda x: x.unbind(1), ["x"]),
    "sizes": (lambda x: [x.size(0), x.size(-1)], ["x"], ["heads"]),
    "size_of_irregular": (lambda x: x.size(1), ["x"], ["single"]),
    "size_of_ragged": (lambda x: x.size(-1), ["ragged"]),
    "size_beyond": (lambda x: x.size(3), ["x"]),
    "dim_numel": (lambda x: [x.dim(), x.numel()], ["x"], ["gap"], ["none"], ["numbers"], ["heads"]),
    "is_contiguous": (lambda x: [x.is_contiguous(), x.transpose(1, 2).is_contiguous()], ["x"]),
    "nested_size": (lambda x: x._nested_tensor_size(), ["x"], ["none"], ["heads"]),
    "to_padded": (lambda x: x.to_padded_tensor(-1.5), ["x"], ["ragged"], ["single"], ["gap"], ["none"], ["numbers"], ["rows"], ["heads"], ["special"], ["dense"]),
    "to_padded_size": (lambda x: torch.nested.to_padded_tensor(x, 2.0, (2, 4, 6)), ["x"], ["ragged"]),
    "to_padded_too_small": (lambda x: torch.nested.to_padded_tensor(x, 2.0, (2, 2, 4)), ["x"]),
    "to_padded_wrong_dims": (lambda x: torch.nested.to_padded_tensor(x, 2.0, (2, 4)), ["x"]),
    "as_nested": (lambda a, b: torch.nested.as_nested_tensor([a, b * 2]), ["dense", "gain"], ["dense", "w"]),
    "from_mask": (from_mask, ["padded", "mask"], ["padded", "holes"]),
    "left_aligned": (lambda t, m: torch._nested_tensor_from_mask_left_aligned(t, m), ["padded", "mask"], ["padded", "holes"]),
    # elementwise
    "relu": (F.relu, ["x"], ["gap"], ["special"]), "gelu": (F.gelu, ["x"], ["special"]), "silu": (F.silu, ["x"]), "tanh": (torch.tanh, ["x"]),
    "sigmoid": (torch.sigmoid, ["x"]), "neg": (torch.neg, ["x"]), "abs": (torch.abs, ["x"]), "exp": (torch.exp, ["x"]), "sqrt": (torch.sqrt, ["x"]),
    "sin": (torch.sin, ["x"]), "cos": (torch.cos, ["x"]), "sgn": (torch.sgn, ["x"]), "isnan": (torch.isnan, ["special"]), "isinf": (torch.isinf, ["special"]),
    "logical_not": (torch.logical_not, ["special"]), "relu_": (lambda x: x.clone().relu_(), ["x"]), "gelu_approximate": (lambda x: F.gelu(x, approximate="tanh"), ["x"]),
    "clone": (torch.clone, ["x"], ["none"]), "detach": (lambda x: x.detach() * x, ["x"]), "to_double": (lambda x: x.to(torch.float64), ["x"]),
    "to_half": (lambda x: x.half(), ["x"]), "dropout": (dropped, ["x"]), "dropout_eval": (lambda x: F.dropout(x, 0.4, False), ["x"]),
    "zeros_like": (torch.zeros_like, ["x"]), "ones_like": (torch.ones_like, ["x"]), "fill_": (lambda x: x.clone().fill_(3), ["x"]),
    "add": (lambda x, y: x + y, ["x", "y"], ["x", "ragged"], ["x", "dense"], ["x", "gain"], ["gap", "gap"]),
    "add_alpha": (lambda x, y: torch.add(x, y, alpha=-2), ["x", "y"]), "add_number": (lambda x: x + 1.5, ["x"]), "add_to_number": (lambda x: 1.5 + x, ["x"]),
    "add_": (lambda x, y: x.clone().add_(y), ["x", "y"]), "sub": (lambda x, y: x - y, ["x", "y"]), "sub_number": (lambda x: x - 1.5, ["x"]),
    "mul": (lambda x, y: x * y, ["x", "y"], ["x", "ragged"], ["x", "dense"], ["x", "half"], ["gap", "gap"]), "mul_number": (lambda x: x * 2.5, ["x"]),
    "mul_": (lambda x, y: x.clone().mul_(y), ["x", "y"]), "mul_number_": (lambda x: x.clone().mul_(2.5), ["x"]), "mul_self": (lambda x: x * x, ["x"]),
    "div": (lambda x, y: x / y, ["x", "y"]), "div_number": (lambda x: x / 2.5, ["x"]), "pow": (lambda x: x ** 2, ["x"]),
    "eq": (lambda x: x == 0.0, ["special"]), "gt": (lambda x: x > 0.0, ["x"]), "lt": (lambda x: x < 0.0, ["x"]), "ge": (lambda x: x >= 0.0, ["x"]),
    "masked_fill": (lambda x: x.masked_fill(x.detach() > 0.0, -1.0), ["x"]), "equal": (lambda x, y: torch.equal(x, y), ["x", "x"]),
    # reductions and layers
    "sum_last": (lambda x: x.sum(-1, keepdim=True), ["x"], ["ragged"], ["heads"]), "sum_last_gone": (lambda x: x.sum(-1), ["x"]),
    "sum_middle": (lambda x: x.sum(1, keepdim=True), ["x"]), "sum": (torch.sum, ["x"]), "mean": (torch.mean, ["x"]), "max": (torch.max, ["x"]),
    "softmax": (lambda x: F.softmax(x, -1), ["x"], ["ragged"], ["heads"], ["gap"]), "softmax_1": (lambda x: F.softmax(x, 1), ["x"]),
    "softmax_0": (lambda x: F.softmax(x, 0), ["x"]), "log_softmax": (lambda x: F.log_softmax(x, -1), ["x"]),
    "layer_norm": (lambda x, w, b: F.layer_norm(x, (4,), w, b, 1e-3), ["x", "gain", "shift"], ["heads", "gain", "shift"], ["ragged", "gain", "shift"]),
    "layer_norm_plain": (lambda x: F.layer_norm(x, (4,)), ["single"]), "layer_norm_two": (lambda x: F.layer_norm(x, (2, 4)), ["heads"]),
    "linear": (F.linear, ["x", "w", "b"], ["single", "w", "b"], ["ragged", "w", "b"], ["heads", "w", "b"]), "linear_no_bias": (F.linear, ["x", "w"]),
    "embedding": (F.embedding, ["tokens", "w"]),
    "matmul": (torch.matmul, ["left", "right"], ["x", "y"], ["x", "batch"], ["single", "right"]), "bmm": (torch.bmm, ["left", "right"], ["x", "batch"]),
    "matmul_heads": (lambda x, y: x @ y.transpose(-1, -2), ["heads", "keys"]),
    "attention": (attend, ["heads", "keys", "values"]), "attention_causal": (lambda q, k, v: attend(q, k, v, is_causal=True), ["heads", "keys", "values"]),
    # shapes
    "transpose": (lambda x: x.transpose(1, 2), ["x"], ["ragged"], ["heads"]), "transpose_contiguous": (lambda x: x.transpose(1, 2).contiguous(), ["x"], ["heads"]),
    "transpose_list": (lambda x: x.transpose(0, 1), ["x"]), "transpose_padded": (lambda x: x.transpose(1, 2).to_padded_tensor(0), ["x"]),
    "reshape": (lambda x: x.reshape(2, -1, 2, 2), ["x"]), "reshape_whole": (lambda x: x.reshape(-1), ["x"]),
    "view": (lambda x: x.view(2, -1, 2, 2), ["x"]), "view_kept": (lambda x: x.view(2, -1, -1), ["x"]), "view_wrong": (lambda x: x.view(2, 3, 4), ["x"]),
    "reshape_heads": (lambda x: x.reshape(2, -1, 8), ["heads"]), "reshape_transposed": (lambda x: x.transpose(1, 2).reshape(2, 2, -1, 2, 2), ["heads"]),
    "select": (lambda x: x.select(0, 1), ["x"]), "select_1": (lambda x: x.select(1, 1), ["x"], ["heads"]), "index": (lambda x: x[-1], ["x"]),
    "index_two": (lambda x: x[0, 1], ["x"]), "index_beyond": (lambda x: x[2], ["x"]), "slice": (lambda x: x[0:1], ["x"]),
    "squeeze": (lambda x: x.squeeze(1), ["ones"]), "squeeze_all": (lambda x: x.squeeze(), ["x"]), "unsqueeze": (lambda x: x.unsqueeze(1), ["x"]),
    "chunk": (lambda x: x.chunk(2, -1), ["x"]), "chunk_list": (lambda x: x.chunk(2, 0), ["x"]), "split": (lambda x: x.split([1, 3], -1), ["x"]),
    "narrow": (lambda x: x.narrow(0, 1, 1), ["x"]), "cat": (lambda x, y: torch.cat([x, y]), ["x", "ragged"]), "stack": (lambda x, y: torch.stack([x, y]), ["x", "y"]),
    "permute": (lambda x: x.permute(0, 2, 1), ["x"]), "flatten": (lambda x: x.flatten(), ["x"]),
}


def flat(result):
    if isinstance(result, torch.Tensor):
        return [result]
    if isinstance(result, (bool, int)):
        return [torch.tensor(result)]
    return [tensor for part in result for tensor in flat(part)]


def gradient(output, first):
    """cos(first), cos(first + 1), ... in the output's shape."""
    if output.is_nested:
        parts = []
        for part in output.unbind():
            parts.append(gradient(part, first))
            first += part.numel()
        return torch.nested.nested_tensor(parts)
    return torch.tensor([math.cos(first + i) for i in range(output.numel())], dtype=torch.float64).to(output.dtype).reshape(output.shape)


def leaves(names, wide):
    result = []
    for name in names:
        packed = INPUTS[name]
        tensor = unpack(packed)
        if wide and tensor.dtype == torch.float32:
            tensor = torch.nested.nested_tensor([t.double() for t in tensor.unbind()], dtype=torch.float64) if tensor.is_nested else tensor.double()
        result.append(tensor.requires_grad_(tensor.is_floating_point() and not (tensor.is_nested and not packed["nested"])))
    return result


def record(name, call, names, wide):
    case = {"call": name, "inputs": names, "wide": wide}
    if name in NEWER:
        case["newer"] = NEWER[name]
    try:
        with torch.no_grad():
            case["outputs"] = [pack(x) for x in flat(call(*leaves(names, wide)))]
    except REFUSALS as error:
        return {**case, "refused": str(error).split("\n")[0][:80]}
    inputs = leaves(names, wide)
    try:
        outputs = [x for x in flat(call(*inputs)) if x.requires_grad]
        if outputs:
            torch.autograd.backward(outputs, [gradient(x, 0) for x in outputs])
            case["grads"] = [None if x.grad is None else pack(x.grad) for x in inputs]
    except REFUSALS as error:
        case["backward"] = {"refused": str(error).split("\n")[0][:80]}
    return case


def randomized(module):
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(draw(*parameter.shape) * 0.5)
    return module.eval()


def modules():
    """Layers in evaluation on nested input: the fast path of attention and encoders."""
    made = {
        "multihead_attention": (randomized(torch.nn.MultiheadAttention(4, 2, batch_first=True)), lambda m, x: m(x, x, x, need_weights=False)[0]),
        "encoder_layer": (randomized(torch.nn.TransformerEncoderLayer(4, 2, 8, batch_first=True)), lambda m, x: m(x)),
        "encoder_layer_gelu_first": (
            randomized(torch.nn.TransformerEncoderLayer(4, 2, 8, activation="gelu", batch_first=True, norm_first=True)), lambda m, x: m(x)),
        "encoder": (randomized(torch.nn.TransformerEncoder(torch.nn.TransformerEncoderLayer(4, 2, 8, batch_first=True), 2)), lambda m, x: m(x)),
        "sequence": (
            randomized(torch.nn.Sequential(torch.nn.Linear(4, 6), torch.nn.ReLU(), torch.nn.LayerNorm(6), torch.nn.Dropout(0.3), torch.nn.Linear(6, 2), torch.nn.Softmax(-1))),
            lambda m, x: m(x)),
    }
    for name, (module, run) in made.items():
        case = {"module": name, "state": {key: pack(value) for key, value in module.state_dict().items()}}
        try:
            with torch.no_grad():
                yield {**case, "output": pack(run(module, unpack(INPUTS["x"])))}
        except REFUSALS as error:
            yield {**case, "refused": str(error).split("\n")[0][:80]}


def texts():
    x = unpack(INPUTS["x"])
    for name, tensor in {
        "plain": x, "none": unpack(INPUTS["none"]), "numbers": unpack(INPUTS["numbers"]), "gap": unpack(INPUTS["gap"]), "tokens": unpack(INPUTS["tokens"]),
        "heads": unpack(INPUTS["heads"]), "leaf": unpack(INPUTS["x"], True), "recorded": unpack(INPUTS["x"], True) * 2, "special": unpack(INPUTS["special"]),
        "wide": torch.nested.nested_tensor([t.double() for t in x.unbind()], dtype=torch.float64), "transposed": x.transpose(1, 2),
        "long": torch.nested.nested_tensor([torch.arange(1001.0), torch.arange(30.0)]),
    }.items():
        yield {"name": name, "text": str(tensor)}


def main():
    cases = [record(name, call[0], names, wide) for name, call in CALLS.items() for names in call[1:] for wide in (False, True)]
    answers = {"inputs": INPUTS, "cases": cases, "modules": list(modules()), "texts": list(texts())}
    lines = []
    for key, value in answers.items():
        if isinstance(value, dict):
            lines.append(f"{json.dumps(key)}: {{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in value.items()) + "\n}")
        else:
            lines.append(f"{json.dumps(key)}: [\n" + ",\n".join(json.dumps(v, separators=(",", ":")) for v in value) + "\n]")
    (HERE / "nested.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
    print(len(cases), "cases,", sum("refused" in case for case in cases), "refused,", sum("backward" in case for case in cases), "without backward")


if __name__ == "__main__":
    main()
