"""Writes transforms.json.gz: every transform's values, inverses, Jacobians and gradients; every constraint's verdicts; the maps onto them."""
import warnings

import torch
import torch.distributions as D
from torch.distributions import constraints as C

from recorder import cosines, pack, transform, write

T = torch.tensor
warnings.simplefilter("ignore")
VECTOR = [[0.3, -1.2, 0.7], [2.0, 0.1, -0.4]]
LINE = [-3.0, -0.5, 0.0, 0.7, 4.0, 25.0]
POSITIVE = [1e-3, 0.5, 1.0, 2.5, 7.0, 40.0]
MATRIX = [[[0.3, -1.2, 0.7], [2.0, 0.1, -0.4], [0.5, 0.6, -1.0]]]
TRANSFORMS = [
    (["ExpTransform"], LINE), (["AbsTransform"], LINE), (["SigmoidTransform"], LINE), (["SoftplusTransform"], LINE), (["TanhTransform"], [-3.0, -0.5, 0.0, 0.7, 2.0]),
    (["SoftmaxTransform"], VECTOR), (["StickBreakingTransform"], VECTOR), (["StickBreakingTransform"], [0.4]),
    (["LowerCholeskyTransform"], MATRIX), (["CorrCholeskyTransform"], VECTOR), (["CorrCholeskyTransform"], [0.3, -0.2, 1.0, 0.5, -0.7, 0.1]),
    (["AffineTransform", 0.5, -2.0], LINE), (["AffineTransform", [0.5, 1.0, -1.0], [2.0, -3.0, 0.5]], VECTOR), (["AffineTransform", 1.5, 3.0, 1], VECTOR),
    (["AffineTransform", [0.5, 1.0, -1.0], [2.0, -3.0, 0.5], 1], VECTOR),
    (["PowerTransform", 2.5], POSITIVE), (["PowerTransform", 0.5], POSITIVE),
    (["ReshapeTransform", [3], [3, 1]], VECTOR), (["ReshapeTransform", [2, 3], [6]], VECTOR),
    (["IndependentTransform", ["ExpTransform"], 1], VECTOR), (["IndependentTransform", ["ExpTransform"], 2], VECTOR),
    (["ComposeTransform", [["ExpTransform"], ["AffineTransform", 0.5, 2.0], ["Inverse", ["SoftplusTransform"]]]], LINE),
    (["ComposeTransform", [["AffineTransform", 0.5, 2.0], ["StickBreakingTransform"]]], VECTOR),
    (["ComposeTransform", [["StickBreakingTransform"], ["AffineTransform", 0.5, 2.0]]], VECTOR),
    (["ComposeTransform", [["IndependentTransform", ["ExpTransform"], 1], ["ReshapeTransform", [3], [1, 3]]]], VECTOR),
    (["ComposeTransform", []], VECTOR),
    (["CatTransform", [["ExpTransform"], ["AffineTransform", 0.5, 2.0]], -1, [1, 2]], VECTOR),
    (["CatTransform", [["ExpTransform"], ["TanhTransform"]], 0, [1, 1]], VECTOR),
    (["CatTransform", [["StickBreakingTransform"], ["StickBreakingTransform"]], 0, [1, 1]], VECTOR),
    (["StackTransform", [["ExpTransform"], ["TanhTransform"]], 0], VECTOR), (["StackTransform", [["ExpTransform"], ["TanhTransform"], ["SigmoidTransform"]], -1], VECTOR),
    (["Inverse", ["ExpTransform"]], POSITIVE), (["Inverse", ["SigmoidTransform"]], [0.01, 0.3, 0.5, 0.9]), (["Inverse", ["TanhTransform"]], [-0.9, 0.0, 0.5]),
    (["Inverse", ["AffineTransform", 0.5, -2.0]], LINE), (["Inverse", ["StickBreakingTransform"]], [[0.2, 0.3, 0.5], [0.1, 0.1, 0.8]]),
    (["Inverse", ["ComposeTransform", [["ExpTransform"], ["AffineTransform", 0.5, 2.0]]]], [1.0, 2.0, 9.0]),
]
INF, NAN = float("inf"), float("nan")
L = [[1.0, 0.0], [0.5, 2.0]]
UNIT = [[1.0, 0.0], [0.6, 0.8]]
MATRICES = [L, UNIT, [[1.0, 0.5], [0.5, 2.0]], [[1.0, 2.0], [2.0, 1.0]], [[1.0, 1.0], [1.0, 1.0]], [[-1.0, 0.0], [0.0, 1.0]], [[1.0, 0.5], [0.4, 2.0]]]
NUMBERS = [-2.0, -0.5, 0.0, 0.3, 1.0, 2.0, 3.0, 4.5, INF, -INF, NAN]
VECTORS = [[0.0, 1.0, 0.0], [0.2, 0.3, 0.5], [1.0, 1.0, 0.0], [-0.5, 0.5, 1.0], [2.0, 0.0, 1.0], [0.2, NAN, 0.8]]
CONSTRAINTS = {
    "boolean": (C.boolean, NUMBERS), "one_hot": (C.one_hot, VECTORS), "real": (C.real, NUMBERS), "real_vector": (C.real_vector, VECTORS),
    "positive": (C.positive, NUMBERS), "nonnegative": (C.greater_than_eq(0.0), NUMBERS), "nonnegative_integer": (C.nonnegative_integer, NUMBERS),
    "positive_integer": (C.positive_integer, NUMBERS), "unit_interval": (C.unit_interval, NUMBERS), "simplex": (C.simplex, VECTORS),
    "lower_triangular": (C.lower_triangular, MATRICES), "lower_cholesky": (C.lower_cholesky, MATRICES), "corr_cholesky": (C.corr_cholesky, MATRICES),
    "square": (C.square, MATRICES), "symmetric": (C.symmetric, MATRICES),
    # One matrix that is not symmetric keeps Python from looking at the others' definiteness.
    "positive_definite": (C.positive_definite, MATRICES[2:6]), "positive_semidefinite": (C.positive_semidefinite, MATRICES[2:6]), "not square": (C.square, [[[1.0, 2.0, 3.0]]]),
    "integer_interval": (C.integer_interval(0, 3), NUMBERS), "greater_than": (C.greater_than(0.5), NUMBERS), "greater_than_eq": (C.greater_than_eq(1.0), NUMBERS),
    "less_than": (C.less_than(1.0), NUMBERS), "interval": (C.interval(-0.5, 3.0), NUMBERS), "half_open_interval": (C.half_open_interval(-0.5, 3.0), NUMBERS),
    "multinomial": (C.multinomial(2), VECTORS), "independent": (C.independent(C.positive, 1), VECTORS),
    "cat": (C.cat([C.positive, C.real], 0, [2, 4]), VECTORS), "stack": (C.stack([C.positive, C.real, C.unit_interval], -1), VECTORS),
}
ONTO = {"real": LINE, "positive": LINE, "nonnegative": LINE, "unit_interval": LINE, "greater_than": LINE, "greater_than_eq": LINE, "less_than": LINE,
        "interval": LINE, "half_open_interval": LINE, "simplex": VECTOR, "corr_cholesky": VECTOR, "lower_cholesky": MATRIX, "real_vector": VECTOR,
        "independent": VECTOR, "cat": [[0.1], [0.2], [-0.3], [0.4], [0.5], [1.0]], "stack": VECTOR, "boolean": LINE}


