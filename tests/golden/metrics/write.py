"""Writes metrics.json.gz and texts.json: what scikit-learn, SciPy and NumPy say of metrics, case by case.

Run with Debian's python3, python3-sklearn (1.2.1):  /usr/bin/python3 write.py
A case names the metric and its arguments, holds preds and target exactly, and the value. Where no library has a metric, its definition is written out here.
"""
import gzip
import json
import math
import pathlib
import warnings

import numpy as np
from scipy import linalg, stats
from sklearn import metrics as sk

from texts import TEXTS, strings

CASES = []


def tensor(a):
    a = np.asarray(a)
    kind = {"f": "float64" if a.dtype == np.float64 else "float32", "i": "int64", "b": "bool"}[a.dtype.kind]
    flat = a.reshape(-1).tolist()
    return {"dtype": kind, "shape": list(a.shape), "values": [number(v) for v in flat]}


def number(v):
    if isinstance(v, float) and not math.isfinite(v):
        return "nan" if math.isnan(v) else ("inf" if v > 0 else "-inf")
    return v


def case(name, metric, preds, target, value, **arguments):
    values = value if isinstance(value, (list, tuple)) else [value]
    CASES.append({"name": name, "metric": metric, "arguments": arguments, "preds": tensor(preds), "target": tensor(target),
                  "values": [tensor(np.asarray(v, dtype=np.float64)) for v in values]})


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def labels_family(tag, task, preds, target, p, t, average, **arguments):
    """preds and target as given; p and t as scikit-learn wants them."""
    kw = dict(average="binary" if task == "binary" else (average if average != "none" else None), zero_division=0)
    more = dict(arguments) if task == "binary" else dict(arguments, average=average)
    case(f"{tag} precision", "Precision", preds, target, sk.precision_score(t, p, **kw), task=task, **more)
    case(f"{tag} recall", "Recall", preds, target, sk.recall_score(t, p, **kw), task=task, **more)
    case(f"{tag} f1", "F1Score", preds, target, sk.f1_score(t, p, **kw), task=task, **more)
    case(f"{tag} dice", "Dice", preds, target, sk.f1_score(t, p, **kw), task=task, **more)
    case(f"{tag} f2", "FBetaScore", preds, target, sk.fbeta_score(t, p, beta=2.0, **kw), task=task, beta=2.0, **more)
    case(f"{tag} jaccard", "JaccardIndex", preds, target, sk.jaccard_score(t, p, **kw), task=task, **more)


def every_class(p, t, classes):
    """Recall of the negative of each class: specificity."""
    return [sk.recall_score(np.asarray(t) != c, np.asarray(p) != c, zero_division=0) for c in range(classes)]


def confusion(tag, task, preds, target, p, t, classes, **arguments):
    for normalize in [None, "true", "pred", "all"]:
        more = dict(arguments) if normalize is None else dict(arguments, normalize=normalize)
        case(f"{tag} confusion {normalize}", "ConfusionMatrix", preds, target,
             sk.confusion_matrix(t, p, labels=list(range(classes)), normalize=normalize), task=task, **more)
    case(f"{tag} matthews", "MatthewsCorrCoef", preds, target, sk.matthews_corrcoef(t, p), task=task, **arguments)
    for weights in [None, "linear", "quadratic"]:
        more = dict(arguments) if weights is None else dict(arguments, weights=weights)
        case(f"{tag} kappa {weights}", "CohenKappa", preds, target,
             sk.cohen_kappa_score(t, p, labels=list(range(classes)), weights=weights), task=task, **more)


def curves(tag, preds, target, p, t, **arguments):
    fpr, tpr, roc_thresholds = sk.roc_curve(t, p, drop_intermediate=False)
    roc_thresholds[0] = 1  # torchmetrics' convention; scikit-learn has max + 1 or infinity
    case(f"{tag} roc", "ROC", preds, target, [fpr, tpr, roc_thresholds], task="binary", **arguments)
    case(f"{tag} pr", "PrecisionRecallCurve", preds, target, list(sk.precision_recall_curve(t, p)), task="binary", **arguments)
    case(f"{tag} auroc", "AUROC", preds, target, sk.roc_auc_score(t, p) if len(set(t)) == 2 else float("nan"), task="binary", **arguments)
    case(f"{tag} ap", "AveragePrecision", preds, target, sk.average_precision_score(t, p), task="binary", **arguments)
    if len(set(t)) == 2:
        for limit in [0.1, 0.35, 0.8]:
            case(f"{tag} auroc to {limit}", "AUROC", preds, target, sk.roc_auc_score(t, p, max_fpr=limit), task="binary", max_fpr=limit, **arguments)


