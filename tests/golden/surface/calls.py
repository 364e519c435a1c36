"""Writes calls.json.gz: what Python's torch answers for calls of the surface (torch.*, Tensor methods, linalg, fft, special, sparse), case by case.

Run with Debian's python3 and python3-torch (1.13.1):  /usr/bin/python3 calls.py
The calls are spelled in C# in tests/Bindings.Tests/Surface/Calls.
"""
import pathlib
import warnings

import calls_creation
import calls_linalg
import calls_pointwise
import calls_reductions
import calls_shapes
from inputs import add_inputs
from recorder import Recorder

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    recorder = Recorder()
    add_inputs(recorder)
    for topic in (calls_pointwise, calls_reductions, calls_shapes, calls_linalg, calls_creation):
        topic.record(recorder)
    recorder.write(pathlib.Path(__file__).with_name("calls.json.gz"))
