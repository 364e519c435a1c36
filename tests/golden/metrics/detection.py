"""Writes detection.json.gz: mean average precision of made-up pictures, case by case.

Run with Debian's python3, python3-numpy:  /usr/bin/python3 detection.py
No package of Debian evaluates boxes, so the COCO challenge's definition is written out here, in its own words and without regard to speed: each box looks through all
objects, and precision at a level of recall is the best at that level or beyond. Thresholds are the challenge's, numpy.linspace's numbers to the last bit.
"""
import gzip
import json
import pathlib

import numpy as np

AREAS = {"all": (0, 1e10), "small": (0, 32 ** 2), "medium": (32 ** 2, 96 ** 2), "large": (96 ** 2, 1e10)}
EPSILON = np.spacing(1.0)


def corners(box, box_format):
    a, b, c, d = (float(v) for v in box)
    if box_format == "xyxy":
        return a, b, c - a, d - b
    return (a, b, c, d) if box_format == "xywh" else (a - c / 2, b - d / 2, c, d)


def overlap(found, truth, crowd):
    left, top = max(found[0], truth[0]), max(found[1], truth[1])
    right, bottom = min(found[0] + found[2], truth[0] + truth[2]), min(found[1] + found[3], truth[1] + truth[3])
    if right <= left or bottom <= top:
        return 0.0
    shared = (right - left) * (bottom - top)
    return shared / (found[2] * found[3] if crowd else found[2] * found[3] + truth[2] * truth[3] - shared)


def outside(area, limits):
    return not limits[0] <= area <= limits[1]


def judge(found, truth, threshold, limits):
    """For each box, best score first: "right", "wrong" or None where it does not count; and how many objects are to be found."""
    free = [t["crowd"] or outside(t["area"], limits) for t in truth]
    taken = set()
    verdicts = []
    for box in found:
        picks = []
        for wanted in [False, True]:
            near = [(overlap(box["box"], t["box"], t["crowd"]), g) for g, t in enumerate(truth)
                    if free[g] == wanted and (t["crowd"] or g not in taken)]
            picks = [pair for pair in near if pair[0] >= min(threshold, 1 - 1e-10)]
            if picks:
                break
        if picks:
            g = max(picks)[1]
            taken.add(g)
            verdicts.append(None if free[g] else "right")
        else:
            verdicts.append(None if outside(box["box"][2] * box["box"][3], limits) else "wrong")
    return verdicts, free.count(False)


def evaluate(preds, target, box_format, overlaps, recalls, most, limits, label):
    """Precision (thresholds, levels) and recall (thresholds) of one class; None where there is nothing to find."""
    pictures = []
    for p, t in zip(preds, target):
        found = [{"box": corners(b, box_format), "score": s} for b, s, l in zip(p["boxes"], p["scores"], p["labels"]) if l == label]
        found.sort(key=lambda box: -box["score"])
        truth = []
        for i, (b, l) in enumerate(zip(t["boxes"], t["labels"])):
            if l == label:
                box = corners(b, box_format)
                area = t["area"][i] if "area" in t and t["area"][i] > 0 else box[2] * box[3]
                truth.append({"box": box, "area": area, "crowd": bool(t["iscrowd"][i]) if "iscrowd" in t else False})
        pictures.append((found[:most], truth))
    precision, recall = np.zeros((len(overlaps), len(recalls))), np.zeros(len(overlaps))
    for i, threshold in enumerate(overlaps):
        ranked, positives = [], 0
        for found, truth in pictures:
            verdicts, objects = judge(found, truth, threshold, limits)
            positives += objects
            ranked += [(box["score"], verdict) for box, verdict in zip(found, verdicts)]
        if positives == 0:
            return None
        ranked.sort(key=lambda pair: -pair[0])
        right = np.array([float(verdict == "right") for _, verdict in ranked]).cumsum()
        wrong = np.array([float(verdict == "wrong") for _, verdict in ranked]).cumsum()
        if len(ranked):
            reached, exact = right / positives, right / (right + wrong + EPSILON)
            recall[i] = reached[-1]
            for j, level in enumerate(recalls):
                beyond = exact[reached >= level]
                precision[i, j] = beyond.max() if len(beyond) else 0
    return precision, recall


def mean(values):
    values = [np.asarray(v).ravel() for v in values if v is not None]
    return float(np.concatenate(values).mean()) if values else -1.0


