"""Writes distributions.json.gz: for every distribution of torch.distributions its shapes, text, moments, densities, draws and gradients."""
import warnings

import torch
import torch.distributions as D

from recorder import Dist, cosines, line, pack, write

T = torch.tensor
warnings.simplefilter("ignore")

PROBS = T([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2]])
LOGITS = T([[0.3, -1.2, 0.7], [2.0, 0.1, -0.4]])
COV = T([[2.0, 0.5, 0.1], [0.5, 1.5, -0.2], [0.1, -0.2, 1.0]])
TRIL = torch.linalg.cholesky(COV)
LOC = T([[0.5, -1.0, 2.0], [0.0, 0.3, -0.7]])
NAN, INF = float("nan"), float("inf")
REAL = [-3.0, -0.5, 0.0, 0.7, 4.0, 30.0, NAN, INF]
UNIT = [0.0, 0.01, 0.4, 0.5, 0.9, 1.0, -0.5, 1.5, NAN]
POSITIVE = [0.0, 1e-6, 0.3, 1.0, 2.5, 40.0, -1.0, NAN]
COUNTS = [0.0, 1.0, 2.0, 5.0, 12.0, 0.5, -1.0, NAN]

# name, distribution, extra values of a zero-dimensional event for log_prob and cdf
CASES = [
    ("zero-dim", Dist("Normal", loc=T(0.3), scale=T(1.7)), REAL),
    ("broadcast", Dist("Normal", loc=T([[0.5], [-2.0]]), scale=T([0.5, 1.0, 3.0])), None),
    ("empty", Dist("Normal", loc=torch.zeros(0, 2), scale=torch.ones(2)), None),
    ("wide", Dist("Normal", loc=line(-2, 2, 20), scale=line(0.1, 2, 20)), None),
    ("zero-dim", Dist("Cauchy", loc=T(0.3), scale=T(1.7)), REAL),
    ("broadcast", Dist("Cauchy", loc=T([[0.5], [-2.0]]), scale=T([0.5, 1.0, 3.0])), None),
    ("zero-dim", Dist("Laplace", loc=T(0.3), scale=T(1.7)), REAL),
    ("broadcast", Dist("Laplace", loc=T([[0.5], [-2.0]]), scale=T([0.5, 1.0, 3.0])), None),
    ("zero-dim", Dist("Uniform", low=T(-0.5), high=T(1.5)), REAL + [-0.5, 1.5]),
    ("broadcast", Dist("Uniform", low=T([[0.5], [-2.0]]), high=T([0.75, 1.0, 3.0])), None),
    ("zero-dim", Dist("Exponential", rate=T(0.7)), POSITIVE),
    ("batch", Dist("Exponential", rate=T([0.1, 1.0, 30.0])), None),
    ("zero-dim", Dist("Gamma", concentration=T(2.5), rate=T(0.7)), POSITIVE),
    ("broadcast", Dist("Gamma", concentration=T([[0.3], [4.0]]), rate=T([0.5, 1.0, 3.0])), None),
    ("tiny", Dist("Gamma", concentration=T([1e-3, 1e-2, 0.5]), rate=T([1.0, 1.0, 1.0])), None),
    ("zero-dim", Dist("Chi2", df=T(3.0)), POSITIVE),
    ("batch", Dist("Chi2", df=T([0.5, 2.0, 11.0])), None),
    ("zero-dim", Dist("Beta", concentration1=T(2.0), concentration0=T(3.5)), UNIT),
    ("broadcast", Dist("Beta", concentration1=T([[0.5], [4.0]]), concentration0=T([0.5, 1.0, 3.0])), None),
    ("vector", Dist("Dirichlet", concentration=T([2.0, 3.0, 1.5])), None),
    ("batch", Dist("Dirichlet", concentration=T([[0.3, 0.8, 0.5], [4.0, 1.0, 2.0]])), None),
    ("zero-dim", Dist("FisherSnedecor", df1=T(3.0), df2=T(5.5)), POSITIVE),
    ("broadcast", Dist("FisherSnedecor", df1=T([[1.5], [4.0]]), df2=T([1.5, 3.0, 9.0])), None),
    ("zero-dim", Dist("StudentT", df=T(3.0), loc=T(0.5), scale=T(2.0)), REAL),
    ("broadcast", Dist("StudentT", df=T([[0.7], [4.0]]), loc=T(0.0), scale=T([0.5, 1.0, 3.0])), None),
    ("variances", Dist("StudentT", df=T([0.5, 1.0, 1.5, 2.0, 5.0]), loc=T(1.0), scale=T(2.0)), None),
    ("zero-dim", Dist("Gumbel", loc=T(0.3), scale=T(1.7)), [-1.0, -0.5, 0.0, 0.7, 4.0]),
    ("broadcast", Dist("Gumbel", loc=T([[0.5], [-2.0]]), scale=T([0.5, 1.0, 3.0])), None),
    ("zero-dim", Dist("HalfNormal", scale=T(1.7)), POSITIVE),
    ("batch", Dist("HalfNormal", scale=T([0.5, 1.0, 3.0])), None),
    ("zero-dim", Dist("HalfCauchy", scale=T(1.7)), POSITIVE),
    ("batch", Dist("HalfCauchy", scale=T([0.5, 1.0, 3.0])), None),
    ("zero-dim", Dist("LogNormal", loc=T(0.3), scale=T(0.7)), [0.3, 1.0, 2.5, 40.0]),
    ("broadcast", Dist("LogNormal", loc=T([[0.5], [-2.0]]), scale=T([0.5, 1.0, 1.5])), None),
    ("vector", Dist("LogisticNormal", loc=T([0.3, -0.5]), scale=T([0.7, 1.1])), None),
    ("batch", Dist("LogisticNormal", loc=LOC, scale=T([0.5, 1.0, 1.5])), None),
    ("zero-dim", Dist("Pareto", scale=T(1.2), alpha=T(2.5)), [1.2, 1.5, 7.0]),
    ("broadcast", Dist("Pareto", scale=T([[0.5], [2.0]]), alpha=T([0.5, 1.5, 3.0])), None),
    ("zero-dim", Dist("Weibull", scale=T(1.2), concentration=T(2.5)), [1e-3, 0.5, 1.5, 7.0]),
    ("broadcast", Dist("Weibull", scale=T([[0.5], [2.0]]), concentration=T([0.5, 1.5, 3.0])), None),
    ("zero-dim", Dist("Kumaraswamy", concentration1=T(2.0), concentration0=T(3.5)), [0.01, 0.4, 0.9]),
    ("broadcast", Dist("Kumaraswamy", concentration1=T([[0.5], [4.0]]), concentration0=T([0.5, 1.0, 3.0])), None),
    ("zero-dim", Dist("VonMises", loc=T(0.3), concentration=T(1.7)), [-3.0, -0.5, 0.0, 0.7, 3.0, 7.0, NAN]),
    ("broadcast", Dist("VonMises", loc=T([[0.5], [-2.0]]), concentration=T([0.1, 1.0, 8.0])), None),
    ("great", Dist("VonMises", loc=T([0.0, 1.0]), concentration=T([50.0, 300.0])), None),
    ("probs", Dist("Bernoulli", probs=T(0.3)), [0.0, 1.0, 0.5, 2.0, NAN]),
    ("logits", Dist("Bernoulli", logits=LOGITS), None),
    ("certain", Dist("Bernoulli", probs=T([0.0, 0.5, 1.0])), None),
    ("probs", Dist("Geometric", probs=T(0.3)), COUNTS),
    ("logits", Dist("Geometric", logits=LOGITS), None),
    ("certain", Dist("Geometric", probs=T([0.01, 0.5, 1.0])), None),
    ("probs", Dist("ContinuousBernoulli", probs=T(0.3)), UNIT),
    ("near half", Dist("ContinuousBernoulli", probs=T([0.1, 0.4995, 0.5, 0.5005, 0.9])), None),
    ("logits", Dist("ContinuousBernoulli", logits=LOGITS), None),
    ("probs", Dist("Binomial", total_count=T(12.0), probs=T(0.3)), COUNTS),
    ("logits", Dist("Binomial", total_count=T([4.0, 7.0, 1.0]), logits=LOGITS), None),
    ("same", Dist("Binomial", total_count=T(3.0), probs=T([0.2, 0.5, 0.9])), None),
    ("certain", Dist("Binomial", total_count=T(3.0), probs=T([0.0, 1.0])), None),
    ("probs", Dist("NegativeBinomial", total_count=T(5.0), probs=T(0.3)), COUNTS),
    ("logits", Dist("NegativeBinomial", total_count=T([4.0, 7.5, 0.5]), logits=LOGITS), None),
    ("probs", Dist("Categorical", probs=PROBS), None),
    ("unnormalised", Dist("Categorical", probs=T([1.0, 3.0, 4.0])), None),
    ("logits", Dist("Categorical", logits=LOGITS), None),
    ("impossible", Dist("Categorical", probs=T([0.0, 0.5, 0.5])), None),
    ("probs", Dist("OneHotCategorical", probs=PROBS), None),
    ("logits", Dist("OneHotCategorical", logits=LOGITS), None),
    ("probs", Dist("OneHotCategoricalStraightThrough", probs=PROBS), None),
    ("logits", Dist("OneHotCategoricalStraightThrough", logits=LOGITS), None),
    ("probs", Dist("Multinomial", total_count=5, probs=PROBS), None),
    ("logits", Dist("Multinomial", total_count=3, logits=LOGITS[0]), None),
    ("zero-dim", Dist("Poisson", rate=T(2.3)), COUNTS),
    ("batch", Dist("Poisson", rate=T([0.1, 3.0, 40.0])), None),
    ("zero", Dist("Poisson", rate=T([0.0, 1.0])), None),
    ("probs", Dist("LogitRelaxedBernoulli", temperature=T(0.7), probs=T(0.3)), REAL),
    ("logits", Dist("LogitRelaxedBernoulli", temperature=T(0.7), logits=LOGITS), None),
    ("probs", Dist("RelaxedBernoulli", temperature=T(0.7), probs=T(0.3)), [0.01, 0.4, 0.9]),
    ("logits", Dist("RelaxedBernoulli", temperature=T(0.7), logits=LOGITS), None),
    ("probs", Dist("ExpRelaxedCategorical", temperature=T(0.7), probs=PROBS), None),
    ("logits", Dist("ExpRelaxedCategorical", temperature=T(0.7), logits=LOGITS), None),
    ("probs", Dist("RelaxedOneHotCategorical", temperature=T(0.7), probs=PROBS), None),
    ("logits", Dist("RelaxedOneHotCategorical", temperature=T(0.7), logits=LOGITS), None),
    ("covariance", Dist("MultivariateNormal", loc=LOC[0], covariance_matrix=COV), None),
    ("precision", Dist("MultivariateNormal", loc=LOC[0], precision_matrix=COV), None),
    ("tril", Dist("MultivariateNormal", loc=LOC, scale_tril=TRIL), None),
    ("batch", Dist("MultivariateNormal", loc=LOC, covariance_matrix=torch.stack([COV, 2 * COV])), None),
    ("vector", Dist("LowRankMultivariateNormal", loc=LOC[0], cov_factor=T([[1.0, 0.2], [0.3, -0.5], [0.0, 2.0]]), cov_diag=T([0.5, 1.0, 2.0])), None),
    ("batch", Dist("LowRankMultivariateNormal", loc=LOC, cov_factor=T([[1.0], [0.3], [-0.5]]), cov_diag=T([0.5, 1.0, 2.0])), None),
    ("covariance", Dist("Wishart", df=T(5.0), covariance_matrix=COV), None),
    ("precision", Dist("Wishart", df=T(4.5), precision_matrix=COV), None),
    ("tril", Dist("Wishart", df=T([3.5, 9.0]), scale_tril=TRIL), None),
    ("one", Dist("LKJCholesky", dim=3, concentration=T(1.0)), None),
    ("batch", Dist("LKJCholesky", dim=4, concentration=T([0.5, 3.0])), None),
    ("vector", Dist("Independent", base_distribution=Dist("Normal", loc=LOC, scale=T([0.5, 1.0, 1.5])), dims=1), None),
    ("whole", Dist("Independent", base_distribution=Dist("Gamma", concentration=T([[0.5], [2.0]]), rate=T([1.0, 2.0])), dims=2), None),
    ("discrete", Dist("Independent", base_distribution=Dist("Bernoulli", probs=PROBS), dims=1), None),
    ("normal", Dist("MixtureSameFamily", mixture_distribution=Dist("Categorical", probs=T([0.2, 0.5, 0.3])),
                    component_distribution=Dist("Normal", loc=T([-1.0, 0.0, 2.0]), scale=T([0.5, 1.0, 1.5]))), None),
    ("batch", Dist("MixtureSameFamily", mixture_distribution=Dist("Categorical", logits=LOGITS),
                   component_distribution=Dist("Normal", loc=LOC, scale=T([0.5, 1.0, 1.5]))), None),
    ("vectors", Dist("MixtureSameFamily", mixture_distribution=Dist("Categorical", probs=T([0.4, 0.6])),
                     component_distribution=Dist("MultivariateNormal", loc=LOC, scale_tril=TRIL)), None),
    ("sinh", Dist("TransformedDistribution", base_distribution=Dist("Normal", loc=T([0.5, -1.0]), scale=T([1.0, 0.5])),
                  transforms=[["TanhTransform"], ["AffineTransform", 1.0, -2.0]]), None),
    ("stick", Dist("TransformedDistribution", base_distribution=Dist("Normal", loc=LOC, scale=T([0.5, 1.0, 1.5])),
                   transforms=[["AffineTransform", 0.5, 2.0], ["StickBreakingTransform"]]), None),
    ("reshape", Dist("TransformedDistribution", base_distribution=Dist("Normal", loc=line(-1, 1, 6), scale=T(0.5)),
                     transforms=[["ReshapeTransform", [6], [2, 3]], ["ExpTransform"]]), None),
    ("sigmoid", Dist("TransformedDistribution", base_distribution=Dist("Uniform", low=T(0.0), high=T(1.0)),
                     transforms=[["Inverse", ["SigmoidTransform"]], ["AffineTransform", [0.5, 1.0], [2.0, 3.0]]]), None),
]