def binary(rng):
    n = 57
    t = rng.integers(0, 2, n)
    prob = np.clip(rng.random(n) * 0.6 + t * 0.3, 0, 1)
    tied = np.round(prob, 1)
    logits = (prob - 0.5) * 8
    for tag, preds, p in [("probabilities", prob, prob), ("ties", tied, tied), ("logits", logits, sigmoid(logits)), ("singles", prob.astype(np.float32), prob.astype(np.float32))]:
        hard = (p > 0.5).astype(int)
        labels_family(f"binary {tag}", "binary", preds, t, hard, t, None)
        case(f"binary {tag} accuracy", "Accuracy", preds, t, sk.accuracy_score(t, hard), task="binary")
        case(f"binary {tag} specificity", "Specificity", preds, t, sk.recall_score(1 - t, 1 - hard), task="binary")
        confusion(f"binary {tag}", "binary", preds, t, hard, t, 2)
        curves(f"binary {tag}", preds, t, p, t)
        if tag == "logits":
            # Each batch tells by its own values whether they are logits: none of these could be a probability.
            preds = np.where(preds > 0, preds + 1, preds - 1)
            p = sigmoid(preds)
        calibration(f"binary {tag}", preds, t, p, t, task="binary")
    hard = (prob > 0.3).astype(int)
    labels_family("binary threshold", "binary", prob, t, hard, t, None, threshold=0.3)
    labels_family("binary labels", "binary", hard, t, hard, t, None)
    ignored = t.copy()
    ignored[::5] = -100
    keep = ignored >= 0
    labels_family("binary ignored", "binary", prob, ignored, (prob > 0.5).astype(int)[keep], t[keep], None, ignore_index=-100)
    curves("binary ignored", prob, ignored, prob[keep], t[keep], ignore_index=-100)
    curves("binary ignored ties", tied, ignored, tied[keep], t[keep], ignore_index=-100)
    for tag, one in [("only positives", np.ones(9, int)), ("only negatives", np.zeros(9, int))]:
        hard = (prob[:9] > 0.5).astype(int)
        labels_family(f"binary {tag}", "binary", prob[:9], one, hard, one, None)
        curves(f"binary {tag}", prob[:9], one, prob[:9], one)
        case(f"binary {tag} matthews", "MatthewsCorrCoef", prob[:9], one, sk.matthews_corrcoef(one, hard), task="binary")
    same = np.full(12, 0.4)
    curves("binary one score", same, t[:12], same, t[:12])
    many = rng.integers(0, 2, (4, 3, 5))
    scores = rng.random((4, 3, 5))
    for i, value in enumerate([[sk.f1_score(many[j].ravel(), scores[j].ravel() > 0.5) for j in range(4)], sk.f1_score(many.ravel(), scores.ravel() > 0.5)]):
        case(f"binary dimensions {i}", "F1Score", scores, many, value if i else np.array(value), task="binary", multidim_average="global" if i else "samplewise")


def calibration(tag, preds, target, confidence, right, **arguments):
    for bins in [5, 15]:
        edges = (np.arange(bins + 1) / bins).astype(confidence.dtype)  # linspace rounds some otherwise
        index = np.clip(np.digitize(confidence, edges) - 1, 0, bins - 1)
        gaps, shares = [], []
        for b in range(bins):
            here = index == b
            if here.any():
                gaps.append(abs(right[here].mean() - confidence[here].astype(np.float64).mean()))
                shares.append(here.mean())
        gaps, shares = np.array(gaps), np.array(shares)
        for norm, value in [("l1", (gaps * shares).sum()), ("l2", np.sqrt((gaps ** 2 * shares).sum())), ("max", gaps.max())]:
            case(f"{tag} calibration {norm} {bins}", "CalibrationError", preds, target, value, norm=norm, n_bins=bins, **arguments)


