"""Element by element: one argument, two, three."""

ANY = "abs absolute angle ceil conj_physical cos cosh deg2rad erf erfc exp exp2 expm1 fix floor frac i0 isfinite isinf isnan isneginf isposinf isreal " \
      "neg negative positive rad2deg reciprocal relu round sgn sigmoid sign signbit sin sinc sinh square tan tanh trunc logical_not bitwise_not " \
      "nan_to_num conj real imag"
UNIT = "acos arccos asin arcsin atanh arctanh erfinv"
POSITIVE = "digamma lgamma log log10 log1p log2 rsqrt sqrt"
ABOVE = "acosh arccosh"
WIDE = "asinh arcsinh atan arctan"
METHODS = "log_sigmoid relu6 silu selu gelu hardsigmoid hardswish celu elu leaky_relu hardtanh hardshrink softplus"
SPECIAL = {
    "airy_ai": "any", "bessel_j0": "any", "bessel_j1": "any", "bessel_y0": "positive", "bessel_y1": "positive", "digamma": "positive", "entr": "any",
    "erf": "any", "erfc": "any", "erfcx": "any", "erfinv": "unit", "exp2": "any", "expit": "any", "expm1": "any", "gammaln": "positive", "i0": "any",
    "i0e": "any", "i1": "any", "i1e": "any", "log1p": "positive", "log_ndtr": "any", "modified_bessel_i0": "any", "modified_bessel_i1": "any",
    "modified_bessel_k0": "positive", "modified_bessel_k1": "positive", "ndtr": "any", "ndtri": "inner", "psi": "positive", "round": "any",
    "scaled_modified_bessel_k0": "positive", "scaled_modified_bessel_k1": "positive", "sinc": "any", "spherical_bessel_j0": "positive",
}
BINARY = "add sub subtract mul multiply div divide true_divide atan2 arctan2 copysign fmod remainder hypot maximum minimum fmax fmin pow float_power " \
         "floor_divide logaddexp logaddexp2 nextafter ldexp xlogy heaviside eq ne not_equal lt less le less_equal gt greater ge greater_equal " \
         "logical_and logical_or logical_xor"
WHOLE = "gcd lcm bitwise_and bitwise_or bitwise_xor bitwise_left_shift bitwise_right_shift"
POLYNOMIALS = "chebyshev_polynomial_t chebyshev_polynomial_u chebyshev_polynomial_v chebyshev_polynomial_w hermite_polynomial_h " \
              "hermite_polynomial_he laguerre_polynomial_l legendre_polynomial_p shifted_chebyshev_polynomial_t shifted_chebyshev_polynomial_u " \
              "shifted_chebyshev_polynomial_v shifted_chebyshev_polynomial_w"


def one(domain):
    return [f"{domain}/f32", f"{domain}/f64", f"{domain}/c128", f"{domain}/i64", f"{domain}/bool", "wild/f32", f"{domain}-empty/f32",
            f"{domain}-scalar/f64", f"{domain}-turned/f64", f"{domain}-repeated/f32"]


def two(domain):
    return [f"{domain}/f32 {domain}2/f32", f"{domain}/f64 {domain}-row/f64", f"{domain}/c128 {domain}2/c128", f"{domain}/i64 positive/i64",
            f"{domain}/i64 {domain}-scalar/f32", f"{domain}/bool {domain}2/bool", "wild/f32 wild2/f32", f"{domain}-empty/f32 {domain}-row/f32",
            f"{domain}-turned/f64 {domain}-repeated/f32"]


def spellings(r, name, arguments=""):
    import torch
    plain = name.rstrip("_")
    found = []
    more = f", {arguments}" if arguments else ""
    if hasattr(torch, plain):
        found.append(f"{plain}(a{more})")
    if hasattr(torch.Tensor, plain) and callable(getattr(torch.Tensor, plain)):
        found.append(f"a.{plain}({arguments})")
    if hasattr(torch, plain + "_"):
        found.append(f"{plain}_(a.clone(){more})")
    if hasattr(torch.Tensor, plain + "_"):
        found.append(f"a.clone().{plain}_({arguments})")
    return found


