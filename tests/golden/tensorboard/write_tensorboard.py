"""Writes what Python's torch.utils.tensorboard computes before it is put into messages (tensorboard.json), for tests/Bindings.Tests/TensorBoard.

The package tensorboard, whose message types it fills, need not be there: records of the same names stand in for them.
Run with Debian's Python: /usr/bin/python3 tests/golden/tensorboard/write_tensorboard.py
"""
import importlib
import json
import pathlib
import sys
import types

import numpy as np
import torch


class Record(dict):
    """A message: its fields by name."""

    def __init__(self, **fields):
        super().__init__(fields)


class Summary(Record):
    Value = Record
    Image = Record
    Audio = Record


class SummaryMetadata(Record):
    PluginData = Record


class TensorShapeProto(Record):
    Dim = Record


def stand_in(name, **members):
    module = types.ModuleType(name)
    module.__dict__.update(members)
    module.__path__ = []
    sys.modules[name] = module


def load():
    names = ["google", "google.protobuf", "google.protobuf.struct_pb2", "tensorboard", "tensorboard.compat", "tensorboard.compat.proto",
             "tensorboard.plugins", "tensorboard.plugins.custom_scalar", "tensorboard.plugins.custom_scalar.layout_pb2", "tensorboard.plugins.hparams"]
    for name in names:
        stand_in(name, struct_pb2=None, layout_pb2=None)
    stand_in("tensorboard.compat.proto.summary_pb2", HistogramProto=Record, Summary=Summary, SummaryMetadata=SummaryMetadata)
    stand_in("tensorboard.compat.proto.tensor_pb2", TensorProto=Record)
    stand_in("tensorboard.compat.proto.tensor_shape_pb2", TensorShapeProto=TensorShapeProto)
    stand_in("tensorboard.plugins.pr_curve.plugin_data_pb2", PrCurvePluginData=Record)
    stand_in("tensorboard.plugins.text.plugin_data_pb2", TextPluginData=Record)
    package = types.ModuleType("torch.utils.tensorboard")
    package.__path__ = [str(pathlib.Path(torch.__file__).parent / "utils" / "tensorboard")]
    sys.modules["torch.utils.tensorboard"] = package
    return importlib.import_module("torch.utils.tensorboard.summary"), importlib.import_module("torch.utils.tensorboard._utils")


def edges():
    values, v = [], 1e-12
    while v < 1e20:
        values.append(v)
        v *= 1.1
    return [-x for x in values[::-1]] + [0] + values


def pack(array):
    return {"dtype": str(array.dtype), "shape": list(array.shape), "values": array.reshape(-1).tolist()}


def main():
    summary, utils = load()
    # Later NumPy does not know the type that this call asks for.
    greater = np.greater
    np.greater = lambda a, b, dtype=bool: greater(a, b).astype(dtype)
    random = np.random.RandomState(3)
    histograms = []
    data = {
        "normal": random.randn(500), "ramp": np.arange(20.0), "constant": np.full(7, 2.5), "zeros": np.zeros(4), "one": np.array([-3.0]),
        "wide": np.array([1e-13, -1e-13, 1e-12, 5.0, -7.0, 1e19, 0.0, 3e21]), "integers": random.randint(-5, 6, 60).astype(float),
    }
    for name, values in data.items():
        for bins in ["tensorflow", "doane", "rice", "scott", "sqrt", "sturges", "stone"]:
            if name == "wide" and bins != "tensorflow":
                continue
            for most in [None, 10]:
                proto = summary.make_histogram(values, edges() if bins == "tensorflow" else bins, most)
                histograms.append({"name": f"{name} {bins} {most}", "values": values.tolist(), "bins": bins, "max_bins": most, "expected": proto})
    given = summary.make_histogram(data["ramp"], [-1.0, 0.0, 2.0, 2.5, 9.0, 30.0, 31.0])
    histograms.append({"name": "given", "values": data["ramp"].tolist(), "bins": [-1.0, 0.0, 2.0, 2.5, 9.0, 30.0, 31.0], "max_bins": None, "expected": given})

    curves = []
    for thresholds, weighted in [(127, False), (5, False), (11, True)]:
        labels, predictions = random.randint(0, 2, 40), np.concatenate([random.rand(38), [0.0, 1.0]])
        weights = random.rand(40) if weighted else None
        curve = summary.compute_curve(labels, predictions, thresholds, weights)
        curves.append({"labels": labels.tolist(), "predictions": predictions.tolist(), "weights": None if weights is None else weights.tolist(),
                       "thresholds": thresholds, "expected": curve.tolist()})

    pictures = []
    for formats, shape in [("CHW", (3, 2, 4)), ("CHW", (1, 2, 3)), ("HWC", (2, 3, 3)), ("HW", (2, 3)), ("WH", (2, 3)), ("NCHW", (10, 3, 2, 2)),
                           ("NHWC", (3, 2, 2, 1)), ("CHW", (4, 2, 2))]:
        picture = random.rand(*shape).astype(np.float32)
        scaled = (utils.convert_to_HWC(picture, formats).astype(np.float32) * 255).astype(np.uint8)
        pictures.append({"formats": formats, "picture": pack(picture), "expected": pack(scaled)})
    videos = []
    for shape in [(1, 2, 3, 2, 2), (3, 2, 1, 2, 3), (4, 1, 3, 2, 2)]:
        video = random.rand(*shape).astype(np.float32)
        videos.append({"video": pack(video), "expected": pack((utils._prepare_video(video).astype(np.float32) * 255).astype(np.uint8))})

    path = pathlib.Path(__file__).with_name("tensorboard.json")
    path.write_text(json.dumps({"histograms": histograms, "curves": curves, "pictures": pictures, "videos": videos},
                               default=lambda x: x.item(), separators=(",", ":")) + "\n")
    print(f"{len(histograms)} histograms, {path.stat().st_size // 1024} KiB", file=sys.stderr)


main()
