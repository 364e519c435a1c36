"""Writes what the oracle's residual networks are and compute.

    /usr/bin/python3 tests/golden/vision/models.py

Oracle: torch 1.13.1, torchvision 0.14.1, as Debian 12 packages them. Writes models.json:
state:   names and shapes of each network's state dictionary; in full for three, as a digest for the others.
seeded:  after manual_seed(0), each parameter's sum; logits of two pictures in evaluation and in training mode, the loss, and (in double precision) each gradient's norm.
"""
import hashlib
import json
import os

import torch
import torchvision
from torchvision import models

HERE = os.path.dirname(os.path.abspath(__file__))
FULL = ["resnet18", "resnet34", "resnet50"]
DIGEST = ["resnet101", "resnet152", "resnext50_32x4d", "resnext101_32x8d", "resnext101_64x4d", "wide_resnet50_2", "wide_resnet101_2"]


def state_lines(net):
    return [f"{key} {','.join(str(n) for n in value.shape)}" for key, value in net.state_dict().items()]


def seeded(builder, **options):
    torch.manual_seed(0)
    net = getattr(models, builder)(num_classes=10, **options)
    entry = {"parameters": {k: p.double().sum().item() for k, p in net.named_parameters()}}
    torch.manual_seed(1)
    x = torch.randn(2, 3, 64, 64)
    net.eval()
    with torch.no_grad():
        entry["eval"] = net(x).flatten().tolist()
    net.train()
    logits = net(x)
    entry["train"] = logits.flatten().tolist()
    labels = torch.tensor([3, 7])
    entry["loss"] = torch.nn.functional.cross_entropy(logits, labels).item()
    entry["running_mean"] = net.bn1.running_mean.tolist()
    # In double precision: two pictures whose last stage is 2 x 2 normalize over 8 values, which magnifies single precision's rounding.
    torch.nn.functional.cross_entropy(net.double()(x.double()), labels).backward()
    entry["gradients"] = {k: p.grad.norm().item() for k, p in net.named_parameters()}
    return entry


def main():
    torch.set_num_threads(1)
    result = {"oracle": f"torch {torch.__version__}, torchvision {torchvision.__version__}", "state": {}, "digest": {}, "seeded": {}}
    for builder in FULL:
        result["state"][builder] = state_lines(getattr(models, builder)())
    for builder in DIGEST:
        net = getattr(models, builder)()
        lines = state_lines(net)
        result["digest"][builder] = {
            "entries": len(lines),
            "parameters": sum(p.numel() for p in net.parameters()),
            "sha256": hashlib.sha256("\n".join(lines).encode()).hexdigest(),
        }
    for builder in FULL:
        result["seeded"][builder] = seeded(builder)
    result["seeded"]["resnet50_dilated_zero"] = seeded(
        "resnet50", zero_init_residual=True, replace_stride_with_dilation=[False, True, True])
    result["seeded"]["resnext50_32x4d"] = seeded("resnext50_32x4d")
    with open(os.path.join(HERE, "models.json"), "w") as f:
        json.dump(result, f, indent=0)
        f.write("\n")


if __name__ == "__main__":
    main()
