"""Python's side of the measurements on a GPU.

Reads lines "<case> <iterations> <device> <batch> <side>", runs the case that often, and answers with one line: the seconds it took.
Cases.cs does the same, line for line. The network is written out here, since a machine may have torch without torchvision.
"""

import sys
import time

import torch
from torch import nn

WARM = 5


class Bottleneck(nn.Module):
    def __init__(self, entering, width, stride):
        super().__init__()
        leaving = width * 4
        self.conv1 = nn.Conv2d(entering, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, leaving, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(leaving)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = None
        if stride != 1 or entering != leaving:
            self.downsample = nn.Sequential(nn.Conv2d(entering, leaving, 1, stride, bias=False), nn.BatchNorm2d(leaving))

    def forward(self, x):
        aside = x if self.downsample is None else self.downsample(x)
        y = self.relu(self.bn1(self.conv1(x)))
        y = self.relu(self.bn2(self.conv2(y)))
        y = self.bn3(self.conv3(y))
        y += aside
        return self.relu(y)


def resnet50():
    layers = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1)]
    entering = 64
    for width, blocks, stride in ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2)):
        for block in range(blocks):
            layers.append(Bottleneck(entering, width, stride if block == 0 else 1))
            entering = width * 4
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(2048, 1000))


def timed(iterations, device, step):
    for _ in range(WARM):
        step()
    wait(device)
    start = time.perf_counter()
    for _ in range(iterations):
        step()
    wait(device)
    return time.perf_counter() - start


def wait(device):
    if device.type == "cuda":
        torch.cuda.synchronize()


def pictures(device, batch, side):
    return torch.randn(batch, 3, side, side, device=device).contiguous(memory_format=torch.channels_last)


def mlp(iterations, device, batch, side):
    net = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10)).to(device)
    optimizer = torch.optim.SGD(net.parameters(), 0.01)
    x, y = torch.randn(batch, 784, device=device), torch.randint(0, 10, (batch,), device=device)

    def step():
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()

    return timed(iterations, device, step)


def train(iterations, device, batch, side):
    net = resnet50().to(device)
    optimizer = torch.optim.SGD(net.parameters(), 0.1, momentum=0.9)
    x, y = pictures(device, batch, side), torch.randint(0, 1000, (batch,), device=device)

    def step():
        optimizer.zero_grad()
        with torch.autocast(device.type, torch.bfloat16):
            loss = nn.functional.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()

    return timed(iterations, device, step)


def infer(iterations, device, batch, side):
    net = resnet50().to(device).eval()
    x = pictures(device, batch, side)

    def step():
        with torch.autocast(device.type, torch.bfloat16):
            net(x)

    with torch.no_grad():
        return timed(iterations, device, step)


torch.backends.cudnn.benchmark = True
for line in sys.stdin:
    case, iterations, device, batch, side = line.split()
    torch.manual_seed(1)
    seconds = {"mlp": mlp, "train": train, "infer": infer}[case](int(iterations), torch.device(device), int(batch), int(side))
    print(seconds, flush=True)