def multiclass(rng):
    n, classes = 61, 4
    t = rng.integers(0, classes, n)
    logits = rng.normal(size=(n, classes)) * 2
    logits[np.arange(n), t] += 1.5
    prob = softmax(logits)
    hard = logits.argmax(1)
    kw = dict(num_classes=classes)
    for tag, preds, p, truth in [("logits", logits, hard, t), ("probabilities", prob, hard, t), ("labels", hard, hard, t)]:
        for average in ["micro", "macro", "weighted", "none"]:
            labels_family(f"multiclass {tag} {average}", "multiclass", preds, truth, p, truth, average, **kw)
        case(f"multiclass {tag} accuracy", "Accuracy", preds, truth, sk.accuracy_score(truth, p), task="multiclass", **kw)
        case(f"multiclass {tag} accuracy macro", "Accuracy", preds, truth, sk.recall_score(truth, p, average="macro"), task="multiclass", average="macro", **kw)
        case(f"multiclass {tag} specificity", "Specificity", preds, truth, np.array(every_class(p, truth, classes)), task="multiclass", average="none", **kw)
        confusion(f"multiclass {tag}", "multiclass", preds, truth, p, truth, classes, **kw)

    # Classes that never occur in the target, or in either.
    few, guess = rng.integers(0, 2, n) * 2, rng.integers(0, 3, n)
    for average in ["micro", "macro", "weighted"]:
        labels_family(f"multiclass absent {average}", "multiclass", guess, few, guess, few, average, num_classes=6)
    confusion("multiclass absent", "multiclass", guess, few, guess, few, 6, num_classes=6)

    # One class only.
    one = np.full(7, 2)
    labels_family("multiclass one class macro", "multiclass", one, one, one, one, "macro", **kw)
    case("multiclass one class matthews", "MatthewsCorrCoef", one, one, sk.matthews_corrcoef(one, one), task="multiclass", **kw)
    case("multiclass one class kappa", "CohenKappa", one, one, float("nan"), task="multiclass", **kw)

    # What is ignored: outside of the classes, and one of them.
    ignored = t.copy()
    ignored[::4] = -1
    keep = ignored != -1
    for average in ["micro", "macro", "weighted", "none"]:
        labels_family(f"multiclass ignored {average}", "multiclass", logits, ignored, hard[keep], t[keep], average, ignore_index=-1, **kw)
    confusion("multiclass ignored", "multiclass", logits, ignored, hard[keep], t[keep], classes, ignore_index=-1, **kw)
    inner = t != 1
    case("multiclass ignored class", "Accuracy", logits, t, sk.accuracy_score(t[inner], hard[inner]), task="multiclass", ignore_index=1, **kw)

    for k in [2, 3]:
        case(f"multiclass top {k}", "Accuracy", logits, t, sk.top_k_accuracy_score(t, logits, k=k, labels=range(classes)), task="multiclass", top_k=k, **kw)
    for average in ["macro", "weighted"]:
        case(f"multiclass auroc {average}", "AUROC", prob, t, sk.roc_auc_score(t, prob, multi_class="ovr", average=average), task="multiclass", average=average, **kw)
    each = np.eye(classes)[t]
    case("multiclass auroc logits", "AUROC", logits, t, sk.roc_auc_score(t, prob, multi_class="ovr"), task="multiclass", **kw)
    case("multiclass auroc none", "AUROC", prob, t, np.array([sk.roc_auc_score(each[:, c], prob[:, c]) for c in range(classes)]), task="multiclass", average="none", **kw)
    for average in ["macro", "weighted"]:
        case(f"multiclass ap {average}", "AveragePrecision", prob, t, sk.average_precision_score(each, prob, average=average), task="multiclass", average=average, **kw)
    case("multiclass ap none", "AveragePrecision", prob, t, sk.average_precision_score(each, prob, average=None), task="multiclass", average="none", **kw)
    wide = softmax(rng.normal(size=(n, 6)))
    half = np.array([sk.roc_auc_score(few == c, wide[:, c]) if c in (0, 2) else float("nan") for c in range(6)])
    case("multiclass auroc absent none", "AUROC", wide, few, half, task="multiclass", average="none", num_classes=6)
    case("multiclass auroc absent macro", "AUROC", wide, few, np.nanmean(half), task="multiclass", average="macro", num_classes=6)
    for average in ["micro", "macro"]:
        calibration(f"multiclass {average}", prob, t, prob.max(1), (hard == t).astype(float), task="multiclass", num_classes=classes)
        break

    # More dimensions: (N, C, X) scores and (N, X) targets.
    deep, deep_t = rng.normal(size=(5, 3, 4)), rng.integers(0, 3, (5, 4))
    guess = deep.argmax(1)
    case("multiclass dimensions", "Accuracy", deep, deep_t, sk.accuracy_score(deep_t.ravel(), guess.ravel()), task="multiclass", num_classes=3)
    case("multiclass samplewise", "Recall", deep, deep_t, np.array([sk.recall_score(deep_t[i], guess[i], average="macro", zero_division=0) for i in range(5)]),
         task="multiclass", num_classes=3, average="macro", multidim_average="samplewise")


