"""Losses with every reduction, weights, ignored classes, probabilities as targets, (C) and (N, C, d) inputs."""
import torch
from torch import nn
from torch.nn import functional as F

from recorder import Recorder

r = Recorder(__file__, doubles=True)
scores = r.randn(4, 5, scale=2)
classes = torch.tensor([1, 0, 4, 2])
weight = r.rand(5) + 0.2
a, b = r.randn(3, 4), r.randn(3, 4)
signs = torch.tensor([1.0, -1.0, -1.0])

for reduction in ("none", "mean", "sum"):
    r.case(f"cross_entropy_{reduction}", lambda x, t, k=reduction: F.cross_entropy(x, t, reduction=k), scores, classes)
    r.case(f"mse_{reduction}", lambda x, t, k=reduction: F.mse_loss(x, t, reduction=k), a, b)
r.case("cross_entropy_weight", lambda x, t, w: F.cross_entropy(x, t, w), scores, classes, weight, grad=[0])
r.case("cross_entropy_ignore", lambda x, t: F.cross_entropy(x, t, ignore_index=4), scores, classes)
r.case("cross_entropy_smoothing", lambda x, t, w: F.cross_entropy(x, t, w, label_smoothing=0.2), scores, classes, weight, grad=[0])
r.case("cross_entropy_probabilities", lambda x, t: F.cross_entropy(x, t, label_smoothing=0.1), scores, torch.softmax(r.randn(4, 5), 1))
r.case("cross_entropy_dense", lambda x, t: F.cross_entropy(x, t), r.randn(2, 3, 2, 4), r.randint(3, 2, 2, 4))
r.case("cross_entropy_vector", lambda x, t: F.cross_entropy(x, t), r.randn(5), torch.tensor(3))
r.case("nll", lambda x, t: F.nll_loss(x, t, ignore_index=0), torch.log_softmax(scores, 1), classes)
r.case("nll_dense_weight", lambda x, t, w: F.nll_loss(x, t, w, reduction="sum"), torch.log_softmax(r.randn(2, 5, 3), 1), r.randint(5, 2, 3), weight,
       grad=[0])
r.case("l1", lambda x, t: F.l1_loss(x, t), a, b)
r.case("l1_broadcast", lambda x, t: F.l1_loss(x, t), a, r.randn(4))
r.case("smooth_l1", lambda x, t: F.smooth_l1_loss(x, t, beta=0.7), a, b)
r.case("smooth_l1_zero", lambda x, t: F.smooth_l1_loss(x, t, reduction="sum", beta=0.0), a, b)
r.case("huber", lambda x, t: F.huber_loss(x, t, delta=0.6), a, b)
r.case("bce", lambda x, t, w: F.binary_cross_entropy(x, t, w), r.rand(3, 4) * 0.9 + 0.05, r.rand(3, 4), r.rand(4), grad=[0])
r.case("bce_logits", lambda x, t, w, p: F.binary_cross_entropy_with_logits(x, t, w, pos_weight=p), r.randn(3, 4, scale=4), r.rand(3, 4), r.rand(3, 4),
       r.rand(4) * 3, grad=[0])
r.case("bce_logits_none", lambda x, t: F.binary_cross_entropy_with_logits(x, t, reduction="none"), r.randn(6, scale=30), r.rand(6), grad=[0])
log_p, q = torch.log_softmax(r.randn(3, 4), 1), torch.softmax(r.randn(3, 4), 1)
r.case("kl_div", lambda x, t: F.kl_div(x, t, reduction="sum"), log_p, q, grad=[0])
r.case("kl_div_log", lambda x, t: F.kl_div(x, t, reduction="sum", log_target=True), log_p, torch.log(q), grad=[0])
r.case("poisson_nll", lambda x, t: F.poisson_nll_loss(x, t, full=True), a, torch.tensor([[0.0, 1, 2, 3], [4, 0, 7, 1], [2, 2, 5, 0]]), grad=[0])
r.case("poisson_nll_rate", lambda x, t: F.poisson_nll_loss(x, t, log_input=False, reduction="sum"), r.rand(3, 4) + 0.1, r.rand(3, 4) * 4, grad=[0])
r.case("gaussian_nll", lambda x, t, v: F.gaussian_nll_loss(x, t, v, full=True), a, b, r.rand(3, 4) + 0.1)
r.case("gaussian_nll_shared", lambda x, t, v: F.gaussian_nll_loss(x, t, v, reduction="none"), a, b, r.rand(3) + 0.1)
r.case("soft_margin", lambda x, t: F.soft_margin_loss(x, t), a, torch.sign(b), grad=[0])
r.case("multilabel_margin", lambda x, t: F.multilabel_margin_loss(x, t), a, torch.tensor([[3, 0, -1, 1], [-1, 0, 0, 0], [0, 1, 2, 3]]))
r.case("multilabel_soft_margin", lambda x, t, w: F.multilabel_soft_margin_loss(x, t, w), a, (b > 0).float(), r.rand(4), grad=[0])
r.case("multi_margin", lambda x, t: F.multi_margin_loss(x, t, p=2, margin=0.7), scores, classes)
r.case("hinge_embedding", lambda x, t: F.hinge_embedding_loss(x, t, margin=1.0), a, torch.sign(b), grad=[0])
r.case("cosine_embedding", lambda x, y, t: F.cosine_embedding_loss(x, y, t, margin=0.1), a, b, signs, grad=[0, 1])
r.case("margin_ranking", lambda x, y, t: F.margin_ranking_loss(x, y, t, margin=0.5), r.randn(3), r.randn(3), signs, grad=[0, 1])
r.case("triplet_margin", lambda x, y, z: F.triplet_margin_loss(x, y, z, margin=1.5, swap=True), a, b, r.randn(3, 4))
r.case("triplet_margin_distance",
       lambda x, y, z: F.triplet_margin_with_distance_loss(x, y, z, distance_function=lambda u, v: (u - v).abs().sum(1), margin=3.0, reduction="sum"),
       a, b, r.randn(3, 4))
r.case("ctc", lambda x, t: F.ctc_loss(x.log_softmax(2), t, torch.tensor([6, 5]), torch.tensor([3, 2])), r.randn(6, 2, 4),
       torch.tensor([[1, 2, 3], [3, 1, 0]]))
r.case("cross_entropy_empty", lambda x, t: F.cross_entropy(x, t, reduction="sum"), torch.zeros(0, 3), torch.zeros(0, dtype=torch.long))
r.write()
