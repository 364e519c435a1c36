"""Writes vectors.json, python.pt and shared.json: files of vectors and what torchtext.vocab.Vectors makes of them.

Run: /usr/bin/python3 tests/golden/text-vectors/write.py [../shared/data/vectors]
Oracle: torchtext 0.14.1 (pure Python part) on torch 1.13.1. Vectors are in base 64, float32, little-endian.
shared.json (checksums of what real files give) is written only if the folder of real files is named.
"""

import base64
import gzip
import hashlib
import json
import os
import pathlib
import random
import shutil
import sys
import tempfile
import zipfile

import torch

import oracle

torchtext = oracle.load()
import torchtext.vocab.vectors as module  # noqa: E402

module.tqdm = lambda rows, **_: rows
HERE = pathlib.Path(__file__).parent

NUMBERS = """0 -0 +0 1 -1 +1 0.0 -0.0 .5 5. -.5 +5. 007 1.50 0.1 0.2 0.3 3.14159265358979 -0.023167 0.0042483 1e5 1E5 1e+5 1e-5 -1.5e-3 1e0 1e22 1e23
1e-22 1e-23 1e38 3.4028234e38 3.4028235e38 3.4028236e38 3.5e38 1e39 1e308 1e309 1e400 -1e400 1e-45 1e-46 7e-46 7.1e-46 1.4e-45 1.1754943e-38
1.17549435e-38 1e-400 9007199254740991 9007199254740992 9007199254740993 9007199254740995 16777216 16777217 16777219 33554433 0.1000000014901161
1.00000017881393432617187499 1.00000017881393432617187500 1.00000017881393432617187501 1.000000178813934326171875 1.0000000596046448 1.00000005960464477539
0.000000000000000000000000000000000000000000001401298464324817 123456789012345678 1234567890123456789 12345678901234567890 0.1234567890123456789
0.12345678901234567890 100000000000000000000000 0.00000000000000000000001 1.7976931348623157e308 1.7976931348623159e308 2.2250738585072014e-308
4.9e-324 2e-324 1e00005 1e-00005 1e99999 1e-99999 1e123456789012345 1e-123456789012345 0e99999 0e-99999 000000000000000000000000000001
1000000000000000000000000000000e-30 0.000000000000000000000000000001e30 inf -inf +inf INF Infinity -infinity iNfInItY nan -nan NaN +NAN
1_0 1_000.5_0 1e1_0 _1 1_ 1__0 1_.5 1._5 1e_5 1_e5 . - + e5 .e5 1e 1e+ 1e- -. --1 +-1 0x10 1,5 1.2.3 1f 1d 1e5.5 infin nanx 1j ١ ½ ∞ 1e5e5 True None
8.5899346e9 0.30000001192092896 2.3509887e-38 5.877472e-39 65504.0 1.0000001 0.99999994 0.999999940395355224609375 0.99999997019767761230468750
0.9999999701976776123046874 0.9999999701976776123046876""".split()

DRAW = random.Random(7)
for _ in range(120):
    digits = "".join(DRAW.choices("0123456789", k=DRAW.randint(1, 25)))
    point = DRAW.randint(0, len(digits))
    exponent = DRAW.choice(["", "", "", f"e{DRAW.randint(-60, 45)}"])
    NUMBERS.append(DRAW.choice(["", "-"]) + digits[:point] + "." + digits[point:] + exponent)


def number(text):
    try:
        value = float(text.encode())
    except ValueError:
        return dict(text=text, bits=None)
    return dict(text=text, bits=base64.b64encode(torch.tensor([value]).numpy().tobytes()).decode())


def rows(count, dim, start=0):
    return b"".join(b"word%d" % i + b"".join(b" %d.%d" % (i, j) for j in range(dim)) + b"\n" for i in range(start, start + count))