def value(preds, target, box_format="xyxy", iou_thresholds=None, rec_thresholds=None, max_detection_thresholds=(1, 10, 100), class_metrics=False):
    overlaps = np.linspace(0.5, 0.95, 10) if iou_thresholds is None else np.array(iou_thresholds)
    recalls = np.linspace(0, 1, 101) if rec_thresholds is None else np.array(rec_thresholds)
    classes = sorted({l for side in (preds, target) for picture in side for l in picture["labels"]})

    def each(area, most):
        return [evaluate(preds, target, box_format, overlaps, recalls, most, AREAS[area], label) for label in classes]

    most = max_detection_thresholds[-1]
    by_area = {area: each(area, most) for area in AREAS}
    result = {"map": mean([e and e[0] for e in by_area["all"]])}
    for name, at in [("map_50", 0.5), ("map_75", 0.75)]:
        here = np.flatnonzero(np.isclose(overlaps, at, rtol=0, atol=1e-9))
        result[name] = mean([e and e[0][here[0]] for e in by_area["all"]]) if len(here) else -1.0
    for area in ["small", "medium", "large"]:
        result[f"map_{area}"] = mean([e and e[0] for e in by_area[area]])
        result[f"mar_{area}"] = mean([e and e[1] for e in by_area[area]])
    for m in max_detection_thresholds:
        result[f"mar_{m}"] = mean([e and e[1] for e in each("all", m)])
    result["map_per_class"] = [mean([e and e[0]]) for e in by_area["all"]] if class_metrics else -1.0
    result[f"mar_{most}_per_class"] = [mean([e and e[1]]) for e in by_area["all"]] if class_metrics else -1.0
    result["classes"] = classes
    return result


def scene(rng, classes, objects, jitter, crowd=0.0, area=False, digits=1):
    """One picture: what is in it, and what a middling detector says; scores of few digits, so that many are the same."""
    count = int(rng.integers(0, objects + 1))
    size = np.exp(rng.uniform(np.log(8), np.log(200), (count, 2)))
    place = rng.uniform(0, 300, (count, 2))
    truth = {"boxes": np.round(np.concatenate([place, place + size], 1), 1).tolist(), "labels": rng.integers(0, classes, count).tolist()}
    if crowd:
        truth["iscrowd"] = (rng.random(count) < crowd).astype(int).tolist()
    if area:
        truth["area"] = np.where(rng.random(count) < 0.2, 0, np.round(size.prod(1) * 0.7, 1)).tolist()
    boxes, labels = [], []
    for box, label in zip(truth["boxes"], truth["labels"]):
        for _ in range(int(rng.integers(0, 3))):
            wide = np.array([box[2] - box[0], box[3] - box[1]] * 2)
            boxes.append(np.round(box + rng.normal(size=4) * jitter * wide, 1).tolist())
            labels.append(label if rng.random() < 0.85 else int(rng.integers(0, classes + 1)))
    for _ in range(int(rng.integers(0, 3))):
        corner = rng.uniform(0, 300, 2)
        boxes.append(np.round(np.concatenate([corner, corner + rng.uniform(8, 120, 2)]), 1).tolist())
        labels.append(int(rng.integers(0, classes + 1)))
    return {"boxes": boxes, "scores": np.round(rng.random(len(boxes)), digits).tolist(), "labels": labels}, truth


def reformat(picture, box_format):
    def one(box):
        x, y, w, h = box[0], box[1], box[2] - box[0], box[3] - box[1]
        return [x, y, w, h] if box_format == "xywh" else [x + w / 2, y + h / 2, w, h]
    return dict(picture, boxes=[one(box) for box in picture["boxes"]])


def main():
    rng = np.random.default_rng(11)
    cases = []

    def case(name, pictures, **arguments):
        preds, target = [p for p, _ in pictures], [t for _, t in pictures]
        cases.append({"name": name, "arguments": arguments, "preds": preds, "target": target, "values": value(preds, target, **arguments)})

    for i, (classes, jitter) in enumerate([(1, 0.05), (3, 0.03), (5, 0.1)]):
        case(f"plain {i}", [scene(rng, classes, 9, jitter) for _ in range(8)], class_metrics=True)
    case("crowds", [scene(rng, 2, 9, 0.05, crowd=0.3) for _ in range(8)], class_metrics=True)
    case("areas", [scene(rng, 2, 9, 0.05, crowd=0.2, area=True) for _ in range(8)])
    many = [scene(rng, 1, 30, 0.04, digits=3) for _ in range(4)]
    case("many", many)
    case("few boxes", many, max_detection_thresholds=[2, 5, 20])
    case("own thresholds", many, iou_thresholds=[0.3, 0.5, 0.7], rec_thresholds=[0.0, 0.25, 0.5, 0.75, 1.0])
    case("without halves", many, iou_thresholds=[0.6])
    for box_format in ["xywh", "cxcywh"]:
        case(box_format, [(reformat(p, box_format), reformat(t, box_format)) for p, t in many[:2]], box_format=box_format)
    nothing = {"boxes": [], "scores": [], "labels": []}
    found, truth = many[0]
    case("nothing found", [(nothing, truth)])
    case("nothing there", [(found, nothing)], class_metrics=True)
    case("nothing at all", [(nothing, nothing)])
    case("perfect", [({"boxes": t["boxes"], "scores": [0.9] * len(t["boxes"]), "labels": t["labels"]}, t) for _, t in many])
    case("twice the same object", [({"boxes": t["boxes"] * 2, "scores": [0.9] * 2 * len(t["boxes"]), "labels": t["labels"] * 2}, t) for _, t in many[:1]])
    data = json.dumps(cases, separators=(",", ":")).encode()
    pathlib.Path(__file__).with_name("detection.json.gz").write_bytes(gzip.compress(data, mtime=0))
    print(len(cases), "cases,", len(data), "bytes")


if __name__ == "__main__":
    main()