def multilabel(rng):
    n, labels = 43, 3
    t = rng.integers(0, 2, (n, labels))
    prob = np.round(np.clip(rng.random((n, labels)) * 0.7 + t * 0.2, 0, 1), 2)
    hard = (prob > 0.5).astype(int)
    kw = dict(num_labels=labels)
    for average in ["micro", "macro", "weighted", "none"]:
        labels_family(f"multilabel {average}", "multilabel", prob, t, hard, t, average, **kw)
        labels_family(f"multilabel logits {average}", "multilabel", prob * 8 - 4, t, hard, t, average, **kw)
        value = {"none": None}.get(average, average)
        case(f"multilabel auroc {average}", "AUROC", prob, t, sk.roc_auc_score(t, prob, average=value), task="multilabel", average=average, **kw)
        case(f"multilabel ap {average}", "AveragePrecision", prob, t, sk.average_precision_score(t, prob, average=value), task="multilabel", average=average, **kw)
    case("multilabel accuracy micro", "Accuracy", prob, t, (hard == t).mean(), task="multilabel", average="micro", **kw)
    case("multilabel accuracy none", "Accuracy", prob, t, (hard == t).mean(0), task="multilabel", average="none", **kw)
    case("multilabel confusion", "ConfusionMatrix", prob, t, sk.multilabel_confusion_matrix(t, hard), task="multilabel", **kw)
    case("multilabel matthews", "MatthewsCorrCoef", prob, t, sk.matthews_corrcoef(t.ravel(), hard.ravel()), task="multilabel", **kw)
    absent = t.copy()
    absent[:, 1] = 0
    never = hard.copy()
    never[:, 1] = 0
    labels_family("multilabel absent macro", "multilabel", never, absent, never, absent, "macro", **kw)
    ignored = t.copy()
    ignored[rng.random((n, labels)) < 0.2] = -1
    each = [sk.precision_score(t[ignored[:, i] >= 0, i], hard[ignored[:, i] >= 0, i], zero_division=0) for i in range(labels)]
    case("multilabel ignored", "Precision", prob, ignored, np.array(each), task="multilabel", average="none", ignore_index=-1, **kw)
    each = [sk.roc_auc_score(t[ignored[:, i] >= 0, i], prob[ignored[:, i] >= 0, i]) for i in range(labels)]
    case("multilabel ignored auroc", "AUROC", prob, ignored, np.array(each), task="multilabel", average="none", ignore_index=-1, **kw)


