"""Writes the pictures and reference values of the image file tests.

Run with Debian 12's Python (torch 1.13.1, torchvision 0.14.1, Pillow 9.4, libjpeg-turbo 2.1.5, libpng 1.6.39, libwebp 1.2.4):

    python3 tests/golden/vision-io/make.py

pictures/     small files in every variant that is read
decoded.tsv   file, read mode, EXIF applied, scale in eighths, channels, height, width, oracle, SHA-256 of the CHW bytes
shared.tsv    the same for the photographs of ../shared/data, where they are
encoded.tsv   picture of pictures/, format, quality or level, oracle, SHA-256 of the encoded file
grids.tsv     inputs and outputs of make_grid, save_image and the drawing functions: name, dtype, shape, offset and length in grids.bin

The oracle is torchvision where it reads a variant rightly. torchvision 0.14 does not read 16-bit PNG files, CMYK as RGB,
WebP, or JPEG with alpha, and returns torn pictures for an alpha channel that a palette or a low bit depth lacks; there it
is Pillow.
"""
import hashlib
import io
import os
import pathlib
import struct
import zlib

import numpy as np
import torch
import torchvision.io as tio
from PIL import Image, ImageOps
from torchvision.io import ImageReadMode as Mode
from torchvision.utils import draw_bounding_boxes, draw_segmentation_masks, make_grid

here = pathlib.Path(__file__).parent
pictures = here / "pictures"
pictures.mkdir(exist_ok=True)
for old in pictures.iterdir():
    old.unlink()


def scene(width, height):
    """A picture with smooth areas, edges and some noise, the same everywhere."""
    random = np.random.default_rng(7)
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    planes = [127 + 120 * np.sin(x / 9 + k) * np.cos(y / (7 + k)) for k in range(3)]
    rgb = np.stack(planes, 2) + random.normal(0, 6, (height, width, 3))
    rgb[(x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 4) ** 2] = (220, 40, 60)
    return Image.fromarray(rgb.clip(0, 255).astype(np.uint8))


def encoded(image, kind, **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def raw_png(width, height, depth, colour, rows, extra=b"", interlace=0):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def adam7(array, colour):
    """An interlaced PNG: seven passes, each a coarser grid of the same pixels."""
    height, width = array.shape[:2]
    rows = []
    for x0, y0, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):
        part = array[y0::dy, x0::dx]
        if part.shape[0] and part.shape[1]:
            rows += [line.tobytes() for line in part]
    return raw_png(width, height, 8, colour, rows, interlace=1)


def packed(values, depth):
    """Rows of small numbers, `depth` bits each, as bytes."""
    bits = ((values[..., None] >> np.arange(depth - 1, -1, -1)) & 1).reshape(values.shape[0], -1).astype(np.uint8)
    return [row.tobytes() for row in np.packbits(bits, axis=1)]


random = np.random.default_rng(11)
rgb = scene(61, 43)
gray = rgb.convert("L")
array = np.array(rgb)
alpha = Image.fromarray(random.integers(0, 256, (43, 61), dtype=np.uint8))
rgba = rgb.copy()
rgba.putalpha(alpha)
la = gray.copy()
la.putalpha(alpha)
palette = rgb.convert("P", palette=Image.ADAPTIVE, colors=60)
palette4 = rgb.convert("P", palette=Image.ADAPTIVE, colors=12)

