"""Measures Torchlight beside Python on one device, by turns in the same run, and prints medians and their ratio as a table.

python3 compare.py DEVICE ROUNDS PROGRAM: PROGRAM is torchlight-gpu; DEVICE is cuda or cpu, the latter with small sizes.
"""

import os
import statistics
import subprocess
import sys

device, rounds, program = sys.argv[1], int(sys.argv[2]), sys.argv[3]
big = device != "cpu"
# what, case, unit, iterations, batch, side, how many of the unit one iteration is
CASES = [
    ("MLP 784-128-64-10, SGD, batch 64", "mlp", "steps/s", 2000 if big else 200, 64, 0, 1),
    ("ResNet-50 bf16, training", "train", "images/s", 20 if big else 1, 128 if big else 2, 224 if big else 64, 128 if big else 2),
    ("ResNet-50 bf16, inference", "infer", "images/s", 40 if big else 2, 128 if big else 2, 224 if big else 64, 128 if big else 2),
]

peer = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peer.py")
sides = {
    "Torchlight": subprocess.Popen([program, "peer"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True),
    "Python": subprocess.Popen([sys.executable, peer], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True),
}


def ask(side, line):
    process = sides[side]
    process.stdin.write(line + "\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    if not answer:
        raise SystemExit(f"{side} ended while it measured \"{line}\"; its message is above")
    return float(answer)


rows = [("what", "unit", "Torchlight", "Python", "ratio")]
for what, case, unit, iterations, batch, side, each in CASES:
    line = f"{case} {iterations} {device} {batch} {side}"
    seconds = {name: [] for name in sides}
    for _ in range(rounds):
        for name in sides:
            seconds[name].append(ask(name, line))
    ours, theirs = (iterations * each / statistics.median(seconds[name]) for name in sides)
    rows.append((what + (f", batch {batch}, {side} x {side}" if side else ""), unit, f"{ours:.1f}", f"{theirs:.1f}", f"{ours / theirs:.2f}"))

for process in sides.values():
    process.stdin.close()
    process.wait()
widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
for row in rows:
    print("  ".join(cell.ljust(width) if column < 2 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths))))