def attempt(action):
    """What an action gives, or the error that it raises."""
    try:
        return action()
    except (NotImplementedError, AttributeError):
        return None


def recorded(what, made, action, value=None, **more):
    """One check: runs the action on a fresh distribution, with gradients to all leaves and to the value."""
    dist = Dist.build(made)
    leaf = None
    if value is not None:
        leaf = value.clone()
        if leaf.is_floating_point():
            leaf.requires_grad_()
    check = {"what": what, **more}
    if value is not None:
        check["value"] = pack(value)
    if isinstance(dist, D.VonMises) and what not in ("sample", "mean", "mode"):
        # Python's Bessel functions are polynomials of seven digits, ours are libtorch's own; great concentrations leave few of them.
        check["rtol"] = 1e-2 if what in ("variance", "stddev") and dist.concentration.max() > 10 else 2e-6
    output = attempt(lambda: action(dist, leaf))
    if output is None:
        check["error"] = True
        return check
    check["output"] = pack(output)
    if output.requires_grad:
        inputs = made[2] + ([leaf] if leaf is not None and leaf.requires_grad else [])
        try:
            grads = torch.autograd.grad(output, inputs, cosines(output), allow_unused=True)
        except (RuntimeError, NotImplementedError):
            return check
        check["grads"] = [None if g is None else pack(g) for g in grads]
    return check


