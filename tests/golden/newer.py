"""Asks a newer Python torch what the scripts of this folder asked Python 1.13.1, and keeps the answers that differ.

    ./build.sh goldens 2.6 [AREA...]                 runs it under Debian 13's Python
    python3 tests/golden/newer.py [AREA...]          runs it under whatever Python torch is at hand

The scripts run in a copy of this folder. What the newer Python answers otherwise than the committed files of AREA goes to AREA/VERSION.json: for each file
a list of {"at": JSON pointer into the file, "was": what is there, "is": what the newer Python says}; without "was" the newer Python says more, without "is"
it says nothing there. Numbers differ where they are further apart than half of what the test that reads them allows.
"""
import gzip
import json
import math
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import torch

HERE = pathlib.Path(__file__).resolve().parent
# Areas whose answers libtorch or Python's torch computes, their scripts, and what the tests that read them allow (relative and absolute): of float32,
# complex64 and halves first, then of wider types. Where a case names its own tolerances, those hold if they are greater.
# (optim/write_scheduler_corners.py is not among them: what schedulers print and save is 1.13's on every libtorch.)
AREAS = {
    "core": (["core.py", "calls.py"], (1e-6, 1e-7), (1e-6, 1e-7)),
    "surface": (["surface.py", "calls.py"], (2e-5, 2e-6), (1e-9, 1e-11)),
    "nn": (["activations.py", "attention.py", "corners.py", "functionals.py", "functions.py", "layers.py", "losses.py", "recurrent.py",
            "recurrent_starts.py", "starts.py", "texts.py", "utils.py"], (1e-5, 1e-6), (0, 0)),
    "nested": (["nested.py"], (2e-5, 2e-6), (1e-9, 1e-11)),
    "autograd": (["functional.py"], (2e-5, 2e-5), (1e-10, 1e-10)),
    "distributions": (["distributions.py", "kl.py", "transforms.py"], (2e-5, 2e-6), (1e-9, 1e-11)),
    "jit": (["write_jit.py"], (1e-5, 1e-6), (1e-9, 1e-12)),
    "tensorboard": (["write_tensorboard.py"], (0, 0), (1e-14, 1e-13)),
    "backends": (["backends.py"], (0, 0), (0, 0)),
    "data": (["write_samplers.py"], (0, 0), (0, 0)),
    "distributed": (["write_sampler.py"], (0, 0), (0, 0)),
    "optim": (["write_optimizers.py", "write_schedulers.py", "write_lbfgs.py", "write_clipping.py"], (1e-6, 1e-6), (1e-6, 1e-6)),
    "averaging": (["averaging.py"], (1e-5, 1e-6), (1e-5, 1e-6)),
    "lobpcg": (["lobpcg.py"], (1e-3, 1e-3), (1e-3, 1e-3)),
}
NARROW_TYPES = ("float32", "complex64", "float16", "bfloat16")
# Which Python answered, and words that are not libtorch's: what a module prints, which ours prints in the words of 1.13 on every libtorch, and what an
# error says. That there is an error counts, its words do not.
SAYS_NOTHING = ("/torch", "/oracle")
WORDS = ("print", "prints", "refused")


def read(path):
    data = path.read_bytes()
    return json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)


def number(value):
    return {"nan": math.nan, "NaN": math.nan, "inf": math.inf, "-inf": -math.inf}.get(value) if isinstance(value, str) else value


def is_number(value):
    return not isinstance(value, bool) and isinstance(number(value), (int, float))


def alike(old, new, tolerance):
    """Whether two values that hold no objects say the same."""
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(alike(a, b, tolerance) for a, b in zip(old, new))
    if is_number(old) and is_number(new):
        a, b = number(old), number(new)
        if isinstance(a, int) and isinstance(b, int) or not (math.isfinite(a) and math.isfinite(b)):
            return a == b or a != a and b != b
        return abs(a - b) <= (tolerance[1] + tolerance[0] * abs(a)) / 2
    return type(old) is type(new) and old == new


def plain(value):
    return not isinstance(value, dict) and not (isinstance(value, list) and any(not plain(item) for item in value))


def allowed(case, outer):
    if "rtol" not in case:
        return outer
    own = case["rtol"], case.get("atol", case["rtol"] / 10)
    return [tuple(max(pair) for pair in zip(tolerance, own)) for tolerance in outer]


def differences(old, new, at, tolerances, wide):
    if isinstance(old, dict) and isinstance(new, dict):
        tolerances = allowed(old, tolerances)
        if "dtype" in old:
            wide = old["dtype"].lower() not in NARROW_TYPES
        if "dtype" in old and "shape" in old:
            if set(old) != set(new) or any(not alike(old[key], new[key], tolerances[wide]) for key in old):
                yield {"at": at, "was": old, "is": new}
            return
        for key in [*old, *(key for key in new if key not in old)]:
            pointer = f"{at}/{key.replace('~', '~0').replace('/', '~1')}"
            if key not in new:
                yield {"at": pointer, "was": old[key]}
            elif key not in old:
                yield {"at": pointer, "is": new[key]}
            elif key not in WORDS and pointer not in SAYS_NOTHING:
                yield from differences(old[key], new[key], pointer, tolerances, wide)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new) and not (plain(old) and plain(new)):
        for index, (before, after) in enumerate(zip(old, new)):
            yield from differences(before, after, f"{at}/{index}", tolerances, wide)
    elif not (plain(old) and plain(new) and alike(old, new, tolerances[wide])):
        yield {"at": at, "was": old, "is": new}


def compare(area, answers, version):
    """Writes where an area's answers differ from the committed ones; files without a difference are named too, so that it shows that they were asked."""
    _, narrow, wide = AREAS[area]
    files = []
    for base in sorted((HERE / area).glob("*.json*")):
        if re.fullmatch(r"\d+\.\d+\.json", base.name):
            continue
        found = list(differences(read(base), read(answers / base.name), "", [narrow, wide], False))
        entries = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in found)
        files.append(f"{json.dumps(base.name)}: [\n{entries}\n]" if found else f"{json.dumps(base.name)}: []")
        print(f"{area}/{base.name}: {len(found)} answers differ")
    text = "{\n" + ",\n".join(files) + "\n}\n"
    (HERE / area / f"{version}.json").write_text(text)


def main():
    version = ".".join(torch.__version__.split(".")[:2])
    if version == "1.13":
        raise SystemExit("newer.py compares a newer Python torch with 1.13's answers; this one is 1.13. The scripts themselves write those.")
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "golden"
        shutil.copytree(HERE, copy)
        for area in sys.argv[1:] or AREAS:
            for script in AREAS[area][0]:
                print(f"== {area}/{script}", flush=True)
                subprocess.run([sys.executable, "-W", "ignore", "-B", script], cwd=copy / area, check=True)
            compare(area, copy / area, version)


if __name__ == "__main__":
    main()