FILES = [
    ("plain", b"the 0.1 0.2 0.3\nof -1 2e1 .5\n"),
    ("header", b"2 3\nthe 0.1 0.2 0.3\nof 1 2 3\n"),
    ("header of one word and one number twice", b"x 3\ny 4\nthe 0.1 0.2 0.3\nof 1 2 3\n"),
    ("row with one number in the middle", b"the 0.1 0.2 0.3\nodd 5\nof 1 2 3\nodd 6\n"),
    ("white space at the ends of rows", b"the 0.1 0.2 0.3 \nof 1 2 3\t\nto 1 2 3 \t \x0b\x0c\r\nin 4 5 6\r\n"),
    ("windows line ends", b"2 3\r\nthe 0.1 0.2 0.3\r\nof 1 2 3\r\n"),
    ("no line end at the end", b"the 0.1 0.2 0.3\nof 1 2 3"),
    ("one row", b"the 0.1 0.2 0.3"),
    ("one row of five", b"the 1 2 3 4 5\n"),
    ("three hundred numbers", rows(3, 300)),
    ("no-break spaces belong to tokens", "a\u00a0b 1 2 3\n\u00a0 4 5 6\nc\u2003d 7 8 9\n".encode()),
    ("separators of lines belong to tokens", "a\u2028b 1 2 3\nc\u0085 4 5 6\nd\x1ce 7 8 9\n".encode()),
    ("tab and carriage return inside tokens", b"a\tb 1 2 3\nc\rd 4 5 6\n"),
    ("zero character in a token", b"a\x00b 1 2 3\n"),
    ("byte order mark", b"\xef\xbb\xbfthe 1 2 3\nof 4 5 6\n"),
    ("characters of all planes", "日本語 1 2 3\n😀 4 5 6\n\U0010ffff 7 8 9\n\ue000 1 1 1\n".encode()),
    ("duplicates", b"a 1 2 3\nb 4 5 6\na 7 8 9\nb 0 0 1\na 1 1 1\n"),
    ("empty token", b" 1 2 3\na 4 5 6\n"),
    ("token of a number", b"1 1 2 3\n2.5 4 5 6\n"),
    ("undecodable token", b"a 1 2 3\ncaf\xe9 4 5 6\nb 7 8 9\n"),
    ("undecodable first token", b"\xff\xfe 1 2 3\nb 7 8 9\n"),
    ("only undecodable tokens", b"\xff 1 2 3\n\xfe 7 8 9\n"),
    ("overlong, surrogate and too large", b"\xc0\xaf 1 2 3\n\xed\xa0\x80 1 2 3\n\xf4\x90\x80\x80 1 2 3\n\xe2\x82 1 2 3\nok 1 2 3\n"),
    ("undecodable token with wrong numbers", b"a 1 2 3\n\xe9 x y z\nb 7 8 9\n"),
    ("undecodable token with too few numbers", b"a 1 2 3\n\xe9 1 2\nb 7 8 9\n"),
    ("max_vectors", rows(5, 3), 2),
    ("max_vectors beyond the rows", rows(5, 3), 50),
    ("max_vectors of all rows", rows(5, 3), 5),
    ("max_vectors 0 is all", rows(5, 3), 0),
    ("max_vectors counts loaded rows", b"a 1 2 3\nodd 1\n\xff 1 2 3\nb 4 5 6\nc 7 8 9\n", 2),
    ("max_vectors stops before a ragged row", b"a 1 2 3\nb 4 5 6\nc 7 8\n", 2),
    ("max_vectors stops before a wrong number", b"a 1 2 3\nb 4 5 6\nc 7 8 x\n", 2),
    ("max_vectors stops at the ragged row", b"a 1 2 3\nb 4 5 6\nc 7 8\n", 3),
    ("ragged, too few", b"a 1 2 3\nb 4 5\n"),
    ("ragged, too many", b"a 1 2 3\nb 4 5 6 7\n"),
    ("two numbers before three", b"a 1 2\nb 4 5 6\n"),
    ("two numbers only", b"a 1 2\nb 4 5\n"),
    ("one number only", b"a 1\nb 4\n"),
    ("tokens only", b"a\nb\n"),
    ("blank line in the middle", b"a 1 2 3\n\nb 4 5 6\n"),
    ("blank line at the end", b"a 1 2 3\nb 4 5 6\n\n"),
    ("blank line at the beginning", b"\na 1 2 3\nb 4 5 6\n"),
    ("line of spaces", b"a 1 2 3\n   \nb 4 5 6\n"),
    ("two spaces", b"a 1 2 3\nb  4 5\n"),
    ("two spaces make a number too many", b"a 1 2 3\nb  4 5 6\n"),
    ("tab between numbers", b"a 1 2 3\nb 4\t5 6\n"),
    ("tabs around numbers", b"a 1 2 3\nb \t4 5\t \x0b6\n"),
    ("wrong number", b"a 1 2 3\nb 4 five 6\n"),
    ("wrong number first", b"a x 2 3\n"),
    ("empty file", b""),
    ("only line ends", b"\n\n"),
    ("words without vectors", b"this is a text of words\nand another line of words\n"),
    ("bytes that are no text", bytes(range(256))),
    ("zeros", bytes(1000)),
    ("special numbers", b"a nan inf -inf\nb 1e400 -1e-400 -0\nc 1_0 1_000.5 1e1_0\nd NaN Infinity +1\n"),
    ("long token", b"x" * 5000 + b" 1 2 3\n"),
    ("long number", b"a 0." + b"1" * 3000 + b" 2 3\n"),
]
for count in range(60):
    lines = []
    for _ in range(DRAW.randint(1, 8)):
        token = DRAW.choice([b"a", b"b", b"Word", b"", b"\xff", "ü".encode(), b"x\ty", b"7"])
        numbers = [DRAW.choice([b"1", b"0.25", b"-3e2", b"1e-3", b"7.", b"inf"]) for _ in range(DRAW.choice([3, 3, 3, 3, 3, 3, 3, 1, 2, 4]))]
        if DRAW.random() < 0.05:
            numbers[0] = DRAW.choice([b"", b"x", b"1_", b"\t2", b"2\r"])
        lines.append(token + b" " + b" ".join(numbers) + DRAW.choice([b"\n", b"\n", b"\n", b" \n", b"\r\n"]))
        if DRAW.random() < 0.03:
            lines.append(b"\n")
    FILES.append((f"drawn {count}", b"".join(lines), DRAW.choice([None, None, 1, 3, 20])))


