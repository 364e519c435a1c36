"""Writes what Python makes of the texts where no vocabulary is asked: lower case, white space, decompositions, basic_english, and BERT's words.

    /usr/bin/python3 tests/golden/text-tokens/words.py

Oracle: Python 3.11 with Unicode 14 (Debian 12), torchtext 0.14.1's own data/utils.py for basic_english, and for BERT the steps that torchtext
documents, written here over unicodedata. Writes words.json.gz and bert.txt; equality is exact.
"""

import gzip
import importlib.util
import json
import pathlib
import random
import unicodedata

from texts import LINES, TEXTS

HERE = pathlib.Path(__file__).parent
ALL = [code for code in range(0x110000) if not 0xD800 <= code < 0xE000]
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "", "##ing", "##ed", "un", "##able", "the", "mill", "##s", "extra", "##ordin", "##arily", "x"]


def ranges(codes):
    found = []
    for code in codes:
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def unicode_facts():
    # A capital sigma at the end tells what stands before it: with nothing else there, whether it is cased; behind a letter, whether it is passed over.
    cased = [c for c in ALL if (chr(c) + "Σ").lower()[-1] == "ς"]
    passed = {c for c in ALL if ("a" + chr(c) + "Σ").lower()[-1] == "ς"} - set(cased)
    return dict(
        unassigned=ranges(c for c in ALL if unicodedata.category(chr(c)) == "Cn"),
        space=[c for c in ALL if chr(c).isspace()], cased=ranges(cased), ignorable=ranges(sorted(passed)),
        lower={c: chr(c).lower() for c in ALL if chr(c).lower() != chr(c)},
        nfd={c: unicodedata.normalize("NFD", chr(c)) for c in ALL if unicodedata.normalize("NFD", chr(c)) != chr(c) and not 0xAC00 < c < 0xD7A3})


def marks():
    """Letters with marks in any order, in their canonical order."""
    draw = random.Random(7)
    combining = [chr(c) for c in ALL if unicodedata.combining(chr(c))]
    letters = [chr(c) for c in ALL if unicodedata.decomposition(chr(c)) and unicodedata.category(chr(c))[0] == "L"]
    for _ in range(200):
        text = "".join(draw.choice(letters) + "".join(draw.choices(combining, k=draw.randrange(6))) for _ in range(4)) + chr(draw.randrange(0xAC00, 0xD7A4))
        yield [text, unicodedata.normalize("NFD", text)]


def utils():
    spec = importlib.util.spec_from_file_location("utils", "/usr/lib/python3/dist-packages/torchtext/data/utils.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ideograph(code):
    return any(a <= code <= b for a, b in [
        (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)])


def bert_words(stretch, lower, strip, whole):
    if strip:
        stretch = unicodedata.normalize("NFD", stretch.split("\0")[0])
    text = ""
    for char in stretch:
        category = unicodedata.category(char)
        if char in "\t\n\r" or category == "Zs":
            text += " "
        elif char == "\ufffd" or char == "\u0d04" or category[0] == "C" or (strip and not whole and category == "Mn"):
            continue
        elif ideograph(ord(char)) or (not whole and (category[0] == "P" or (char.isascii() and not char.isalnum()))):
            text += f" {char} "
        else:
            text += char
    if lower and not whole:
        text = "".join(char.lower() for char in text)
    return [word for word in text.split(" ") if word]


def bert(text, vocabulary, lower, strip, never):
    tokens = []
    for stretch in text.strip().split(" "):
        for word in bert_words(stretch, lower, strip, stretch in never):
            pieces, start = [], 0
            while start < len(word) and len(word.encode()) <= 100:
                ends = [end for end in range(len(word), start, -1) if "##" * (start > 0) + word[start:end] in vocabulary]
                if not ends:
                    break
                pieces.append("##" * (start > 0) + word[start:ends[0]])
                start = ends[0]
            tokens += pieces if start == len(word) else ["[UNK]"]
    return [[token, vocabulary[token]] for token in tokens]


BERTS = dict(
    uncased=dict(lower=True, strip=True, never=[]), cased=dict(lower=False, strip=False, never=[]), stripped=dict(lower=False, strip=True, never=[]),
    kept=dict(lower=True, strip=True, never=["[MASK]", "[UNK]", "Über", "naïve", "U.S.A.", "don't"]))


def main():
    module = utils()
    words = sorted({word for line in LINES for s in (True, False) for word in bert_words(line, s, s, False) if len(word) < 9})
    letters = sorted({char for word in words for char in word})
    lines = [*PIECES, *words, *letters, *(f"##{letter}" for letter in letters), "U.S.A.", "don't", "the", ""]
    (HERE / "bert.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    # An empty line is the token of a line end; of equal lines the first counts, and numbers have no gaps.
    vocabulary = {token: i for i, token in enumerate(dict.fromkeys(line or "\n" for line in lines))}
    spread = ["".join(chr(random.Random(i).choice(ALL)) for i in range(k, k + 40)) for k in range(0, 2000, 40)]
    sigmas = ["".join(random.Random(i + k).choice("aΣΣ.'’:̈ʰ 9Aßiİ-\u00ad") for i in range(12)) for k in range(0, 2400, 12)]
    found = dict(
        oracle=f"Python with Unicode {unicodedata.unidata_version}, torchtext 0.14.1", unicode=unicode_facts(), marks=list(marks()),
        lower=[[text, text.lower()] for text in [*TEXTS, *sigmas]],
        basic_english=[[text, module.get_tokenizer("basic_english")(text)] for text in [*TEXTS, *sigmas]],
        split=[[text, module.get_tokenizer(None)(text)] for text in [*TEXTS, *spread]],
        bert=[dict(text=text, **{name: bert(text, vocabulary, **options) for name, options in BERTS.items()}) for text in TEXTS])
    (HERE / "words.json.gz").write_bytes(gzip.compress(json.dumps(found).encode(), 9, mtime=0))


main()
