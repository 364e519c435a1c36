"""Writes archives.json: archives of many makes, and what torchtext.utils.extract_archive makes of them.

Run: /usr/bin/python3 tests/golden/hub/archives.py
Oracle: torchtext 0.14.1's extract_archive over Python 3.11's tarfile and zipfile. "refused" marks archives that the port
refuses although (or because) the oracle writes outside the folder or makes links.
"""

import base64
import gzip
import io
import json
import os
import pathlib
import sys
import tarfile
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "text-vectors"))
import oracle  # noqa: E402

oracle.load()
from torchtext.utils import extract_archive  # noqa: E402

LONG = "long/" + "/".join(["folder" * 8] * 4) + "/" + "name" * 20 + ".txt"
PLAIN = [("a.txt", b"one"), ("sub/b.txt", b"two\n" * 100), ("sub/deep/er/c.bin", bytes(range(256)) * 5), ("empty.txt", b"")]
NAMES = PLAIN + [("ünï/日本語/😀.txt", b"names"), ("with space/a b.txt", b"space"), ("./dot/./d.txt", b"dots"), ("dots..in/..name/x..txt", b"more")]


def tar(entries, format=tarfile.GNU_FORMAT, mode="w:gz", change=lambda info: None):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode, format=format) as out:
        for name, content in entries:
            info = tarfile.TarInfo(name)
            info.mtime = 0
            if content is None:
                info.type = tarfile.DIRTYPE
                out.addfile(info)
                continue
            info.size = len(content)
            change(info)
            out.addfile(info, io.BytesIO(content) if info.isreg() else None)
    return data.getvalue()


def zip_(entries, method=zipfile.ZIP_DEFLATED, zip64=False, streamed=False):
    class Unseekable(io.RawIOBase):
        def __init__(self):
            self.data = bytearray()

        def writable(self):
            return True

        def write(self, piece):
            self.data += piece
            return len(piece)

    data = Unseekable() if streamed else io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as out:
        for name, content in entries:
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = method
            with out.open(info, "w", force_zip64=zip64) as entry:
                entry.write(content or b"")
    return bytes(data.data) if streamed else data.getvalue()


def link(kind, target):
    def change(info):
        if info.name == "link":
            info.type, info.linkname, info.size = kind, target, 0

    return change


ACCEPTED = [
    ("gnu.tar.gz", tar(NAMES + [(LONG, b"long")])),
    ("pax.tgz", tar(NAMES + [(LONG, b"long")], tarfile.PAX_FORMAT)),
    ("ustar.tar.gz", tar(PLAIN, tarfile.USTAR_FORMAT)),
    ("folders.tar.gz", tar([("d", None), ("d/e", None), ("d/e/x.txt", b"x"), ("void", None)])),
    ("folder behind.tar.gz", tar([("d/x.txt", b"x"), ("d", None)])),
    ("twice.tar.gz", tar([("x.txt", b"first"), ("x.txt", b"second")])),
    ("deflated.zip", zip_(NAMES + [(LONG, b"long")])),
    ("stored.zip", zip_(NAMES, zipfile.ZIP_STORED)),
    ("sixtyfour.zip", zip_(PLAIN, zip64=True)),
    ("streamed.zip", zip_(PLAIN, streamed=True)),
    ("folders.zip", zip_([("d/", None), ("d/x.txt", b"x"), ("void/", None)])),
    ("comment.zip", zip_(PLAIN)[:-2] + b"\x05\x00hello"),
    ("single.txt.gz", gzip.compress(b"text\n" * 1000, mtime=0)),
    ("members.txt.gz", gzip.compress(b"one,", mtime=0) + gzip.compress(b"two", mtime=0)),
    ("empty.txt.gz", gzip.compress(b"", mtime=0)),
]
REFUSED = [
    ("upwards.tar.gz", tar([("ok.txt", b"ok"), ("../out.txt", b"out")])),
    ("upwards inside.tar.gz", tar([("a/../../out.txt", b"out")])),
    ("upwards in windows.zip", zip_([("a\\..\\..\\out.txt", b"out")])),
    ("absolute.tar.gz", tar([("/tmp/torchlight-out.txt", b"out")])),
    ("drive.zip", zip_([("C:/out.txt", b"out")])),
    ("upwards.zip", zip_([("ok.txt", b"ok"), ("../out.txt", b"out")])),
    ("symbolic link.tar.gz", tar([("link", b""), ("link/out.txt", b"out")], change=link(tarfile.SYMTYPE, "/tmp"))),
    ("hard link.tar.gz", tar([("link", b"")], change=link(tarfile.LNKTYPE, "/etc/passwd"))),
    ("device.tar.gz", tar([("link", b"")], change=link(tarfile.CHRTYPE, ""))),
    ("pipe.tar.gz", tar([("link", b"")], change=link(tarfile.FIFOTYPE, ""))),
]


def symbolic_zip():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as out:
        info = zipfile.ZipInfo("link", (2020, 1, 1, 0, 0, 0))
        info.create_system, info.external_attr = 3, 0o120777 << 16
        out.writestr(info, "/etc")
    return data.getvalue()


REFUSED.append(("symbolic link.zip", symbolic_zip()))


def case(name, data):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        pathlib.Path(path).write_bytes(data)
        files = extract_archive(path, folder)
        os.remove(path)
        tree = {}
        for place, folders, names in os.walk(folder):
            for found in folders + names:
                full = os.path.join(place, found)
                content = None if os.path.isdir(full) else base64.b64encode(pathlib.Path(full).read_bytes()).decode()
                tree[os.path.relpath(full, folder)] = content
        return dict(
            name=name,
            data=base64.b64encode(data).decode(),
            files=[os.path.normpath(os.path.relpath(file, folder)) for file in files],
            tree=tree,
        )


def main():
    cases = [case(*entry) for entry in ACCEPTED]
    refused = [dict(name=name, data=base64.b64encode(data).decode()) for name, data in REFUSED]
    lines = ",\n".join(json.dumps(entry) for entry in cases)
    refusals = ",\n".join(json.dumps(entry) for entry in refused)
    here = pathlib.Path(__file__).parent
    (here / "archives.json").write_text(f'{{"oracle": "torchtext 0.14.1", "cases": [\n{lines}\n],\n"refused": [\n{refusals}\n]}}\n')


main()