def table(vectors):
    return dict(
        itos=vectors.itos,
        stoi=vectors.stoi,
        shape=list(vectors.vectors.shape),
        vectors=base64.b64encode(vectors.vectors.numpy().tobytes()).decode(),
        dim=vectors.dim,
    )


def case(name, data, max_vectors=None, compress=False):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "v.txt.gz" if compress else "v.txt")
        pathlib.Path(path).write_bytes(gzip.compress(data) if compress else data)
        result = dict(name=name, data=base64.b64encode(data).decode(), max_vectors=max_vectors, gz=compress)
        try:
            vectors = module.Vectors(path, cache=folder, max_vectors=max_vectors)
        except Exception as error:
            return dict(result, error=f"{type(error).__name__}: {error}"[:200])
        return dict(result, kept=sorted(set(os.listdir(folder)) - {os.path.basename(path)}), **table(vectors))


def ones(vector):
    return vector.fill_(1)


def drawn(vector):
    return torch.nn.init.normal_(vector)


LOOKUPS = [
    dict(tokens=["the", "The", "none"], lower_case_backup=False),
    dict(tokens=["the", "The", "none"], lower_case_backup=True),
    dict(tokens=["THE", "ÄRGER", "İ", "ΣΑΣ", "Chip"], lower_case_backup=True),
    dict(tokens="the", lower_case_backup=False),
    dict(tokens="THE", lower_case_backup=True),
    dict(tokens="none", lower_case_backup=False),
    dict(tokens=["none"], lower_case_backup=False),
    dict(tokens=["none", "the", "none", "the"], lower_case_backup=False, unk="ones"),
    dict(tokens=["none", "the", "no", "none"], lower_case_backup=False, unk="drawn"),
    dict(tokens=["None", "THE", "no"], lower_case_backup=True, unk="drawn"),
]
LOOKUP_FILE = "the 1 2 3\nThe 4 5 6\närger 7 8 9\ni\u0307 1 1 1\nσας 2 2 2\nchip 3 3 3\nCHIP 5 5 5\n".encode()
GRAMS = (
    "2gram-#BEGIN#a 0.1 0.2 0.3\n2gram-ab 1 2 3\n2gram-b#END# 0.7 0.11 0.13\n3gram-#BEGIN#ab 5 5 5\n4gram-#BEGIN#ab#END# 9 9 9\n"
    "2gram-😀#END# 1 0 1\n2gram-#BEGIN#ü 2 2 2\n<unk> 8 8 8\n"
).encode()
GRAM_TOKENS = ["ab", "a", "b", "abab", "", "<unk>", "zzz", "x😀", "ü", "AB", "#BEGIN#a"]


