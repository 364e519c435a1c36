"""torch.nn.utils: weight and spectral normalization, parametrizations, pruning, fused layers, lazy modules."""
import torch
from torch import nn
from torch.nn.utils import parametrizations, parametrize, prune, spectral_norm, weight_norm
from torch.nn.utils import fuse_conv_bn_eval, parameters_to_vector
from torch.nn.utils.fusion import fuse_linear_bn_eval

from recorder import Recorder

r = Recorder(__file__, doubles=True)


class Symmetric(nn.Module):
    def forward(self, x):
        return x.triu() + x.triu(1).transpose(-1, -2)


class Doubled(nn.Module):
    def forward(self, x):
        return x * 2

    def right_inverse(self, x):
        return x / 2


def seeded(make):
    torch.manual_seed(3)
    return make()


def pruned(module, *steps):
    for step in steps:
        step(module)
    return module


def running(module):
    module.running_mean.copy_(torch.linspace(-0.5, 0.7, module.num_features))
    module.running_var.copy_(torch.linspace(0.4, 1.9, module.num_features))


r.case("weight_norm_linear", weight_norm(nn.Linear(5, 3)), r.randn(4, 5))
r.case("weight_norm_conv", weight_norm(nn.Conv2d(2, 3, 2)), r.randn(1, 2, 4, 4))
r.case("weight_norm_all", weight_norm(nn.Linear(5, 3), dim=None), r.randn(4, 5))
r.case("weight_norm_last", weight_norm(nn.ConvTranspose1d(3, 2, 2), dim=1), r.randn(2, 3, 4))
r.case("weight_norm_both", weight_norm(weight_norm(nn.Bilinear(2, 3, 4), "weight"), "bias", dim=None), r.randn(5, 2), r.randn(5, 3))
r.case("spectral_norm_linear", seeded(lambda: spectral_norm(nn.Linear(5, 3))), r.randn(4, 5))
r.case("spectral_norm_conv", seeded(lambda: spectral_norm(nn.Conv2d(2, 3, 2), n_power_iterations=2)), r.randn(1, 2, 4, 4))
r.case("spectral_norm_transposed", seeded(lambda: spectral_norm(nn.ConvTranspose2d(2, 3, 2))), r.randn(1, 2, 3, 3))
r.case("spectral_norm_eval", seeded(lambda: spectral_norm(nn.Linear(5, 3))), r.randn(4, 5), train=False)
r.case("spectral_norm_embedding", seeded(lambda: spectral_norm(nn.Embedding(6, 3))), torch.tensor([[0, 2, 5], [2, 2, 1]]))

r.case("parametrize_symmetric", parametrize.register_parametrization(nn.Linear(4, 4), "weight", Symmetric()), r.randn(3, 4))
r.case("parametrize_two", parametrize.register_parametrization(
    parametrize.register_parametrization(nn.Linear(4, 4), "weight", Symmetric()), "weight", Doubled()), r.randn(3, 4))
r.case("parametrize_weight_and_bias", parametrize.register_parametrization(
    parametrize.register_parametrization(nn.Conv1d(2, 2, 2), "weight", Doubled()), "bias", Doubled()), r.randn(2, 2, 5))
r.case("parametrized_spectral_norm", seeded(lambda: parametrizations.spectral_norm(nn.Linear(5, 3))), r.randn(4, 5))
r.case("parametrized_spectral_norm_eval", seeded(lambda: parametrizations.spectral_norm(nn.Conv2d(2, 3, 2))), r.randn(1, 2, 3, 3), train=False)
r.case("parametrized_spectral_norm_bias", seeded(lambda: parametrizations.spectral_norm(nn.Linear(5, 3), "bias")), r.randn(4, 5))
for name, (rows, columns), kind, trivial in (
    ("square", (4, 4), None, True), ("square_plain", (4, 4), "matrix_exp", False), ("cayley", (4, 4), "cayley", True),
    ("cayley_plain", (3, 5), "cayley", False), ("tall", (5, 3), None, True), ("wide", (3, 5), None, True), ("wide_exp", (3, 5), "matrix_exp", True),
    ("householder_plain", (5, 3), "householder", False), ("householder_square", (4, 4), "householder", True),
):
    if kind in ("cayley", "matrix_exp") and not trivial:
        # Only through the map: Python has no inverse to start from.
        orth = parametrizations._Orthogonal(torch.empty(rows, columns), parametrizations._OrthMaps[kind], use_trivialization=False)
        r.case(f"orthogonal_{name}", orth, r.randn(rows, columns), rtol=1e-4, atol=1e-5)
        continue
    r.case(f"orthogonal_{name}", seeded(lambda: parametrizations.orthogonal(nn.Linear(columns, rows), orthogonal_map=kind, use_trivialization=trivial)),
           r.randn(3, columns), rtol=1e-4, atol=1e-5)

