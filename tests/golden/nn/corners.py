"""Corners of torch.nn.functional and the layers: shapes that broadcast, empty batches, inputs in other orders of memory, numbers at their limits."""
import torch
from torch import nn
from torch.nn import functional as F

from recorder import Recorder

r = Recorder(__file__)
a, row, column = r.randn(3, 5), r.randn(5), r.randn(3, 1)

# Draws follow the order of the elements, not that of memory.
for hard in (False, True):
    r.case(f"gumbel_softmax_transposed_{hard}", lambda x, h=hard: F.gumbel_softmax(x.t(), 0.7, h, dim=0), a, seed=3)
r.case("gumbel_softmax_channels_last", lambda x: F.gumbel_softmax(x.contiguous(memory_format=torch.channels_last), dim=1), r.randn(2, 3, 2, 4), seed=3)

# The target has fewer elements than the result.
for name, loss in (("mse", F.mse_loss), ("smooth_l1", F.smooth_l1_loss), ("huber", F.huber_loss), ("l1", F.l1_loss)):
    for reduction in ("none", "mean", "sum"):
        r.case(f"{name}_row_{reduction}", lambda x, t, f=loss, how=reduction: f(x, t, reduction=how), a, row)
        r.case(f"{name}_column_{reduction}", lambda x, t, f=loss, how=reduction: f(t, x, reduction=how), a, column)
    r.case(f"{name}_number", lambda x, t, f=loss: f(x, t), a, torch.tensor(0.3))
r.case("bce_weight_row", lambda x, t, w: F.binary_cross_entropy(x, t, w), r.rand(3, 5), r.rand(3, 5), r.rand(5), grad=[0, 1])
r.case("bce_weight_column", lambda x, t, w: F.binary_cross_entropy(x, t, w, reduction="none"), r.rand(3, 5), r.rand(3, 5), r.rand(3, 1), grad=[0, 1])
r.case("multilabel_soft_margin_whole", lambda x, t: F.multilabel_soft_margin_loss(x, t), a, r.randint(2, 3, 5))
r.case("multilabel_soft_margin_weight_grad", lambda x, t, w: F.multilabel_soft_margin_loss(x, t, w, reduction="none"), a, r.rand(3, 5), row)
wide = r.rand(3, 4).double()
r.case("poisson_eps", lambda x, t: F.poisson_nll_loss(x * 1e-3, t, log_input=False, eps=0.01), wide, r.rand(3, 4).double(), rtol=1e-12, atol=1e-13)
r.case("gaussian_eps", lambda x, t, v: F.gaussian_nll_loss(x, t, v * 1e-9, full=True), wide, r.rand(3, 4).double(), r.rand(3, 4).double(), rtol=1e-12, atol=1e-13)

# Nothing to normalize, and layers without inputs.
r.case("local_response_norm_no_batch", nn.LocalResponseNorm(2), torch.zeros(0, 5, 4))
r.case("local_response_norm_no_places", nn.LocalResponseNorm(3), torch.zeros(2, 5, 0, 2))
r.case("batch_norm_no_features", lambda x: F.batch_norm(x, None, None, training=True), torch.zeros(3, 0))

rows = torch.tensor([[1, 2, 0], [4, 2, 2]])
r.case("embedding_bag_last_offset", lambda w: F.embedding_bag(rows.reshape(-1), w, torch.tensor([0, 2, 2, 6]), include_last_offset=True), r.randn(5, 3))
r.write()
