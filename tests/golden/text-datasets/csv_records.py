"""Writes csv_records.json: files of delimited records and what Python's csv.reader makes of them.

Run: /usr/bin/python3 tests/golden/text-datasets/csv_records.py
Oracle: csv of Python 3.11, on text opened with newline="" as its documentation asks for. Empty records are left out;
"unclosed" marks files whose last quote is never closed (the reader ends the field with the file, the port refuses them).
"""

import base64
import csv
import io
import json
import pathlib
import random

HAND = [
    ("plain", b"1,a\n2,b\n"),
    ("no newline at the end", b"1,a\n2,b"),
    ("windows line ends", b"1,a\r\n2,b\r\n"),
    ("old mac line ends", b"1,a\r2,b\r"),
    ("mixed line ends", b"1,a\r\n2,b\r3,c\n4,d"),
    ("blank lines", b"\n1,a\n\n\r\n2,b\n\n"),
    ("quoted", b'"1","a"\n"2","b"\n'),
    ("doubled quotes", b'1,"say ""hi"""\n2,""""\n3,""\n'),
    ("delimiter in quotes", b'1,"a,b"\n2,"c,,"\n'),
    ("line feed in quotes", b'1,"a\nb"\n2,c\n'),
    ("windows line end in quotes", b'1,"a\r\nb"\r\n2,c\r\n'),
    ("carriage return in quotes", b'1,"a\rb"\n2,c\n'),
    ("empty lines in quotes", b'1,"a\n\n\nb"\n2,"\n"\n'),
    ("quote inside a plain field", b'1,a"b"c\n2,5" disk\n'),
    ("text behind a closing quote", b'"1"x,"a"b"c"\n"2" ,"d" e\n'),
    ("space before a quote", b'1, "a"\n2, "b,c"\n'),
    ("empty fields", b",,\n,a,\n"),
    ("one empty field quoted", b'""\n"a"\n'),
    ("tabs", b"1\ta b\n2\tc,d\n", "\t"),
    ("tabs and quotes", b'1\t"a\tb"\n2\t"c"\n', "\t"),
    ("quotes are plain", b'1,"a\n2,b"c"\n', ",", None),
    ("another quote", b"1,'a,''b'''\n2,\"c\"\n", ",", "'"),
    ("utf-8", "1,ÄÖ\u00a0ü€\n2,\"日本\n語\"\n3,😀\n".encode()),
    ("utf-8 separators of lines are text", "1,a\u2028b\x0bc\x0cd\u0085e\n".encode()),
    ("latin-1", "1,café\x85\n2,\xa0\n".encode("latin-1"), ",", '"', "latin-1"),
    ("windows-1252 as latin-1", b"1,\x93quoted\x94\n", ",", '"', "latin-1"),
    ("zero characters", b"1,a\x00b\n"),
    ("long field", b'1,"' + b"ab\n" * 30000 + b'"\n2,x\n'),
    ("unclosed at once", b'"'),
    ("unclosed later", b'1,a\n2,"b\n3,c\n'),
    ("closed by doubling only", b'1,"a""\n'),
    ("empty file", b""),
    ("only line ends", b"\r\n\n\r"),
]


def case(name, data, delimiter=",", quote='"', encoding="utf-8"):
    settings = dict(delimiter=delimiter, quoting=csv.QUOTE_NONE if quote is None else csv.QUOTE_MINIMAL)
    if quote is not None:
        settings["quotechar"] = quote

    def read(**more):
        return [record for record in csv.reader(io.TextIOWrapper(io.BytesIO(data), encoding, newline=""), **settings, **more) if record]

    try:
        read(strict=True)
        unclosed = False
    except csv.Error as error:
        unclosed = "unexpected end of data" in str(error)
        if not unclosed and quote is not None:
            # Strict reading stops at text behind a closing quote, before the end of the file is seen: a file whose last
            # record changes when something is put behind it was not closed.
            probe = read()
            longer = data + b"\nEND\n"
            again = [r for r in csv.reader(io.TextIOWrapper(io.BytesIO(longer), encoding, newline=""), **settings) if r]
            unclosed = again[-1] != ["END"]
            assert unclosed or again[:-1] == probe, name
    records = read()
    return dict(
        name=name,
        data=base64.b64encode(data).decode(),
        delimiter=delimiter,
        quote=quote,
        encoding=encoding,
        unclosed=unclosed,
        records=records if sum(map(len, map("".join, records))) < 10000 else None,
        fields=[len(record) for record in records],
        characters=[sum(map(len, record)) for record in records],
    )


def main():
    draw = random.Random(3)
    cases = [case(*entry) for entry in HAND]
    for number in range(120):
        pieces = draw.choices([b"a", b"bc", b",", b'"', b'""', b"\n", b"\r\n", b"\r", b" ", "é".encode()], k=draw.randint(1, 24))
        cases.append(case(f"drawn {number}", b"".join(pieces)))
    here = pathlib.Path(__file__).parent
    lines = ",\n".join(json.dumps(entry) for entry in cases)
    (here / "csv_records.json").write_text(f'{{"oracle": "Python 3.11 csv", "cases": [\n{lines}\n]}}\n')


main()