r.case("prune_linear", pruned(nn.Linear(5, 3), lambda m: prune.l1_unstructured(m, "weight", 0.4)), r.randn(4, 5))
r.case("prune_twice", pruned(nn.Linear(5, 3), lambda m: prune.l1_unstructured(m, "weight", 4), lambda m: prune.ln_structured(m, "weight", 1, 2, 0)),
       r.randn(4, 5))
r.case("prune_weight_and_bias", pruned(nn.Conv2d(2, 3, 2), lambda m: prune.random_structured(m, "weight", 0.3, 1),
                                       lambda m: prune.random_unstructured(m, "bias", 1)), r.randn(1, 2, 3, 3))
ones = torch.ones
w = r.randn(4, 6)
some = (r.rand(4, 6) > 0.3).float()
three = r.randn(3, 4, 2)
r.case("mask_identity", lambda t, m: prune.Identity().compute_mask(t, m), w, some, grad=[])
r.case("mask_l1_share", lambda t, m: prune.L1Unstructured(0.35).compute_mask(t, m), w, torch.ones(4, 6), grad=[])
r.case("mask_l1_count", lambda t, m: prune.L1Unstructured(7).compute_mask(t, m), w, some, grad=[])
r.case("mask_l1_none", lambda t, m: prune.L1Unstructured(0.0).compute_mask(t, m), w, some, grad=[])
r.case("mask_l1_half_even", lambda t, m: prune.L1Unstructured(0.5).compute_mask(t, m), r.randn(5), torch.ones(5), grad=[])
r.case("mask_random", lambda t, m: prune.RandomUnstructured(5).compute_mask(t, m), w, some, grad=[], seed=2)
r.case("mask_random_structured", lambda t, m: prune.RandomStructured(0.5, 0).compute_mask(t, m), w, some, grad=[], seed=3, wide=False)
r.case("mask_random_structured_last", lambda t, m: prune.RandomStructured(2).compute_mask(t, m), w, some, grad=[], seed=4, wide=False)
r.case("mask_ln", lambda t, m: prune.LnStructured(2, 2, 0).compute_mask(t, m), w, some, grad=[])
r.case("mask_ln_infinity", lambda t, m: prune.LnStructured(0.3, float("inf"), 1).compute_mask(t, m), three, ones(3, 4, 2), grad=[])
r.case("mask_ln_one_last", lambda t, m: prune.LnStructured(1, 1, -1).compute_mask(t, m), three, ones(3, 4, 2), grad=[])
r.case("mask_custom", lambda t, m: prune.CustomFromMask(some).compute_mask(t, m), w, (w > 0).to(w.dtype), grad=[])
container = prune.PruningContainer()


def contained(*methods):
    def run(t, m):
        c = prune.PruningContainer()
        for method in methods:
            method._tensor_name = "weight"
            c._tensor_name = "weight"
            c.add_pruning_method(method)
        return c.compute_mask(t, m)
    return run


r.case("mask_container_unstructured", contained(prune.L1Unstructured(0.5)), w, some, grad=[])
r.case("mask_container_structured", contained(prune.L1Unstructured(3), prune.LnStructured(1, 2, 1)), w, some, grad=[])
r.case("mask_container_global", contained(prune.CustomFromMask((w > 0).float())), w, some, grad=[])
r.case("pruned_tensor", lambda t, m: prune.L1Unstructured(0.3).prune(t, m), w, some, grad=[])