def attempt(action):
    try:
        return action()
    except (NotImplementedError, AttributeError, ValueError):
        return None


def facts(t, x):
    record = {"repr": repr(t), "domain": attempt(lambda: repr(t.domain)), "codomain": attempt(lambda: repr(t.codomain)), "bijective": bool(t.bijective), "x": pack(x)}
    record["domain_dim"], record["codomain_dim"] = attempt(lambda: t.domain.event_dim), attempt(lambda: t.codomain.event_dim)
    y = t(x)
    checks = [{"what": "forward", **graded(lambda v: t(v), x)}]
    checks.append({"what": "inverse", "value": pack(y.detach()), **graded(lambda v: t.inv(v), y.detach())})
    checks.append({"what": "log_abs_det_jacobian", **graded(lambda v: t.log_abs_det_jacobian(v, t(v)), x)})
    sign = attempt(lambda: t.sign)
    record["sign"] = None if sign is None else pack(torch.as_tensor(sign, dtype=torch.float64))
    record["forward_shape"] = attempt(lambda: list(t.forward_shape(x.shape)))
    record["inverse_shape"] = attempt(lambda: list(t.inverse_shape(y.shape)))
    record["checks"] = checks
    return record


def graded(action, x):
    leaf = x.clone().requires_grad_()
    output = attempt(lambda: action(leaf))
    if output is None:
        return {"error": True}
    record = {"output": pack(output)}
    if output.requires_grad:
        (grad,) = torch.autograd.grad(output, [leaf], cosines(output), allow_unused=True)
        record["grads"] = [None if grad is None else pack(grad)]
    return record


def main():
    document, count = {"transforms": [], "constraints": [], "onto": []}, 0
    for dtype in (torch.float32, torch.float64):
        torch.set_default_dtype(dtype)
        for spec, x in TRANSFORMS:
            document["transforms"].append({"spec": spec, **facts(transform(spec), T(x, dtype=dtype))})
        for name, (constraint, values) in CONSTRAINTS.items():
            value = T(values, dtype=dtype)
            document["constraints"].append({"name": name, "repr": repr(constraint), "discrete": constraint.is_discrete, "event_dim": constraint.event_dim,
                                            "value": pack(value), "output": pack(constraint.check(value))})
        for name, x in ONTO.items():
            for way in ("biject_to", "transform_to"):
                t = attempt(lambda: getattr(D, way)(CONSTRAINTS[name][0]))
                record = {"name": name, "way": way, "x": pack(T(x, dtype=dtype))}
                document["onto"].append({**record, "error": True} if t is None else {**record, "output": pack(t(T(x, dtype=dtype)))})
    count = sum(len(t["checks"]) for t in document["transforms"]) + len(document["constraints"]) + len(document["onto"])
    write(__file__, document, count)


main()