def regression(rng):
    for tag, offset, scale in [("plain", 0, 1), ("far", 1e6, 1), ("small", 0, 1e-6)]:
        t = rng.normal(size=37) * scale + offset
        p = t + rng.normal(size=37) * 0.3 * scale
        case(f"mse {tag}", "MeanSquaredError", p, t, sk.mean_squared_error(t, p))
        case(f"rmse {tag}", "MeanSquaredError", p, t, sk.mean_squared_error(t, p, squared=False), squared=False)
        case(f"mae {tag}", "MeanAbsoluteError", p, t, sk.mean_absolute_error(t, p))
        case(f"r2 {tag}", "R2Score", p, t, sk.r2_score(t, p))
        n = len(t)
        case(f"r2 adjusted {tag}", "R2Score", p, t, 1 - (1 - sk.r2_score(t, p)) * (n - 1) / (n - 4), adjusted=3)
        case(f"pearson {tag}", "PearsonCorrCoef", p, t, stats.pearsonr(p, t)[0])
        case(f"spearman {tag}", "SpearmanCorrCoef", p, t, stats.spearmanr(p, t)[0])
    t, p = rng.normal(size=(29, 3)) + 2, rng.normal(size=(29, 3)) + 2
    case("mape", "MeanAbsolutePercentageError", p, t, sk.mean_absolute_percentage_error(t, p))
    zero = t.ravel().copy()
    zero[3] = 0
    case("mape zero", "MeanAbsolutePercentageError", p.ravel(), zero, np.mean(np.abs(p.ravel() - zero) / np.maximum(np.abs(zero), 1.17e-6)))
    case("mse columns", "MeanSquaredError", p, t, sk.mean_squared_error(t, p, multioutput="raw_values"), num_outputs=3)
    case("mae columns", "MeanAbsoluteError", p, t, sk.mean_absolute_error(t, p, multioutput="raw_values"), num_outputs=3)
    for multioutput in ["uniform_average", "variance_weighted", "raw_values"]:
        case(f"r2 {multioutput}", "R2Score", p, t, sk.r2_score(t, p, multioutput=multioutput), num_outputs=3, multioutput=multioutput)
        flat = t.copy()
        flat[:, 0] = 1.5
        hit = p.copy()
        hit[:, 0] = 1.5
        case(f"r2 constant missed {multioutput}", "R2Score", p, flat, sk.r2_score(flat, p, multioutput=multioutput), num_outputs=3, multioutput=multioutput)
        case(f"r2 constant met {multioutput}", "R2Score", hit, flat, sk.r2_score(flat, hit, multioutput=multioutput), num_outputs=3, multioutput=multioutput)
    case("pearson columns", "PearsonCorrCoef", p, t, np.array([stats.pearsonr(p[:, i], t[:, i])[0] for i in range(3)]), num_outputs=3)
    case("spearman columns", "SpearmanCorrCoef", p, t, np.array([stats.spearmanr(p[:, i], t[:, i])[0] for i in range(3)]), num_outputs=3)
    case("spearman ties", "SpearmanCorrCoef", np.round(p.ravel()), np.round(t.ravel()), stats.spearmanr(np.round(p.ravel()), np.round(t.ravel()))[0])
    for metric in ["PearsonCorrCoef", "SpearmanCorrCoef"]:
        case(f"{metric} constant", metric, np.full(8, 0.5), t.ravel()[:8], float("nan"))
    for metric in ["MeanSquaredError", "MeanAbsoluteError", "R2Score", "PearsonCorrCoef", "SpearmanCorrCoef"]:
        hole = t.ravel()[:9].copy()
        hole[4] = float("nan")
        case(f"{metric} nan", metric, p.ravel()[:9], hole, float("nan"))
    cosines = sk.pairwise.cosine_similarity(p, t).diagonal()
    zeros = p.copy()
    zeros[2] = 0
    for reduction, value in [("sum", cosines.sum()), ("mean", cosines.mean()), ("none", cosines)]:
        case(f"cosine {reduction}", "CosineSimilarity", p, t, value, reduction=reduction)
    case("cosine zero row", "CosineSimilarity", zeros, t, sk.pairwise.cosine_similarity(zeros, t).diagonal(), reduction="none")
    a, b = rng.random((11, 5)), rng.random((11, 5))
    a[3, 1] = 0
    rows = stats.entropy(a, b, axis=1)
    for reduction, value in [("sum", rows.sum()), ("mean", rows.mean()), ("none", rows)]:
        case(f"kl {reduction}", "KLDivergence", a, b, value, reduction=reduction)
    impossible = b.copy()
    impossible[0, 0] = 0
    case("kl impossible", "KLDivergence", a, impossible, stats.entropy(a, impossible, axis=1), reduction="none")
    la, lb = np.log(a[4:] / a[4:].sum(1, keepdims=True)), np.log(b[4:] / b[4:].sum(1, keepdims=True))
    case("kl logarithms", "KLDivergence", la, lb, stats.entropy(a[4:], b[4:], axis=1).mean(), log_prob=True)


