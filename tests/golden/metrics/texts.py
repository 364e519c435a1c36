"""Metrics of texts, their definitions written out; write.py runs it and writes texts.json."""
import collections
import math
import re

import numpy as np

TEXTS = {"values": {}}


def strings(rng):
    """Texts: the definitions, written out without thought for speed."""
    words = "the cat sat on a mat and saw that this small dog was not there today".split()
    preds = [" ".join(rng.choice(words, rng.integers(4, 12))) for _ in range(9)]
    target = [[" ".join(w if rng.random() < 0.8 else rng.choice(words) for w in p.split()) + " again", " ".join(rng.choice(words, 7))] for p in preds]
    preds[3], target[3][0] = "The Cat, sat! caf\u00e9 \U0001f600", "the cat sat at 10 caf\u00e9s"
    TEXTS["preds"], TEXTS["target"] = preds, target
    first = [t[0] for t in target]
    values = TEXTS["values"]
    for name, split in [("WordErrorRate", str.split), ("CharErrorRate", list)]:
        values[name] = sum(edits(split(p), split(t)) for p, t in zip(preds, first)) / sum(len(split(t)) for t in first)
    for n, smooth in [(4, False), (4, True), (2, False)]:
        values[f"BLEUScore {n} {smooth}"] = bleu(preds, target, n, smooth)
    for best in [True, False]:
        values[f"ROUGEScore {best}"] = rouge(preds, target, best)


def edits(a, b):
    if not a or not b:
        return len(a) + len(b)
    table = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
    return table[-1][-1]


def grams(words, n):
    return collections.Counter(tuple(words[i:i + n]) for i in range(len(words) - n + 1))


def bleu(preds, target, n_gram, smooth):
    logs, length, closest = 0.0, 0, 0
    for n in range(1, n_gram + 1):
        found = total = 0
        for p, refs in zip(preds, target):
            most = collections.Counter()
            for r in refs:
                most |= grams(r.split(), n)
            own = grams(p.split(), n)
            found += sum((own & most).values())
            total += sum(own.values())
        if smooth and n > 1:
            found, total = found + 1, total + 1
        if found == 0:
            return 0.0
        logs += math.log(found / total) / n_gram
    for p, refs in zip(preds, target):
        c = len(p.split())
        length += c
        closest += min((abs(len(r.split()) - c), len(r.split())) for r in refs)[1]
    return math.exp(logs) * (1 if length > closest else math.exp(1 - closest / length))


def rouge(preds, target, best):
    def words(text):
        return re.sub("[^a-z0-9]+", " ", text.lower()).split()

    def common(a, b):
        table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
        for i, x in enumerate(a):
            for j, y in enumerate(b):
                table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
        return table[-1][-1]

    def score(kind, p, r):
        if kind == "L":
            both, own, theirs = common(p, r), len(p), len(r)
        else:
            a, b = grams(p, kind), grams(r, kind)
            both, own, theirs = sum((a & b).values()), sum(a.values()), sum(b.values())
        pr, rc = (both / own if own else 0), (both / theirs if theirs else 0)
        return [pr, rc, 2 * pr * rc / (pr + rc) if pr + rc else 0]

    kinds = [1, 2, "L"]
    rows = []
    for p, refs in zip(preds, target):
        scores = [[score(k, words(p), words(r)) for k in kinds] for r in refs]
        rows.append(max(scores, key=lambda s: s[0][2]) if best else np.mean(scores, axis=0).tolist())
    return np.mean(rows, axis=0).tolist()
