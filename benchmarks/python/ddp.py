"""Python's side of the benchmark of two processes that average their gradients over gloo, each on one thread."""

import datetime
import socket
import subprocess
import sys
import time

import torch


def steps(net, iterations):
    pictures, labels = torch.randn(8, 3, 112, 112), torch.randint(0, 10, (8,))
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)

    def step():
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(net(pictures), labels).backward()
        optimizer.step()

    step()
    start = time.perf_counter()
    for _ in range(iterations):
        step()
    return time.perf_counter() - start


def resnet():
    import torchvision

    torch.set_num_threads(1)
    return torchvision.models.resnet18(num_classes=10)


def alone(iterations):
    return steps(resnet(), iterations)


def rank(number, port, iterations):
    torch.distributed.init_process_group(
        "gloo", f"tcp://127.0.0.1:{port}", timeout=datetime.timedelta(minutes=2), world_size=2, rank=number
    )
    try:
        return steps(torch.nn.parallel.DistributedDataParallel(resnet()), iterations)
    finally:
        torch.distributed.destroy_process_group()


def pair(iterations):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    other = subprocess.Popen([sys.executable, __file__, str(port), str(iterations)])
    seconds = rank(0, port, iterations)
    other.wait()
    return seconds


CASES = {"ddp-alone": alone, "ddp-pair": pair}

if __name__ == "__main__":
    rank(1, sys.argv[1], int(sys.argv[2]))