files = {
    "rgb.png": encoded(rgb, "PNG"), "gray.png": encoded(gray, "PNG"), "gray_alpha.png": encoded(la, "PNG"),
    "rgb_alpha.png": encoded(rgba, "PNG"), "palette.png": encoded(palette, "PNG"), "palette4.png": encoded(palette4, "PNG"),
    "palette_trns.png": encoded(palette, "PNG", transparency=bytes(range(0, 240, 4))),
    "gray_trns.png": encoded(gray, "PNG", transparency=int(np.array(gray)[20, 30])),
    "rgb_trns.png": encoded(rgb, "PNG", transparency=tuple(int(v) for v in array[21, 30])),
    "bits1.png": encoded(rgb.convert("1"), "PNG"),
    "bits2.png": raw_png(61, 43, 2, 0, packed(random.integers(0, 4, (43, 61)), 2)),
    "bits4.png": raw_png(61, 43, 4, 0, packed(random.integers(0, 16, (43, 61)), 4)),
    "rgb16.png": raw_png(61, 43, 16, 2, [r.tobytes() for r in random.integers(0, 65536, (43, 61 * 3)).astype(">u2")]),
    "rgb_alpha16.png": raw_png(61, 43, 16, 6, [r.tobytes() for r in random.integers(0, 65536, (43, 61 * 4)).astype(">u2")]),
    "interlaced_rgb.png": adam7(array, 2), "interlaced_gray.png": adam7(np.array(gray), 0),
    "interlaced_alpha.png": adam7(np.array(rgba), 6), "interlaced_tiny.png": adam7(array[:1, :3], 2),
    "rgb420.jpg": encoded(rgb, "JPEG", quality=85, subsampling=2), "rgb422.jpg": encoded(rgb, "JPEG", subsampling=1),
    "rgb444.jpg": encoded(rgb, "JPEG", quality=95, subsampling=0), "gray.jpg": encoded(gray, "JPEG"),
    "progressive.jpg": encoded(rgb, "JPEG", progressive=True), "restarts.jpg": encoded(rgb, "JPEG", restart_marker_rows=1),
    "cmyk.jpg": encoded(rgb.convert("CMYK"), "JPEG", quality=90),
    "pixel.jpg": encoded(rgb.crop((0, 0, 1, 1)), "JPEG"), "large.jpg": encoded(scene(203, 150), "JPEG", quality=80),
    "lossy.webp": encoded(rgb, "WEBP"), "lossless.webp": encoded(rgb, "WEBP", lossless=True),
    "alpha.webp": encoded(rgba, "WEBP", lossless=True), "lossy_alpha.webp": encoded(rgba, "WEBP", quality=70),
}
# The same data read as YCCK: the colour transform of the Adobe marker decides.
ycck = bytearray(files["cmyk.jpg"])
ycck[ycck.index(b"Adobe") + 11] = 2
files["ycck.jpg"] = bytes(ycck)
for orientation in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = orientation
    files[f"exif{orientation}.jpg"] = encoded(rgb, "JPEG", exif=exif.tobytes())
exif[0x0112] = 6
files["exif6.png"] = encoded(rgb, "PNG", exif=exif)
files["exif6.webp"] = encoded(rgb, "WEBP", lossless=True, exif=exif.tobytes())
for name, data in files.items():
    (pictures / name).write_bytes(data)


def chw(image):
    pixels = np.array(image)
    return pixels[None] if pixels.ndim == 2 else pixels.transpose(2, 0, 1)


def tensor(data):
    return torch.frombuffer(bytearray(data), dtype=torch.uint8)


# What torchvision 0.14 reads wrongly or not at all in a mode with alpha.
lacks_alpha = {"palette.png", "palette4.png", "bits1.png", "bits2.png", "bits4.png", "gray_trns.png", "rgb_trns.png", "palette_trns.png"}


def reference(name, mode):
    with_alpha = mode in (Mode.GRAY_ALPHA, Mode.RGB_ALPHA)
    if not name.endswith(".webp") and "16" not in name and not (with_alpha and name in lacks_alpha):
        try:
            return "torchvision", tio.decode_image(tensor(files[name]), mode).numpy()
        except RuntimeError:
            pass
    image = Image.open(io.BytesIO(files[name]))
    if mode == Mode.UNCHANGED:
        return "Pillow", chw(image)
    if mode == Mode.RGB:
        return "Pillow", chw(image.convert("RGB"))
    if mode == Mode.RGB_ALPHA:
        return "Pillow", chw(image.convert("RGB").convert("RGBA") if image.mode == "CMYK" else image.convert("RGBA"))
    if name.endswith(".png"):
        return None, None  # Pillow's grey of colours is not torchvision's
    colours = image.convert("RGB")
    grays = chw(colours.convert("L")) if name.endswith(".webp") or image.mode == "CMYK" else tio.decode_jpeg(tensor(files[name]), Mode.GRAY).numpy()
    if mode == Mode.GRAY:
        return "Pillow", grays
    opacity = chw(image.convert("RGBA"))[3:] if image.mode != "CMYK" else np.full(grays.shape, 255, np.uint8)
    return "Pillow", np.concatenate([grays, opacity])


def digest(data):
    return hashlib.sha256(np.ascontiguousarray(data).tobytes() if isinstance(data, np.ndarray) else data).hexdigest()