def globally(kind):
    def run(a, b):
        one, two = nn.Linear(a.size(1), a.size(0)), nn.Linear(b.size(1), b.size(0))
        torch.manual_seed(6)
        one.weight, two.weight = nn.Parameter(a.detach()), nn.Parameter(b.detach())
        prune.global_unstructured(((one, "weight"), (two, "weight")), kind, amount=0.4)
        return parameters_to_vector([one.weight_mask, two.weight_mask])
    return run


r.case("mask_global_l1", globally(prune.L1Unstructured), w, r.randn(2, 4), grad=[])
r.case("mask_global_random", globally(prune.RandomUnstructured), w, r.randn(2, 4), grad=[])


def fused_conv(make, normalize):
    def run(x, *state):
        conv, norm = make().to(x.dtype).eval(), normalize().to(x.dtype).eval()
        with torch.no_grad():
            for target, value in zip([conv.weight, norm.weight, norm.bias, norm.running_mean, norm.running_var], state):
                target.copy_(value)
            if conv.bias is not None:
                conv.bias.fill_(0.25)
        return (fuse_linear_bn_eval if isinstance(conv, nn.Linear) else fuse_conv_bn_eval)(conv, norm, *([True] if isinstance(
            conv, nn.ConvTranspose2d) else []))(x)
    return run


r.case("fuse_conv_bn", fused_conv(lambda: nn.Conv2d(2, 3, 2), lambda: nn.BatchNorm2d(3)), r.randn(1, 2, 4, 4), r.randn(3, 2, 2, 2), r.randn(3), r.randn(3),
       r.randn(3), r.rand(3) + 0.5, grad=[0])
r.case("fuse_conv_transposed_bn", fused_conv(lambda: nn.ConvTranspose2d(2, 3, 2, stride=2, bias=False), lambda: nn.BatchNorm2d(3)), r.randn(1, 2, 3, 3),
       r.randn(2, 3, 2, 2), r.randn(3), r.randn(3), r.randn(3), r.rand(3) + 0.5, grad=[0])
r.case("fuse_linear_bn", fused_conv(lambda: nn.Linear(4, 3), lambda: nn.BatchNorm1d(3)), r.randn(5, 4), r.randn(3, 4), r.randn(3), r.randn(3), r.randn(3),
       r.rand(3) + 0.5, grad=[0])


def ready(module, *shape):
    """A lazy module after its first call."""
    module(torch.ones(*shape))
    module.zero_grad()
    if hasattr(module, "reset_running_stats"):
        module.reset_running_stats()
    return module


r.case("lazy_linear", ready(nn.LazyLinear(3), 2, 5), r.randn(4, 5))
r.case("lazy_linear_no_bias", ready(nn.LazyLinear(3, bias=False), 2, 5), r.randn(4, 5))
r.case("lazy_conv1d", ready(nn.LazyConv1d(4, 2, groups=2), 1, 2, 3), r.randn(2, 2, 5))
r.case("lazy_conv2d", ready(nn.LazyConv2d(3, (2, 1), stride=2), 1, 2, 3, 3), r.randn(1, 2, 4, 4))
r.case("lazy_conv3d", ready(nn.LazyConv3d(2, 2, bias=False), 1, 2, 3, 3, 3), r.randn(1, 2, 3, 3, 2))
r.case("lazy_conv_transpose1d", ready(nn.LazyConvTranspose1d(4, 2), 1, 2, 3), r.randn(2, 2, 3))
r.case("lazy_conv_transpose2d", ready(nn.LazyConvTranspose2d(4, 2, stride=2), 1, 2, 3, 3), r.randn(1, 2, 2, 3))
r.case("lazy_conv_transpose3d", ready(nn.LazyConvTranspose3d(1, 2), 1, 2, 3, 3, 3), r.randn(1, 2, 2, 2, 2))
for size, shape in ((1, (4, 3, 5)), (2, (3, 2, 3, 4)), (3, (2, 2, 2, 3, 2))):
    for kind in ("BatchNorm", "InstanceNorm"):
        r.case(f"lazy_{kind.lower()[:-4]}_norm{size}d", ready(getattr(nn, f"Lazy{kind}{size}d")(), *shape), r.randn(*shape), rtol=1e-4, atol=1e-5)
r.write()
