"""Writes the two modules that the program beside this folder loads: /usr/bin/python3 make_models.py

Each holds an example and what Python computes from it, as buffers.
"""
import pathlib
import zipfile

import torch
from torch import nn


class Classifier(nn.Module):
    """(N, 1, 14, 14) to ten scores; probabilities() is a method of its own."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2))
        self.dropout = nn.Dropout(0.2)
        self.head = nn.Linear(144, 10)
        self.register_buffer("example", torch.linspace(-1, 1, 2 * 14 * 14).reshape(2, 1, 14, 14))
        self.register_buffer("expected_scores", torch.zeros(2, 10))
        self.register_buffer("expected_probabilities", torch.zeros(2, 10))

    def forward(self, x):
        x = self.features(x).flatten(1)
        if self.training:
            x = self.dropout(x)
        return self.head(x)

    @torch.jit.export
    def probabilities(self, x):
        return torch.softmax(self.forward(x), 1)


class Distances(nn.Module):
    """Distances of each row of the first tensor to each of the second, in a loop."""

    def __init__(self):
        super().__init__()
        self.register_buffer("a", torch.arange(6.0).reshape(3, 2))
        self.register_buffer("b", torch.tensor([[0.5, 1.5], [4.0, -2.0]]))
        self.register_buffer("expected", torch.cdist(self.a, self.b))

    def forward(self, a, b):
        rows = []
        for i in range(a.size(0)):
            rows.append(torch.sqrt(((a[i] - b) ** 2).sum(1)))
        return torch.stack(rows)


def save(module, path):
    """Saves a scripted module, without the record of where its source lay on this machine."""
    torch.jit.script(module).save(str(path))
    with zipfile.ZipFile(path) as source:
        entries = [(entry.filename, source.read(entry)) for entry in source.infolist() if not entry.filename.endswith(".debug_pkl")]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as target:
        for name, content in entries:
            target.writestr(zipfile.ZipInfo(name), content)


torch.manual_seed(7)
folder = pathlib.Path(__file__).parent
classifier = Classifier()
classifier.features[1].running_mean.copy_(torch.linspace(-0.2, 0.3, 4))
classifier.eval()
with torch.no_grad():
    classifier.expected_scores.copy_(classifier(classifier.example))
    classifier.expected_probabilities.copy_(classifier.probabilities(classifier.example))
save(classifier, folder / "classifier.script.pt")
save(Distances().eval(), folder / "distances.script.pt")