with open(here / "decoded.tsv", "w") as out:
    def line(name, mode, exif, scale, oracle, pixels):
        print(name, mode.name, exif, scale, *pixels.shape, oracle, digest(pixels), sep="\t", file=out)

    for name in files:
        for mode in Mode:
            oracle, pixels = reference(name, mode)
            if pixels is not None:
                line(name, mode, 0, 8, oracle, pixels)
        if name.startswith("exif"):
            line(name, Mode.RGB, 1, 8, "Pillow", chw(ImageOps.exif_transpose(Image.open(io.BytesIO(files[name]))).convert("RGB")))
    for scale in (1, 2, 4):
        for name, mode in (("large.jpg", "RGB"), ("large.jpg", "L")):
            image = Image.open(io.BytesIO(files[name]))
            image.draft(mode, (203 * scale // 8, 150 * scale // 8))
            line(name, Mode.RGB if mode == "RGB" else Mode.GRAY, 0, scale, "Pillow", chw(image))

shared = pathlib.Path(os.environ.get("TORCHLIGHT_TEST_DATA") or here.parents[2].parent / "shared" / "data")
if shared.is_dir():
    with open(here / "shared.tsv", "w") as out:
        for path in sorted([*shared.glob("photos/*.*g"), *shared.glob("flowers/*/*.jpg")]):
            pixels = tio.decode_image(tensor(path.read_bytes()), Mode.RGB).numpy()
            print(path.relative_to(shared), *pixels.shape, digest(pixels), sep="\t", file=out)

with open(here / "encoded.tsv", "w") as out:
    for name in ("rgb.png", "gray.png"):
        pixels = torch.from_numpy(chw(Image.open(io.BytesIO(files[name]))).copy())
        for quality in (1, 10, 50, 75, 90, 100):
            print(name, "jpeg", quality, "torchvision", digest(tio.encode_jpeg(pixels, quality).numpy()), sep="\t", file=out)
        for level in (0, 1, 6, 9):
            print(name, "png", level, "torchvision", digest(tio.encode_png(pixels, level).numpy()), sep="\t", file=out)

torch.manual_seed(3)
batch = torch.randn(7, 3, 9, 6)
cases = [
    ("defaults", batch, {}), ("nrow", batch, {"nrow": 3}), ("padding", batch, {"nrow": 4, "padding": 5, "pad_value": 0.25}),
    ("no_padding", batch, {"padding": 0}), ("normalize", batch, {"normalize": True}),
    ("scale_each", batch, {"normalize": True, "scale_each": True}), ("value_range", batch, {"normalize": True, "value_range": (-1.5, 0.5)}),
    ("gray", batch[:, :1], {"nrow": 2, "pad_value": 1.0}), ("single", batch[0], {"padding": 4}), ("single_gray", batch[0, :1], {}),
    ("matrix", batch[0, 0], {"normalize": True}), ("flat", torch.full((2, 3, 4, 4), 2.0), {"normalize": True}),
    ("bytes", (torch.rand(5, 3, 4, 7) * 255).to(torch.uint8), {"pad_value": 9}), ("one_of_many", batch[:1], {"padding": 3}),
    ("double", batch.double(), {"normalize": True, "scale_each": True}), ("two_channels", batch[:, :2], {}),
]
saved = {}
for name, images, options in cases:
    grid = make_grid(images, **options)
    saved[name + ".input"] = images.contiguous().clone()
    saved[name + ".grid"] = grid.contiguous().clone()
    if name not in ("two_channels", "bytes"):
        saved[name + ".saved"] = grid.mul(255).add_(0.5).clamp_(0, 255).to(torch.uint8).contiguous()
photo = torch.from_numpy(chw(scene(64, 48)).copy())
boxes = torch.tensor([[3, 4, 20, 30], [10, 10, 60.7, 40.2], [-5, -5, 8, 8], [50, 30, 90, 90], [30, 20, 33, 22]])
masks = torch.zeros(3, 48, 64, dtype=torch.bool)
masks[0, 5:20, 5:40], masks[1, 10:40, 30:50], masks[2, :, ::7] = True, True, True
tints = [(255, 0, 0), (0, 200, 10), (3, 4, 250), (120, 130, 140), (255, 255, 0)]
saved |= {
    "photo": photo, "boxes": boxes, "masks": masks.to(torch.uint8),
    "boxes.palette": draw_bounding_boxes(photo, boxes).contiguous(),
    "boxes.thick": draw_bounding_boxes(photo, boxes, colors=tints, width=4).contiguous(),
    "boxes.filled": draw_bounding_boxes(photo, boxes, colors=tints, fill=True, width=2).contiguous(),
    "boxes.gray": draw_bounding_boxes(photo[:1], boxes[:2], colors=(9, 8, 7)).contiguous(),
    "masks.palette": draw_segmentation_masks(photo, masks),
    "masks.colors": draw_segmentation_masks(photo, masks, alpha=0.35, colors=tints[:3]),
    "masks.single": draw_segmentation_masks(photo, masks[0], alpha=1.0, colors=[(1, 2, 3)]),
}

offset = 0
with open(here / "grids.tsv", "w") as index, open(here / "grids.bin", "wb") as values:
    for name, value in saved.items():
        data = value.numpy().tobytes()
        print(name, str(value.dtype)[6:], ",".join(map(str, value.shape)), offset, len(data), sep="\t", file=index)
        values.write(data)
        offset += len(data)
