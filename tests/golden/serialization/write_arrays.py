"""Writes NumPy's files of arrays into numpy/ with what they hold in numpy/expected.json: each element type in each byte order, Fortran's order, the
header's three versions, archives, and arrays that must be refused.

Run with Debian's python3-numpy (1.24): python3 write_arrays.py
"""
import json
import os

import numpy as np

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "numpy")

TORCH = {"b1": "bool", "i1": "int8", "i2": "int16", "i4": "int32", "i8": "int64", "u1": "uint8", "f2": "float16", "f4": "float32", "f8": "float64",
         "c8": "complex64", "c16": "complex128", "u2": "uint16", "u4": "uint32", "u8": "uint64"}
VALUES = {"b": [0, 1, 1, 0, 0, 1], "i": [0, 1, -1, 100, -128, 127], "u": [0, 1, 2, 100, 254, 255], "f": [0, 0.5, -1.25, 1024, -0.0078125, 6],
          "c": [0, 1 + 2j, -0.5j, 1024, -3 + 0.25j, 6]}
expected = []


def flat(array):
    values = array.flatten(order="C").tolist()
    if array.dtype.kind == "c":
        return [part for value in values for part in (value.real, value.imag)]
    return [float(value) if array.dtype.kind == "f" else int(value) for value in values]


def note(name, array, **more):
    code = array.dtype.str.lstrip("<>|=")
    expected.append({"file": name, "dtype": TORCH[code], "shape": list(array.shape), "strides": [s // array.itemsize for s in array.strides],
                     "values": flat(array), **more})


def write(name, array, version=None):
    with open(os.path.join(HERE, name), "wb") as file:
        np.lib.format.write_array(file, array, version=version)
    note(name, array, plain=array.dtype.byteorder != ">" and version in (None, (1, 0)) and (array.flags.c_contiguous or array.ndim < 2))


for code in TORCH:
    base = np.array(VALUES[code[0]]).reshape(2, 3)
    if code in ("i8", "u4", "u8", "i4"):
        base[1, 2] = {"i8": 2**62 + 1, "u4": 2**32 - 1, "u8": 2**63 - 1, "i4": -(2**31)}[code]
    write(f"{code}.npy", base.astype("<" + code))
    if code[1:] != "1":
        write(f"{code}_big.npy", base.astype(">" + code))
    write(f"{code}_fortran.npy", np.asfortranarray(base.astype("<" + code)))
write("f4_big_fortran.npy", np.asfortranarray(np.arange(24, dtype=">f4").reshape(2, 3, 4)))
write("scalar.npy", np.array(2.5, dtype="<f4"))
write("empty.npy", np.zeros((0, 3), dtype="<f8"))
write("one.npy", np.array([7], dtype="<i8"))
write("many.npy", np.arange(3 * 5 * 2 * 1 * 4, dtype="<i2").reshape(3, 5, 2, 1, 4))
write("version2.npy", np.arange(4, dtype="<i4"), (2, 0))
write("version3.npy", np.arange(4, dtype="<i4"), (3, 0))

arrays = {"weight": np.arange(6, dtype="<f4").reshape(2, 3), "deep/name": np.array([True, False]), "naïve": np.asfortranarray(np.ones((2, 2)))}
np.savez(os.path.join(HERE, "plain.npz"), np.arange(3), **arrays)
np.savez_compressed(os.path.join(HERE, "packed.npz"), big=np.zeros((300, 1000), dtype="<f8"), **arrays)
np.savez(os.path.join(HERE, "none.npz"))

REFUSED = {
    "structured": np.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")]),
    "objects": np.array([{"a": 1}, None], dtype=object),
    "text": np.array(["a", "bc"]),
    "bytes": np.array([b"a", b"bc"]),
    "time": np.array(["2020-01-01"], dtype="M8[D]"),
    "raw": np.zeros(2, dtype="V3"),
    "long_double": np.zeros(2, dtype=np.longdouble),
}
for name, array in REFUSED.items():
    with open(os.path.join(HERE, f"refused_{name}.npy"), "wb") as file:
        np.lib.format.write_array(file, array)
with open(os.path.join(HERE, "expected.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(case) for case in expected) + "\n]\n")
