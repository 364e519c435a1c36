"""Traces and scripts small modules, one for each way that an operator is used, for tests/Onnx.Tests to export.

Writes modules.zip: a TorchScript file for each case, and cases.json with what its inputs are: type, shape, for whole numbers the
range, and which dimensions are dynamic. Expected outputs are not stored: the tests compare ONNX Runtime with the module itself.
Run with the system's Python: /usr/bin/python3 tests/golden/onnx/modules.py
"""
import io
import json
import pathlib
import zipfile

import torch

import functions  # noqa: F401
import layers  # noqa: F401
from cases import cases


def main():
    path = pathlib.Path(__file__).with_name("modules.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("cases.json", json.dumps([spec for spec, _ in cases], indent=0))
        for spec, module in cases:
            buffer = io.BytesIO()
            torch.jit.save(module, buffer)
            archive.writestr(f"{spec['name']}.pt", buffer.getvalue())
    print(len(cases), "cases,", path.stat().st_size, "bytes")


main()