def record(r):
    for names, domain in ((ANY, "any"), (UNIT, "unit"), (POSITIVE, "positive"), (ABOVE, "above"), (WIDE, "any")):
        for name in names.split():
            r.call(name, *spellings(r, name), on=one(domain))
    functions = {"log_sigmoid": "logsigmoid"}
    for name in METHODS.split():
        r.call("Tensor." + name, f"nn.functional.{functions.get(name, name)}(a)", on=one("any"))
    for name, domain in SPECIAL.items():
        r.call("special." + name, f"special.{name}(a)", on=one(domain)[:2] + one(domain)[3:])
    for name in BINARY.split():
        r.call(name, *spellings(r, name, "b"), on=two("positive" if name in ("pow", "float_power", "xlogy") else "any"))
    for name in WHOLE.split():
        r.call(name, *spellings(r, name, "b"), on=["any/i64 positive/i64", "positive/i32 any-scalar/i64", "any/bool any2/bool", "any-empty/i64 any-row/i64", "any/f32 any2/f32"])
    for name in POLYNOMIALS.split():
        r.call("special." + name, f"special.{name}(a, b)", on=["unit/f32 small/i64", "any/f64 small/i64", "unit-empty/f64 small/i64"][:2], grad=False,
               newer="values near the border of the polynomials' domain are computed by another recurrence")
    numbers(r)
    several(r)


def numbers(r):
    """A number in the place of a tensor."""
    on = ["any/f32", "any/f64", "any/c128", "any/i64", "wild/f32"]
    for name in "add sub subtract mul multiply div divide true_divide fmod remainder pow float_power floor_divide eq ne lt less le gt greater ge".split():
        r.call(name + " number", *spellings(r, name, "2"), on=on)
    for name in "greater_equal less_equal not_equal".split():
        r.call(name + " number", *spellings(r, name, "2"), on=on[:2] + on[3:4])
    for name in "bitwise_and bitwise_or bitwise_xor bitwise_left_shift bitwise_right_shift".split():
        on_bool = [] if name.endswith("shift") else ["any/bool"]  # there a number counts as a tensor of 32 bits
        r.call(name + " number", *spellings(r, name, "2"), on=["positive/i64", "any/f32"] + on_bool)
    r.call("add alpha", "add(a, b, alpha=2.5)", "a.add(b, alpha=2.5)", "a.clone().add_(b, alpha=2.5)", on=["any/f32 any2/f32", "any/f64 any-row/f64", "any/c128 any2/c128"])
    r.call("add number alpha", "add(a, 3, alpha=2)", "a.add(3, alpha=2)", "a.clone().add_(3, alpha=2)", on=["any/f32", "any/i64"])
    r.call("sub alpha", "sub(a, b, alpha=2.5)", "a.sub(b, alpha=2.5)", "a.clone().sub_(b, alpha=2.5)", on=["any/f32 any2/f32", "any/f64 any-row/f64"])
    r.call("rsub", "rsub(a, b)", on=["any/f32 any2/f32", "any/c128 any2/c128", "any/i64 any2/i64", "any/bool any2/bool"])
    r.call("rsub number", "rsub(a, 2, alpha=3)", on=["any/f32", "any/i64"])
    for mode in ("trunc", "floor"):
        r.call(f"div {mode}", f"div(a, b, rounding_mode='{mode}')", f"a.div(b, rounding_mode='{mode}')", f"a.clone().div_(b, rounding_mode='{mode}')",
               on=["any/f32 any2/f32", "any/i64 positive/i64", "any/c128 any2/c128"])
    r.call("pow base", "pow(2, a)", on=["any/f32", "any/f64", "any/c128", "positive/i64"])
    r.call("float_power base", "float_power(2, a)", on=["any/f32", "any/i64"])
    r.call("xlogy number", "xlogy(a, 2)", "a.xlogy(2)", "a.clone().xlogy_(2)", "special.xlogy(a, 2)", on=["any/f32", "any/f64", "any/i64"])
    r.call("xlogy left number", "xlogy(2, a)", "special.xlogy(2, a)", on=["positive/f32", "positive/f64"])
    r.call("copysign number", "copysign(a, -2)", "a.copysign(-2)", "a.clone().copysign_(-2)", on=["any/f32", "any/f64", "any/i64"])
    r.call("special.xlog1py", "special.xlog1py(a, b)", on=["any/f32 positive/f32", "any/f64 positive-row/f64"])
    r.call("special.xlog1py number", "special.xlog1py(a, 2)", on=["any/f32", "any/f64"])
    r.call("special.xlogy", "special.xlogy(a, b)", on=["any/f32 positive/f32", "any/f64 positive-row/f64", "any/i64 positive/i64"])
    r.call("special.zeta", "special.zeta(a, b)", on=["above/f32 positive/f32", "above/f64 positive-row/f64"])
    r.call("special.gammainc", "special.gammainc(a, b)", "igamma(a, b)", on=["positive/f32 positive2/f32", "positive/f64 positive2/f64", "any/i64 any2/i64"])
    r.call("special.gammaincc", "special.gammaincc(a, b)", "igammac(a, b)", on=["positive/f32 positive2/f32", "positive/f64 positive2/f64"])
    r.call("igamma", "igamma(a, b)", "a.igamma(b)", "a.clone().igamma_(b)", on=["positive/f32 positive2/f32", "positive/f64 positive2/f64"])
    r.call("igammac", "igammac(a, b)", "a.igammac(b)", "a.clone().igammac_(b)", on=["positive/f32 positive2/f32", "positive/f64 positive2/f64"])
    r.call("special.polygamma", "special.polygamma(2, a)", on=["positive/f32", "positive/f64"])
    r.call("special.multigammaln", "special.multigammaln(a, 2)", on=["above/f32", "above/f64"])
    r.call("special.softmax", "special.softmax(a, 1)", on=["any/f32", "any/f64", "any-turned/f64"])
    r.call("special.log_softmax", "special.log_softmax(a, 0)", on=["any/f32", "any/f64"])
    r.call("special.logsumexp", "special.logsumexp(a, 1, keepdim=True)", on=["any/f32", "any/f64", "any-empty/f32"])
    r.call("special.logit", "special.logit(a, 0.1)", on=["inner/f32", "inner/f64"])
    r.call("special.round decimals", "special.round(a, decimals=1)", on=["any/f32", "any/f64"])
    r.call("special.sigmoid", "special.expit(a)", on=["any/f32", "any/f64"])


