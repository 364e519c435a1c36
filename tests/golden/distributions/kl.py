"""Writes kl.json.gz: kl_divergence for every pair of types that Python registers, with gradients."""
import itertools
import warnings

import torch
import torch.distributions as D
from torch.distributions.kl import _KL_REGISTRY

from recorder import Dist, cosines, pack, write

T = torch.tensor
warnings.simplefilter("ignore")
COV = T([[2.0, 0.5], [0.5, 1.5]])
LOC = T([[0.5, -1.0], [0.0, 0.3]])

EXAMPLES = {
    "Bernoulli": [Dist("Bernoulli", probs=T([0.1, 0.6])), Dist("Bernoulli", probs=T([0.2, 0.7])), Dist("Bernoulli", probs=T([0.0, 1.0]))],
    "Binomial": [Dist("Binomial", total_count=T(4.0), probs=T([0.2, 0.6])), Dist("Binomial", total_count=T(4.0), probs=T([0.5, 0.3])),
                 Dist("Binomial", total_count=T(3.0), probs=T([0.5, 0.3]))],
    "Beta": [Dist("Beta", concentration1=T([[1.5], [2.5]]), concentration0=T([0.7, 3.0])), Dist("Beta", concentration1=T(0.8), concentration0=T(2.0))],
    "Categorical": [Dist("Categorical", probs=T([[0.2, 0.5, 0.3]])), Dist("Categorical", logits=T([[0.2, 0.5, -0.3], [0.0, 1.0, 2.0]])),
                    Dist("Categorical", probs=T([0.0, 0.5, 0.5]))],
    "Cauchy": [Dist("Cauchy", loc=T([[0.5], [-1.0]]), scale=T([0.5, 2.0])), Dist("Cauchy", loc=T(1.0), scale=T(0.7))],
    "ContinuousBernoulli": [Dist("ContinuousBernoulli", probs=T([0.2, 0.5, 0.8])), Dist("ContinuousBernoulli", probs=T(0.3))],
    "Dirichlet": [Dist("Dirichlet", concentration=T([[0.5, 1.5, 2.0]])), Dist("Dirichlet", concentration=T([[1.0, 0.7, 3.0], [2.0, 2.0, 2.0]]))],
    "Exponential": [Dist("Exponential", rate=T([[0.5], [2.0]])), Dist("Exponential", rate=T([0.7, 3.0]))],
    "Gamma": [Dist("Gamma", concentration=T([[1.5], [2.5]]), rate=T([0.7, 3.0])), Dist("Gamma", concentration=T(0.8), rate=T(2.0)),
              Dist("Chi2", df=T(3.0))],
    "Geometric": [Dist("Geometric", probs=T([0.2, 0.7])), Dist("Geometric", probs=T([0.3, 0.5]))],
    "Gumbel": [Dist("Gumbel", loc=T([[0.5], [-1.0]]), scale=T([0.5, 2.0])), Dist("Gumbel", loc=T(1.0), scale=T(0.7))],
    "HalfNormal": [Dist("HalfNormal", scale=T([[0.5], [2.0]])), Dist("HalfNormal", scale=T([0.7, 3.0]))],
    "Independent": [Dist("Independent", base_distribution=Dist("Normal", loc=LOC, scale=T([0.5, 2.0])), dims=1),
                    Dist("Independent", base_distribution=Dist("Normal", loc=-LOC, scale=T([1.5, 1.0])), dims=1)],
    "Laplace": [Dist("Laplace", loc=T([[0.5], [-1.0]]), scale=T([0.5, 2.0])), Dist("Laplace", loc=T(1.0), scale=T(0.7))],
    "LowRankMultivariateNormal": [
        Dist("LowRankMultivariateNormal", loc=LOC, cov_factor=T([[1.0], [0.3]]), cov_diag=T([0.5, 1.0])),
        Dist("LowRankMultivariateNormal", loc=LOC[1], cov_factor=T([[0.5, 0.1], [-0.7, 0.4]]), cov_diag=T([1.5, 1.0]))],
    "MultivariateNormal": [Dist("MultivariateNormal", loc=LOC, covariance_matrix=COV), Dist("MultivariateNormal", loc=LOC[1], precision_matrix=COV)],
    "Normal": [Dist("Normal", loc=T([[0.5], [-1.0]]), scale=T([0.5, 2.0])), Dist("Normal", loc=T(1.0), scale=T(0.7))],
    "OneHotCategorical": [Dist("OneHotCategorical", probs=T([[0.2, 0.5, 0.3]])), Dist("OneHotCategorical", logits=T([[0.2, 0.5, -0.3], [0.0, 1.0, 2.0]]))],
    "Pareto": [Dist("Pareto", scale=T([[0.5], [1.5]]), alpha=T([0.7, 1.5, 3.0])), Dist("Pareto", scale=T(0.6), alpha=T(2.0))],
    "Poisson": [Dist("Poisson", rate=T([[0.5], [2.0]])), Dist("Poisson", rate=T([0.7, 3.0]))],
    "TransformedDistribution": [Dist("LogNormal", loc=T([[0.5], [-1.0]]), scale=T([0.5, 2.0])), Dist("LogNormal", loc=T(1.0), scale=T(0.7))],
    "Uniform": [Dist("Uniform", low=T([-0.5, 0.05, 0.7, 0.1]), high=T([0.5, 0.95, 2.5, 0.8])), Dist("Uniform", low=T(-0.2), high=T(1.4)),
                Dist("Uniform", low=T(-1.0), high=T(3.0))],
}


def record(p, q, dtype):
    p_made, q_made = p.leaves(dtype), q.leaves(dtype)
    leaves = p_made[2] + q_made[2]
    case = {"name": f"{p.name} {q.name} {str(dtype).split('.')[1]}", "p": p.spec(dtype), "q": q.spec(dtype)}
    shapes = [Dist.build(made).batch_shape for made in (p_made, q_made)]
    torch.broadcast_shapes(*shapes)
    try:
        output = D.kl_divergence(Dist.build(p_made), Dist.build(q_made))
    except NotImplementedError:
        return {**case, "error": True}
    case["output"] = pack(output)
    if output.requires_grad and torch.isfinite(output).all():
        grads = torch.autograd.grad(output, leaves, cosines(output), allow_unused=True)
        case["grads"] = [None if g is None else pack(g) for g in grads]
    return case


def main():
    cases = []
    for dtype in (torch.float32, torch.float64):
        torch.set_default_dtype(dtype)
        for first, second in sorted(_KL_REGISTRY, key=lambda pair: (pair[0].__name__, pair[1].__name__)):
            if first is D.ExponentialFamily:
                continue
            for i, j in itertools.product(range(3), range(3)):
                ps, qs = EXAMPLES[first.__name__], EXAMPLES[second.__name__]
                if i < len(ps) and j < len(qs) and (i == 0 or j == 1 or first is second):
                    try:
                        cases.append(record(ps[i], qs[j], dtype))
                    except (RuntimeError, IndexError):
                        pass  # these two examples do not broadcast
        cases.append(record(EXAMPLES["Normal"][0], EXAMPLES["Cauchy"][0], dtype))
        cases.append(record(EXAMPLES["Independent"][0], Dist("Independent", base_distribution=Dist("Normal", loc=LOC, scale=T(1.0)), dims=2), dtype))
        cases.append(record(Dist("HalfCauchy", scale=T(1.0)), EXAMPLES["HalfNormal"][0], dtype))
    write(__file__, cases, len(cases))


main()