def lookups():
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "v.txt")
        pathlib.Path(path).write_bytes(LOOKUP_FILE)
        for entry in LOOKUPS:
            torch.manual_seed(11)
            vectors = module.Vectors(path, cache=folder, unk_init=dict(ones=ones, drawn=drawn).get(entry.get("unk")))
            result = vectors.get_vecs_by_tokens(entry["tokens"], entry["lower_case_backup"])
            found.append(dict(entry, shape=list(result.shape), result=base64.b64encode(result.contiguous().numpy().tobytes()).decode()))
        pathlib.Path(folder, "charNgram.txt").write_bytes(GRAMS)
        grams = []
        for token in GRAM_TOKENS:
            vectors = module.CharNGram(cache=folder)
            one = vectors[token]
            many = vectors.get_vecs_by_tokens([token, "ab"], lower_case_backup=True)
            grams.append(
                dict(
                    token=token,
                    shape=list(one.shape),
                    result=base64.b64encode(one.numpy().tobytes()).decode(),
                    many_shape=list(many.shape),
                    many=base64.b64encode(many.numpy().tobytes()).decode(),
                )
            )
    return dict(
        file=base64.b64encode(LOOKUP_FILE).decode(), cases=found, grams_file=base64.b64encode(GRAMS).decode(), grams=grams
    )


def shared(source):
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name in os.listdir(source):
            path = os.path.join(source, name)
            zipfile.ZipFile(path).extractall(folder) if name.endswith(".zip") else shutil.copy(path, folder)
        for name in sorted(os.listdir(folder)):
            for limit in (None, 3):
                vectors = module.Vectors(os.path.join(folder, name), cache=folder, max_vectors=limit)
                tokens = "\n".join(vectors.itos).encode()
                found.append(
                    dict(
                        name=name,
                        max_vectors=limit,
                        shape=list(vectors.vectors.shape),
                        vectors=hashlib.sha256(vectors.vectors.numpy().tobytes()).hexdigest(),
                        tokens=hashlib.sha256(tokens).hexdigest(),
                    )
                )
    return found


def main():
    cases = [case(*entry) for entry in FILES]
    cases += [case("compressed", rows(4, 3), None, True), case("compressed with a header", b"4 3\n" + rows(4, 3), 2, True)]
    result = dict(oracle=f"torchtext {torchtext.__version__}, torch {torch.__version__}")
    parts = [f'"oracle": {json.dumps(result["oracle"])}', f'"lookups": {json.dumps(lookups())}']
    parts += [f'"numbers": [\n{",".join(json.dumps(number(text)) for text in NUMBERS)}\n]']
    parts += ['"cases": [\n' + ",\n".join(json.dumps(entry) for entry in cases) + "\n]"]
    (HERE / "vectors.json").write_text("{" + ",\n".join(parts) + "}\n")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "v.txt")
        pathlib.Path(path).write_bytes(LOOKUP_FILE)
        module.Vectors(path, cache=folder)
        shutil.copy(path + ".pt", HERE / "python.pt")
    if len(sys.argv) > 1:
        lines = ",\n".join(json.dumps(entry) for entry in shared(sys.argv[1]))
        (HERE / "shared.json").write_text(f"[\n{lines}\n]\n")


main()
