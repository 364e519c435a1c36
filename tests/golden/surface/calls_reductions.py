"""Sums and their kin, order, sets, counts."""

ALL = ["any/f32", "any/f64", "any/c128", "any/i64", "any/bool", "any-empty/f32", "any-scalar/f64", "any-turned/f64"]
REAL = ["any/f32", "any/f64", "any/i64", "any-turned/f64"]
FLOAT = ["any/f32", "any/f64", "any/c128", "any/i64"]


def record(r):
    for name in "sum prod mean amax amin max min argmax argmin all any logcumsumexp median nanmedian nansum nanmean std var count_nonzero norm".split():
        arguments = {"logcumsumexp": "1"}.get(name, "")
        r.call(name, f"{name}(a{', ' + arguments if arguments else ''})", f"a.{name}({arguments})", on=ALL + ["holes/f64"])
    for name in "sum mean nansum nanmean amax amin all any prod argmax argmin std var".split():
        r.call(name + " dim", f"{name}(a, 1)", f"a.{name}(1)", on=ALL[:4] + ["any-empty/f32", "any-turned/f64", "holes/f64"])
    for name in "sum mean nansum amax amin std var logsumexp norm".split():
        if name == "norm":
            r.call("norm dims", "norm(a, 2, [0, 2], True)", "a.norm(2, [0, 2], True)", on=["cube/f32", "cube/f64", "cube/c128"])
        elif name in ("std", "var"):
            r.call(name + " dims", f"{name}(a, [0, 2], False, True)", f"a.{name}([0, 2], False, True)", on=["cube/f32", "cube/f64", "cube/c128", "cube/i64"])
        else:
            r.call(name + " dims", f"{name}(a, [0, 2], keepdim=True)", f"a.{name}([0, 2], keepdim=True)", on=["cube/f32", "cube/f64", "cube/c128", "cube/i64"])
    r.call("sum type", "sum(a, dtype=torch.float64)", "a.sum(dtype=torch.float64)", on=["any/f32", "any/i64", "any/bool"])
    r.call("prod type", "prod(a, dtype=torch.float64)", "a.prod(dtype=torch.float64)", on=["any/f32", "any/i64"])
    r.call("mean type", "mean(a, dtype=torch.float64)", "a.mean(dtype=torch.float64)", on=["any/f32", "any/i64"])
    for name in "max min median nanmedian mode".split():
        r.call(name + " dim", f"{name}(a, 1, True)", f"a.{name}(1, True)", on=["mat34/f32", "mat34/f64", "mat34/i64", "mat34/bool", "turned/f64", "holes/f64", "no-matrix/f32"])
    for name in "max min".split():
        r.call(name + " other", f"{name}(a, b)", f"a.{name}(b)", on=["any/f32 any2/f32", "any/i64 any-row/i64", "wild/f32 wild2/f32"])
    r.call("aminmax", "aminmax(a)", "a.aminmax()", on=["any/f32", "any/f64", "any/i64", "any/c128"])
    r.call("aminmax dim", "aminmax(a, dim=1, keepdim=True)", "a.aminmax(dim=1, keepdim=True)", on=["any/f32", "any/f64"])
    for name in "std_mean var_mean".split():
        r.call(name, f"{name}(a)", on=["any/f32", "any/f64", "any/c128", "any/i64"])
        r.call(name + " dims", f"{name}(a, [0, 2], False, True)", on=["cube/f32", "cube/f64"])
    for name in "cumsum cumprod".split():
        r.call(name, f"{name}(a, 1)", f"a.{name}(1)", f"a.clone().{name}_(1)", on=ALL)
        r.call(name + " type", f"{name}(a, 0, dtype=torch.float64)", f"a.{name}(0, dtype=torch.float64)", on=["any/f32", "any/i64"])
    for name in "cummax cummin".split():
        r.call(name, f"{name}(a, 1)", f"a.{name}(1)", on=["mat34/f32", "mat34/f64", "mat34/i64", "mat34/bool", "mat34/c128"])
    r.call("logsumexp", "logsumexp(a, 1)", "a.logsumexp(1)", on=["any/f32", "any/f64", "any/i64", "any-empty/f32", "any-turned/f64"])
    r.call("dist", "dist(a, b, 3)", "a.dist(b, 3)", on=["any/f32 any2/f32", "any/f64 any2/f64", "any/i64 any2/i64"])
    r.call("norm p", "norm(a, 3)", "a.norm(3)", on=["any/f32", "any/f64", "any/c128"])
    r.call("renorm", "renorm(a, 2, 0, 1)", "a.renorm(2, 0, 1)", "a.clone().renorm_(2, 0, 1)", on=["cube/f32", "cube/f64", "cube/c128"])
    r.call("frobenius_norm", "frobenius_norm(a, [0, 1])", on=["any/f32", "any/f64", "any/c128"])
    r.call("nuclear_norm", "nuclear_norm(a)", on=["mat34/f32", "mat34/f64"])
    r.call("norm_except_dim", "norm_except_dim(a, 2, 1)", on=["cube/f32", "cube/f64"])
    for name in "quantile nanquantile".split():
        r.call(name, f"{name}(a, 0.3)", f"a.{name}(0.3)", on=["mat34/f32", "mat34/f64", "mat34/i64", "holes/f64"],
               newer={"holes/f64": "which of several NaN takes the gradient is nowhere laid down"})
        r.call(name + " dim", f"{name}(a, b.abs() / 5, 1, True)", f"a.{name}(b.abs() / 5, 1, True)", on=["mat34/f32 any-row/f32", "mat34/f64 any-row/f64"])
    r.call("kthvalue", "kthvalue(a, 2, 1)", "a.kthvalue(2, 1)", on=["mat34/f32", "mat34/f64", "mat34/i64", "turned/f64"])
    r.call("topk", "topk(a, 2, 1, False)", "a.topk(2, 1, False)", on=["mat34/f32", "mat34/f64", "row4/i64", "turned/f64"][:2] + ["turned/f64"])
    r.call("sort", "sort(a, 1, True)", "a.sort(1, True)", on=["mat34/f32", "mat34/f64", "turned/f64", "mat34/c128"])
    r.call("sort stable", "sort(a, stable=True, dim=0)", "a.sort(stable=True, dim=0)", on=["repeats/i64", "repeats/f32"])
    r.call("msort", "msort(a)", "a.msort()", on=["mat34/f32", "mat34/f64", "mat34/i64"])
    r.call("argsort", "argsort(a, 1, True)", "a.argsort(1, True)", on=["mat34/f32", "mat34/f64", "turned/f64"])
    r.call("searchsorted", "searchsorted(a, b)", on=["sorted/f32 any/f32", "sorted/f64 any/f64", "sorted/i64 any/i64", "sorted/f64 any-scalar/f64"])
    r.call("searchsorted right", "searchsorted(a, b, out_int32=True, right=True)", on=["sorted/f32 any/f32", "sorted/i64 any/i64"])
    r.call("bucketize", "bucketize(b, a)", "bucketize(b, a)", on=["sorted/f32 any/f32", "sorted/i64 any/i64"])
    r.call("unique", "unique(a)", "a.unique()", on=["repeats/i64", "repeats/f32", "any/bool"])
    r.call("unique all", "unique(a, return_inverse=True, return_counts=True)", "a.unique(return_inverse=True, return_counts=True)", on=["repeats/i64", "repeats/f32"])
    r.call("unique dim", "unique(stack([a, a, a + 1]), dim=0)", on=["repeats/i64", "repeats/f32"])
    r.call("unique_consecutive", "unique_consecutive(a, True, True)", "a.unique_consecutive(True, True)", on=["repeats/i64", "repeats/f32"])
    r.call("bincount", "bincount(a, minlength=6)", "a.bincount(minlength=6)", on=["repeats/i64", "repeats/f32"])
    r.call("bincount weights", "bincount(a, b)", "a.bincount(b)", on=["index3/i64 any-row/f32", "index3/i64 any-row/f64"])
    r.call("histc", "histc(a, 4, -2, 2)", "a.histc(4, -2, 2)", on=["mat34/f32", "mat34/f64", "mat34/i64"])
    r.call("histogram", "histogram(a, 4)", "a.histogram(4)", on=["mat34/f32", "mat34/f64", "mat34/i64"])
    r.call("histogram range", "histogram(a, 4, range=(-2.0, 2.0), density=True)", "a.histogram(4, range=(-2.0, 2.0), density=True)", on=["mat34/f32", "mat34/f64"])
    r.call("histogram edges", "histogram(a, b)", "a.histogram(b)", on=["mat34/f32 sorted/f32", "mat34/f64 sorted/f64"])
    r.call("histogramdd", "histogramdd(a, [2, 3])", on=["pairs/f32", "pairs/f64"])
    r.call("histogramdd equal", "histogramdd(a, 2, range=[-3.0, 3.0, -2.0, 2.0])", on=["pairs/f32", "pairs/f64"])
    r.call("histogramdd edges", "histogramdd(a, [b, b], density=True)", on=["pairs/f32 sorted/f32", "pairs/f64 sorted/f64"])
    for rule in ("doane", "rice", "scott", "sqrt", "stone", "sturges"):
        r.call("histogram " + rule, f"histogram(a, len(numpy.histogram_bin_edges(a.numpy(), '{rule}')) - 1)", on=["cube/f64", "signal/f64"], grad=False)
    r.call("trapezoid", "trapezoid(a, dx=0.5, dim=0)", "trapz(a, dx=0.5, dim=0)", on=["mat34/f32", "mat34/f64", "mat34/i64"])
    r.call("trapezoid at", "trapezoid(a, b, dim=1)", "trapz(a, b, dim=1)", on=["any/f32 any-row/f32", "any/f64 any-row/f64"])
    r.call("cumulative_trapezoid", "cumulative_trapezoid(a, dx=0.5, dim=0)", on=["mat34/f32", "mat34/f64"])
    r.call("cumulative_trapezoid at", "cumulative_trapezoid(a, b, dim=1)", on=["any/f32 any-row/f32", "any/f64 any-row/f64"])
    r.call("gradient", "gradient(a)", on=["mat34/f32", "mat34/f64", "mat34/c128"])
    r.call("gradient spacing", "gradient(a, spacing=2, dim=1)", on=["mat34/f32", "mat34/f64"])
    r.call("diff", "diff(a)", "a.diff()", on=["mat34/f32", "mat34/f64", "mat34/i64", "mat34/bool", "turned/f64"])
    r.call("diff twice", "diff(a, 2, 1, prepend=b)", "a.diff(2, 1, prepend=b)", on=["mat34/f32 mat34/f32", "mat34/f64 mat34/f64"])
    r.call("cov", "cov(a)", "a.cov()", on=["mat34/f32", "mat34/f64", "mat34/c128", "mat34/i64"])
    r.call("cov weights", "cov(a, correction=0, fweights=b)", "a.cov(correction=0, fweights=b)", on=["any/f32 counts/i64", "any/f64 counts/i64"])
    r.call("corrcoef", "corrcoef(a)", "a.corrcoef()", on=["mat34/f32", "mat34/f64", "mat34/c128"])
    r.call("segment_reduce", "segment_reduce(a, 'sum', lengths=tensor([2, 1, 3]))", on=["row6/f32", "row6/f64"])
    r.call("softmax", "softmax(a, 1)", on=["any/f32", "any/f64", "any-turned/f64", "any/i64"])
    r.call("log_softmax", "log_softmax(a, 1)", "a.log_softmax(1)", on=["any/f32", "any/f64", "any-turned/f64", "any/i64"])
    r.call("is_nonzero", "is_nonzero(a)", "a.is_nonzero()", on=["any-scalar/f64", "any-scalar/bool", "any/f32"])
    r.call("numel", "numel(a)", "a.numel()", on=["any/f32", "any-empty/f32"])
    r.call("trace", "trace(a)", "a.trace()", on=["mat34/f32", "mat34/f64", "mat34/c128", "mat34/i64", "cube/f32"])
    r.call("is_signed", "is_signed(a)", "a.is_signed()", on=["any/f32", "any/u8", "any/bool"])
    r.call("is_same_size", "is_same_size(a, b)", "a.is_same_size(b)", on=["any/f32 any2/i64", "any/f32 cube/f32"])
    r.call("is_complex", "is_complex(a)", "a.is_complex()", on=["any/f32", "any/c128"])
    r.call("is_floating_point", "is_floating_point(a)", "a.is_floating_point()", on=["any/f32", "any/c128", "any/i64"])
    r.call("is_inference", "is_inference(a)", "a.is_inference()", on=["any/f32"])
    r.call("is_distributed", "is_distributed(a)", "a.is_distributed()", on=["any/f32"])
    r.call("is_tensor", "is_tensor(a)", on=["any/f32"])
    r.call("sum_to_size", "a.sum_to_size(1, 3)", on=["any/f32", "any/f64", "any/i64"])
