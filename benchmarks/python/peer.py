"""Python's side of the benchmarks.

Reads lines "<case> <iterations> [<argument>]", runs the case that often, and answers with one line: the seconds it took.
With a case on the command line (memory-undisposed, resnet-memory, first-tensor) it runs that case once and prints its
own peak memory in kilobytes; with one of loading's and a file, how much more memory loading took at its peak.
"""

import resource
import sys
import time

import torch

import audio
import audio_io
import ddp
import loading
import text
import vectors


def timed(body, iterations):
    start = time.perf_counter()
    for _ in range(iterations):
        body()
    return time.perf_counter() - start


def add(iterations):
    a, b = torch.ones(2, 2), torch.ones(2, 2)
    start = time.perf_counter()
    for _ in range(iterations):
        a + b
    return time.perf_counter() - start


def add_scalar(iterations):
    x = torch.ones(2, 2)
    start = time.perf_counter()
    for _ in range(iterations):
        x + 1.0
    return time.perf_counter() - start


def item(iterations):
    x = torch.tensor(1.0)
    start = time.perf_counter()
    for _ in range(iterations):
        x.item()
    return time.perf_counter() - start


def shape(iterations):
    x = torch.ones(2, 2)
    start = time.perf_counter()
    for _ in range(iterations):
        x.shape
    return time.perf_counter() - start


def mlp(iterations):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    net = torch.nn.Sequential(
        torch.nn.Linear(784, 128), torch.nn.ReLU(), torch.nn.Linear(128, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10)
    )
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    loss_of = torch.nn.CrossEntropyLoss()
    x, y = torch.randn(64, 784), torch.randint(0, 10, (64,))

    def step():
        optimizer.zero_grad()
        loss_of(net(x), y).backward()
        optimizer.step()

    return timed(step, iterations)


class ResNetStep:
    def __init__(self):
        import torchvision

        torch.set_num_threads(2)
        torch.manual_seed(1)
        self.net = torchvision.models.resnet18(num_classes=10)
        self.optimizer = torch.optim.SGD(self.net.parameters(), lr=0.01, momentum=0.9)
        self.x, self.y = torch.randn(8, 3, 224, 224), torch.randint(0, 10, (8,))

    def __call__(self):
        self.optimizer.zero_grad()
        torch.nn.functional.cross_entropy(self.net(self.x), self.y).backward()
        self.optimizer.step()


def resnet(iterations):
    step = ResNetStep()
    step()
    return timed(step, iterations)


def pictures(iterations, folder):
    """Each iteration is one epoch over the folder's pictures, with two workers."""
    from torchvision import datasets, transforms

    torch.set_num_threads(1)
    steps = transforms.Compose(
        [
            transforms.RandomResizedCrop(224),
            transforms.RandomHorizontalFlip(),
            transforms.ToTensor(),
            transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
        ]
    )
    loader = torch.utils.data.DataLoader(
        datasets.ImageFolder(folder, steps), batch_size=32, shuffle=True, num_workers=2, persistent_workers=True
    )
    for _ in loader:
        pass

    def epoch():
        for _ in loader:
            pass

    return timed(epoch, iterations)


CASES = {"add": add, "add-scalar": add_scalar, "item": item, "shape": shape, "mlp": mlp, "resnet": resnet, "pictures": pictures}
CASES.update(audio_io.CASES)
CASES.update(ddp.CASES)
CASES.update(text.CASES)
CASES.update(vectors.CASES)
CASES.update(audio.CASES)
CASES.update(loading.CASES)


def memory_undisposed():
    for _ in range(2000):
        torch.ones(256, 1024)


def resnet_memory():
    step = ResNetStep()
    for _ in range(6):
        step()


def first_tensor():
    torch.ones(2, 2)


ONCE = {"memory-undisposed": memory_undisposed, "resnet-memory": resnet_memory, "first-tensor": first_tensor}

if __name__ == "__main__":
    if len(sys.argv) > 2:
        print(loading.MEMORY[sys.argv[1]](sys.argv[2]))
        sys.exit()

    if len(sys.argv) > 1:
        ONCE[sys.argv[1]]()
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        sys.exit()

    for line in sys.stdin:
        name, iterations, *rest = line.split(maxsplit=2)
        print(CASES[name](int(iterations), *(word.strip() for word in rest)), flush=True)