def checks_of(case, dtype, extra):
    made = case.leaves(dtype)
    torch.manual_seed(5)
    draws = Dist.build(made).sample((2,)).detach()
    dist = Dist.build(made)
    out = [{"what": "facts", "batch_shape": list(dist.batch_shape), "event_shape": list(dist.event_shape), "repr": repr(dist),
            "has_rsample": bool(dist.has_rsample), "has_enumerate_support": bool(dist.has_enumerate_support),
            "discrete": attempt(lambda: bool(dist.support.is_discrete)), "event_dim": attempt(lambda: dist.support.event_dim)}]
    for name in ("mean", "mode", "variance", "stddev"):
        out.append(recorded(name, made, lambda d, _: getattr(d, name)))
    for name in ("entropy", "perplexity"):
        out.append(recorded(name, made, lambda d, _: getattr(d, name)()))
    for shape in ((), (3,), (2, 1)):
        for name in ("sample", "rsample") if dist.has_rsample or case.name == "LogitRelaxedBernoulli" else ("sample",):
            def draw(d, _):
                torch.manual_seed(11)
                if case.name == "Wishart":
                    # 1.13 takes each positive definite draw for a singular one and draws ten times more; 2.x returns this first one.
                    with torch.set_grad_enabled(name == "rsample"):
                        return d._bartlett_sampling(torch.Size(shape))
                return getattr(d, name)(shape)
            out.append(recorded(name, made, draw, shape=list(shape), seed=11))
    out.append(recorded("log_prob", made, lambda d, x: d.log_prob(x), draws))
    if not dist.event_shape:
        out.append(recorded("cdf", made, lambda d, x: d.cdf(x), draws))
        out.append(recorded("icdf", made, lambda d, x: d.icdf(x), torch.linspace(0.05, 0.95, 5, dtype=dtype).reshape([5] + [1] * len(dist.batch_shape))))
    if extra is not None:
        values = T(extra, dtype=dtype)
        # Gradients at the edge of the support are nobody's: only values are compared there.
        for name in ("log_prob", "cdf"):
            check = recorded(name, made, lambda d, x: getattr(d, name)(x), values)
            check.pop("grads", None)
            out.append(check)
    if dist.has_enumerate_support:
        for expand in (True, False):
            out.append(recorded("enumerate_support", made, lambda d, _: d.enumerate_support(expand), expand=expand))
    bigger = [2] + list(dist.batch_shape)
    out.append(recorded("expand", made, lambda d, x: d.expand(torch.Size(bigger)).log_prob(x), draws, shape=bigger))
    return out


def main():
    cases, count = [], 0
    for name, dist, extra in CASES:
        for dtype in (torch.float32, torch.float64):
            torch.set_default_dtype(dtype)
            checks = checks_of(dist, dtype, extra)
            cases.append({"name": f"{dist.name} {name} {str(dtype).split('.')[1]}", "distribution": dist.spec(dtype), "checks": checks})
            count += len(checks)
    write(__file__, cases, count)


main()