def text(rng):
    logits, tokens = rng.normal(size=(6, 7, 9)), rng.integers(0, 9, (6, 7))
    prob = softmax(logits.reshape(-1, 9))
    case("perplexity", "Perplexity", logits, tokens, math.exp(sk.log_loss(tokens.ravel(), prob, labels=range(9))))
    padded = tokens.copy()
    padded[:, 5:] = -100
    keep = padded.ravel() >= 0
    case("perplexity ignored", "Perplexity", logits, padded, math.exp(sk.log_loss(padded.ravel()[keep], prob[keep], labels=range(9))), ignore_index=-100)


def images(rng):
    t = rng.random((3, 2, 24, 26))
    p = np.clip(t + rng.normal(size=t.shape) * 0.1, 0, 1)
    mse = ((p - t) ** 2).mean()
    case("psnr", "PeakSignalNoiseRatio", p, t, 10 * math.log10(1 / mse), data_range=1.0)
    case("psnr 255", "PeakSignalNoiseRatio", p * 255, t * 255, 10 * math.log10(255 ** 2 / ((p * 255 - t * 255) ** 2).mean()), data_range=255.0)
    for tag, window, arguments in [("gauss", gauss(11, 1.5), {}), ("uniform", np.full((7, 7), 1 / 49), dict(gaussian_kernel=False, kernel_size=7))]:
        values = np.array([ssim(p[i], t[i], window) for i in range(3)])
        case(f"ssim {tag}", "StructuralSimilarityIndexMeasure", p, t, values.mean(), data_range=1.0, **arguments)
        case(f"ssim {tag} none", "StructuralSimilarityIndexMeasure", p, t, values, data_range=1.0, reduction="none", **arguments)
    a, b = rng.normal(size=(50, 5)), rng.normal(size=(50, 5)) * 1.3 + 0.4
    root = linalg.sqrtm(np.cov(a, rowvar=False) @ np.cov(b, rowvar=False)).real
    fid = ((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(np.cov(a, rowvar=False) + np.cov(b, rowvar=False) - 2 * root)
    case("fid", "FrechetInceptionDistance", a, b, fid)


def gauss(size, sigma):
    x = np.arange(size) - (size - 1) / 2
    one = np.exp(-(x / sigma) ** 2 / 2)
    one /= one.sum()
    return np.outer(one, one)


def ssim(p, t, window):
    """Wang et al. 2004, over the windows that lie in the picture whole, mean over channels."""
    from numpy.lib.stride_tricks import sliding_window_view
    c1, c2 = 0.01 ** 2, 0.03 ** 2

    def blur(x):
        return (sliding_window_view(x, window.shape, axis=(1, 2)) * window).sum((-1, -2))
    mp, mt = blur(p), blur(t)
    vp, vt, cov = blur(p * p) - mp * mp, blur(t * t) - mt * mt, blur(p * t) - mp * mt
    return (((2 * mp * mt + c1) * (2 * cov + c2)) / ((mp ** 2 + mt ** 2 + c1) * (vp + vt + c2))).mean()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for seed, topic in enumerate([binary, multiclass, multilabel, regression, text, images]):
        topic(np.random.default_rng(seed + 1))
    assert len({c["name"] for c in CASES}) == len(CASES)
    strings(np.random.default_rng(7))
    pathlib.Path(__file__).with_name("texts.json").write_text(json.dumps(TEXTS, indent=1) + "\n")
    # Without a time stamp, so that the same cases are the same file.
    data = json.dumps(CASES, separators=(",", ":")).encode()
    pathlib.Path(__file__).with_name("metrics.json.gz").write_bytes(gzip.compress(data, mtime=0))
    print(len(CASES), "cases,", len(data), "bytes")
