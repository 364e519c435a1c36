"""Linear, convolution, normalization and embedding layers."""
import torch
from torch import nn
from torch.nn import functional as F

from recorder import Recorder

r = Recorder(__file__, doubles=True)


def running(module):
    """Running statistics that differ from the start."""
    module.running_mean.copy_(torch.linspace(-0.5, 0.7, module.num_features))
    module.running_var.copy_(torch.linspace(0.4, 1.9, module.num_features))


r.case("linear", nn.Linear(5, 3), r.randn(4, 5))
r.case("linear_no_bias", nn.Linear(3, 7, bias=False), r.randn(2, 1, 3))
r.case("linear_vector", nn.Linear(5, 2), r.randn(5))
r.case("linear_empty", nn.Linear(5, 2), torch.zeros(0, 5))
r.case("bilinear", nn.Bilinear(3, 4, 2), r.randn(5, 3), r.randn(5, 4))

r.case("conv1d", nn.Conv1d(4, 6, 3, stride=2, padding=1, groups=2), r.randn(2, 4, 9))
r.case("conv1d_unbatched", nn.Conv1d(2, 3, 2, dilation=2), r.randn(2, 7))
r.case("conv2d", nn.Conv2d(3, 4, 3, stride=2, padding=1), r.randn(2, 3, 7, 5))
r.case("conv2d_same", nn.Conv2d(2, 3, (4, 3), padding="same", dilation=(1, 2)), r.randn(1, 2, 6, 5))
r.case("conv2d_valid", nn.Conv2d(2, 2, 3, padding="valid", bias=False), r.randn(1, 2, 4, 5))
r.case("conv2d_reflect", nn.Conv2d(2, 2, 3, padding=(2, 1), padding_mode="reflect"), r.randn(1, 2, 5, 4))
r.case("conv2d_replicate", nn.Conv2d(2, 2, 3, padding=1, padding_mode="replicate"), r.randn(1, 2, 4, 4))
r.case("conv2d_circular_same", nn.Conv2d(1, 2, (2, 3), padding="same", padding_mode="circular"), r.randn(1, 1, 4, 5))
r.case("conv2d_depthwise", nn.Conv2d(3, 6, 3, groups=3, padding=1), r.randn(1, 3, 4, 4))
r.case("conv2d_empty", nn.Conv2d(2, 3, 3), torch.zeros(0, 2, 5, 5))
r.case("conv2d_unbatched", nn.Conv2d(2, 3, (1, 2), stride=(2, 1)), r.randn(2, 4, 4))
r.case("conv3d", nn.Conv3d(2, 3, 2, padding=(1, 0, 1)), r.randn(1, 2, 3, 4, 3))
r.case("conv_transpose1d", nn.ConvTranspose1d(3, 2, 3, stride=2, padding=1, output_padding=1), r.randn(2, 3, 4))
r.case("conv_transpose2d", nn.ConvTranspose2d(4, 2, 3, stride=2, padding=1, groups=2, dilation=2), r.randn(1, 4, 3, 4))
r.case("conv_transpose3d", nn.ConvTranspose3d(2, 1, 2, stride=2, bias=False), r.randn(1, 2, 2, 2, 3))

r.case("batch_norm1d", nn.BatchNorm1d(3), r.randn(5, 3), rtol=1e-4, atol=1e-5)
r.case("batch_norm1d_3d", nn.BatchNorm1d(3), r.randn(4, 3, 6), rtol=1e-4, atol=1e-5)
r.case("batch_norm2d", nn.BatchNorm2d(4), r.randn(3, 4, 3, 5, scale=2), rtol=1e-4, atol=1e-5)
r.case("batch_norm2d_eval", nn.BatchNorm2d(4), r.randn(2, 4, 3, 2), train=False, state=running)
r.case("batch_norm2d_cumulative", nn.BatchNorm2d(2, momentum=None), r.randn(3, 2, 4, 4), rtol=1e-4, atol=1e-5)
r.case("batch_norm2d_plain", nn.BatchNorm2d(2, affine=False, track_running_stats=False), r.randn(3, 2, 2, 2), train=False, rtol=1e-4, atol=1e-5)
r.case("batch_norm3d", nn.BatchNorm3d(2), r.randn(2, 2, 3, 2, 2), rtol=1e-4, atol=1e-5)
r.case("layer_norm", nn.LayerNorm((3, 4)), r.randn(2, 3, 4), rtol=1e-4, atol=1e-5)
r.case("layer_norm_plain", nn.LayerNorm(6, elementwise_affine=False), r.randn(5, 6, scale=3), rtol=1e-4, atol=1e-5)
r.case("layer_norm_empty", nn.LayerNorm(4), torch.zeros(0, 4))
r.case("group_norm", nn.GroupNorm(2, 4), r.randn(2, 4, 3, 3), rtol=1e-4, atol=1e-5)
r.case("instance_norm1d", nn.InstanceNorm1d(3, affine=True), r.randn(2, 3, 6), rtol=1e-4, atol=1e-5)
r.case("instance_norm2d", nn.InstanceNorm2d(2), r.randn(2, 2, 3, 4), rtol=1e-4, atol=1e-5)
r.case("instance_norm2d_unbatched", nn.InstanceNorm2d(2, affine=True, track_running_stats=True), r.randn(2, 3, 4), rtol=1e-4, atol=1e-5)
r.case("instance_norm3d", nn.InstanceNorm3d(2), r.randn(1, 2, 2, 3, 2), rtol=1e-4, atol=1e-5)
r.case("local_response_norm", nn.LocalResponseNorm(3, alpha=0.5, beta=0.6, k=2.0), r.randn(2, 5, 3, 2))
r.case("local_response_norm_even", nn.LocalResponseNorm(2, alpha=0.1), r.randn(2, 4, 5))

rows = torch.tensor([[0, 2, 5], [2, 2, 1]])
r.case("embedding", nn.Embedding(6, 3), rows)
r.case("embedding_padding", nn.Embedding(6, 3, padding_idx=-4), rows)
r.case("embedding_scaled", nn.Embedding(6, 3, scale_grad_by_freq=True), rows)
r.case("embedding_max_norm", nn.Embedding(6, 3, max_norm=0.4), rows)
r.case("embedding_bag_mean", nn.EmbeddingBag(6, 3), rows)
r.case("embedding_bag_offsets", nn.EmbeddingBag(6, 3, mode="sum"), torch.tensor([0, 2, 5, 2, 1]), torch.tensor([0, 2, 2]))
r.case("embedding_bag_weights", nn.EmbeddingBag(6, 3, mode="sum"), torch.tensor([0, 2, 5, 2, 1]), torch.tensor([0, 3]), r.rand(5))
r.case("embedding_bag_max", nn.EmbeddingBag(6, 3, mode="max"), rows)
r.case("embedding_bag_padding", nn.EmbeddingBag(6, 3, padding_idx=2), rows)

r.case("sequential", nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.Flatten(), nn.Linear(18, 2)), r.randn(2, 1, 5, 5),
       rtol=1e-4, atol=1e-5)
r.case("attention", lambda q, k, v: nn.functional.softmax(q @ k.transpose(-2, -1) / 2.0, -1) @ v, r.randn(2, 3, 4), r.randn(2, 5, 4), r.randn(2, 5, 3))
r.case("attention_causal",
       lambda q, k, v: F.softmax((q @ k.transpose(-2, -1) / 2.0).masked_fill(~torch.ones(3, 3).tril().bool(), float("-inf")), -1) @ v,
       r.randn(2, 3, 4), r.randn(2, 3, 4), r.randn(2, 3, 4))
r.write()