def several(r):
    three = ["any/f32 any2/f32 any3/f32", "any/f64 any2/f64 any-row/f64", "any/c128 any2/c128 any3/c128", "any/i64 any2/i64 any3/i64"]
    r.call("addcmul", "addcmul(a, b, c)", "a.addcmul(b, c)", "a.clone().addcmul_(b, c)", on=three)
    r.call("addcmul value", "addcmul(a, b, c, value=0.5)", "a.addcmul(b, c, value=0.5)", "a.clone().addcmul_(b, c, value=0.5)", on=three[:3])
    r.call("addcdiv", "addcdiv(a, b, c)", "a.addcdiv(b, c)", "a.clone().addcdiv_(b, c)", on=three)
    r.call("addcdiv value", "addcdiv(a, b, c, value=0.5)", "a.addcdiv(b, c, value=0.5)", "a.clone().addcdiv_(b, c, value=0.5)", on=three[:3])
    r.call("lerp", "lerp(a, b, c)", "a.lerp(b, c)", "a.clone().lerp_(b, c)", on=three)
    r.call("lerp number", "lerp(a, b, 0.25)", "a.lerp(b, 0.25)", "a.clone().lerp_(b, 0.25)", on=three[:3])
    r.call("clamp", "clamp(a, -0.5, 1)", "a.clamp(-0.5, 1)", "clamp_(a.clone(), -0.5, 1)", "a.clone().clamp_(-0.5, 1)", "clip(a, -0.5, 1)", "a.clip(-0.5, 1)",
           "clip_(a.clone(), -0.5, 1)", "a.clone().clip_(-0.5, 1)", on=["any/f32", "any/f64", "any/c128", "any/i64", "wild/f32"])
    r.call("clamp one side", "clamp(a, min=0.5)", "a.clamp(min=0.5)", "a.clip(min=0.5)", on=["any/f32", "any/i64"])
    r.call("clamp tensors", "clamp(a, b, c)", "a.clamp(b, c)", "a.clone().clamp_(b, c)", "clip(a, b, c)", "a.clip(b, c)", "clip_(a.clone(), b, c)",
           "a.clone().clip_(b, c)", on=three)
    r.call("clamp_min", "clamp_min(a, 0.5)", "a.clamp_min(0.5)", "clamp_min_(a.clone(), 0.5)", "a.clone().clamp_min_(0.5)", on=["any/f32", "any/f64", "any/i64"])
    r.call("clamp_max", "clamp_max(a, 0.5)", "a.clamp_max(0.5)", "clamp_max_(a.clone(), 0.5)", "a.clone().clamp_max_(0.5)", on=["any/f32", "any/f64", "any/i64"])
    r.call("where", "where(a, b, c)", "b.where(a, c)", on=["any/bool any2/f32 any3/f32", "any/bool any2/f64 any-row/f64", "any/bool any2/c128 any3/c128", "any/bool any2/i64 any3/i64",
                                                          "any/f32 any2/f32 any3/f32"])
    r.call("where condition", "where(a)", on=["any/bool", "small/i64"])
    r.call("logit", "logit(a, 0.1)", "a.logit(0.1)", "a.clone().logit_(0.1)", "logit_(a.clone(), 0.1)", on=["inner/f32", "inner/f64"])
    r.call("polygamma", "polygamma(2, a)", "a.polygamma(2)", "a.clone().polygamma_(2)", on=["positive/f32", "positive/f64"])
    r.call("mvlgamma", "mvlgamma(a, 2)", "a.mvlgamma(2)", "a.clone().mvlgamma_(2)", on=["above/f32", "above/f64"])
    r.call("round decimals", "round(a, decimals=1)", "a.round(decimals=1)", "a.clone().round_(decimals=1)", on=["any/f32", "any/f64", "any/i64"])
    r.call("nan_to_num values", "nan_to_num(a, 9, 8, -8)", "a.nan_to_num(9, 8, -8)", "nan_to_num_(a.clone(), 9, 8, -8)", "a.clone().nan_to_num_(9, 8, -8)", on=["wild/f32", "wild/f64", "any/i64"])
    r.call("frexp", "frexp(a)", "a.frexp()", on=["any/f32", "any/f64", "any/i64"])
    r.call("complex", "complex(a, b)", on=["any/f32 any2/f32", "any/f64 any2/f64", "any/i64 any2/i64"])
    r.call("polar", "polar(a, b)", on=["any/f32 any2/f32", "any/f64 any2/f64"])
    r.call("view_as_real", "view_as_real(a)", "view_as_real(a)", on=["any/c128", "any/f32"])
    r.call("view_as_complex", "view_as_complex(a)", "view_as_complex(a)", on=["pairs/f32", "pairs/f64", "any/f32"])
    r.call("resolve_conj", "resolve_conj(a.conj())", "a.conj().resolve_conj()", on=["any/c128", "any/f32"])
    r.call("resolve_neg", "resolve_neg(a.conj().imag)", "a.conj().imag.resolve_neg()", on=["any/c128"])
    r.call("is_conj", "is_conj(a.conj())", "a.conj().is_conj()", on=["any/c128", "any/f32"])
    r.call("is_neg", "is_neg(a.conj().imag)", "a.conj().imag.is_neg()", on=["any/c128"])
    r.call("isclose", "isclose(a, b)", "a.isclose(b)", on=["any/f32 any/f32", "wild/f32 wild2/f32", "any/i64 any2/i64", "any/c128 any/c128"])
    r.call("isclose tolerant", "isclose(a, b, 0, 2, True)", "a.isclose(b, 0, 2, True)", on=["any/f32 any2/f32", "wild/f32 wild/f32"])
    r.call("allclose", "allclose(a, b)", "a.allclose(b)", on=["any/f32 any/f32", "any/f64 any2/f64", "any/i64 any/i64"])
    r.call("equal", "equal(a, b)", "a.equal(b)", on=["any/f32 any/f32", "any/f64 any2/f64", "any/i64 any/i64"])
    r.call("isin", "isin(a, b)", on=["small/i64 index/i64", "any/f32 any/f32"])
    r.call("isin inverted", "isin(a, b, invert=True)", on=["small/i64 index/i64"])
    r.call("dequantize", "dequantize(quantize_per_tensor(a, 0.1, 3, torch.quint8))", on=["any/f32"])
    r.call("int_repr", "quantize_per_tensor(a, 0.1, 3, torch.quint8).int_repr()", "int_repr(quantize_per_tensor(a, 0.1, 3, torch.quint8))", on=["any/f32", "wild/f32", "any/f64"])
    r.call("quantize_per_channel", "quantize_per_channel(a, b.abs(), zeros(3, dtype=torch.int64), 1, torch.qint8).int_repr()", on=["any/f32 positive-row/f64"])
    r.call("q_scale", "q_scale(quantize_per_tensor(a, 0.1, 3, torch.quint8))", "quantize_per_tensor(a, 0.1, 3, torch.quint8).q_scale()", on=["any/f32"])
    r.call("q_zero_point", "q_zero_point(quantize_per_tensor(a, 0.1, 3, torch.quint8))", "quantize_per_tensor(a, 0.1, 3, torch.quint8).q_zero_point()", on=["any/f32"])
    r.call("q_per_channel_scales", "q_per_channel_scales(quantize_per_channel(a, b, zeros(3, dtype=torch.int64), 1, torch.qint8))",
           "quantize_per_channel(a, b, zeros(3, dtype=torch.int64), 1, torch.qint8).q_per_channel_scales()", on=["any/f32 positive-row/f64"])
    r.call("q_per_channel_zero_points", "q_per_channel_zero_points(quantize_per_channel(a, b, zeros(3, dtype=torch.int64), 1, torch.qint8))",
           "quantize_per_channel(a, b, zeros(3, dtype=torch.int64), 1, torch.qint8).q_per_channel_zero_points()", on=["any/f32 positive-row/f64"])
    r.call("q_per_channel_axis", "q_per_channel_axis(quantize_per_channel(a, b, zeros(3, dtype=torch.int64), 1, torch.qint8))",
           "quantize_per_channel(a, b, zeros(3, dtype=torch.int64), 1, torch.qint8).q_per_channel_axis()", on=["any/f32 positive-row/f64"])
    r.call("quantize_per_tensor_dynamic", "quantize_per_tensor_dynamic(a, torch.quint8, False).int_repr()", on=["any/f32"])
    r.call("fake_quantize_per_tensor_affine", "fake_quantize_per_tensor_affine(a, 0.1, 2, 0, 255)", on=["any/f32"])
    r.call("fake_quantize_per_channel_affine", "fake_quantize_per_channel_affine(a, b, zeros(3, dtype=torch.int32), 1, 0, 255)", on=["any/f32 positive-row/f32"])
    r.call("Tensor.prelu", "prelu(a, b)", "a.prelu(b)", on=["any/f32 any-scalar/f32", "any/f64 any-row/f64"])
    r.call("Tensor.threshold", "threshold(a, 0.5, -3)", on=["any/f32", "any/f64", "any/i64"])
    r.call("Tensor.glu", "nn.functional.glu(a, 1)", on=["mat34/f32", "cube2/f64"])
    r.call("rrelu", "rrelu(a, 0.1, 0.3)", on=["any/f32", "any/f64"])
    r.call("conversions", "a.to(torch.float64), a.float(), a.double(), a.half(), a.bfloat16().float(), a.int(), a.long(), a.short(), a.char(), a.bool()",
           on=["any/f32", "any/f64", "any/i64", "any/bool"])
    r.call("conversions complex", "a.cfloat(), a.cdouble()", on=["any/f32", "any/c128"])
    r.call("type_as", "a.type_as(b)", on=["any/f32 any/f64", "any/i64 any/f32", "any/f64 any/bool"])
