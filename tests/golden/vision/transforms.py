"""Writes the oracle's outputs for torchvision.transforms.

    /usr/bin/python3 tests/golden/vision/transforms.py

Oracle: torch 1.13.1, torchvision 0.14.1 (tensor path only; no Pillow takes part), as Debian 12 packages them.
Writes transforms.json (index) and transforms.bin.gz (inputs and outputs, raw and little-endian).
A case compares as follows: no value is further away than `atol`, and at most the share `differ` of them differs at all.
"""
import gzip
import json
import os

import torch
import torchvision
from torchvision import transforms as T
from torchvision.transforms import functional as F
from torchvision.transforms.functional import InterpolationMode as M

HERE = os.path.dirname(os.path.abspath(__file__))


def picture(seed, *shape):
    """A smooth picture with edges and noise, in [0, 1]."""
    g = torch.Generator().manual_seed(seed)
    *lead, c, h, w = shape
    y = torch.linspace(0, 3, h).view(h, 1)
    x = torch.linspace(0, 4, w).view(1, w)
    base = torch.stack([0.5 + 0.4 * torch.sin(x * (k + 1) + y * (k + 0.5)) for k in range(c)])
    base[:, h // 3: h // 2, w // 4: w // 2] = 0.95
    base = base.expand(*lead, c, h, w) + 0.1 * torch.randn(*lead, c, h, w, generator=g)
    return base.clamp(0, 1)


def to_u8(x):
    return (x * 255).round().to(torch.uint8)


INPUTS = {
    "u8": to_u8(picture(1, 3, 37, 53)),
    "u8tall": to_u8(picture(2, 3, 41, 22)),
    "grey8": to_u8(picture(3, 1, 24, 31)),
    "batch8": to_u8(picture(4, 2, 3, 19, 23)),
    "f32": picture(5, 3, 29, 35),
    "f32grey": picture(6, 1, 18, 21),
    "batchf": picture(7, 2, 3, 17, 21),
    "dark8": (to_u8(picture(8, 3, 15, 17)) // 3 + 20),
}
# Values at which hue and saturation are undefined or switch branch.
INPUTS["u8"][:, :2, :] = 128
INPUTS["u8"][:, 2, :] = 0
INPUTS["u8"][:, 3, :] = 255
INPUTS["f32"][:, 0, :] = 0.25

EXACT = dict(atol=0.0, differ=0.0)
LEVEL = dict(atol=1.0, differ=0.01)        # integers computed in float: one level, rarely
FLOAT = dict(atol=2e-6, differ=1.0)
LOOSE = dict(atol=2e-5, differ=1.0)
SAMPLED8 = dict(atol=255.0, differ=0.005)  # nearest sampling: a coordinate may fall on the other side of a pixel's edge
SAMPLEDF = dict(atol=1.0, differ=0.005)

# The oracle solves for a projective map in single precision: nearest sampling shows it where a coordinate lies at a pixel's edge.
PROJECTED8 = dict(atol=255.0, differ=0.03)

CASES = []


def case(name, source, fn, tolerance=EXACT, seed=None):
    CASES.append((name, source, fn, tolerance, seed))


# Geometry without arithmetic
case("hflip", "u8", F.hflip)
case("hflip_batch", "batchf", F.hflip)
case("vflip", "u8tall", F.vflip)
case("crop_inside", "u8", lambda x: F.crop(x, 3, 5, 20, 31))
case("crop_outside", "u8", lambda x: F.crop(x, -4, 40, 30, 25))
case("crop_outside_all_sides", "f32", lambda x: F.crop(x, -2, -3, 40, 45))
case("center_crop_even_in_odd", "u8", lambda x: F.center_crop(x, [20, 30]))
case("center_crop_5_to_2", "f32", lambda x: F.center_crop(F.crop(x, 0, 0, 5, 5), [2, 2]))
case("center_crop_larger", "u8tall", lambda x: F.center_crop(x, [50, 30]))
case("center_crop_mixed", "u8", lambda x: F.center_crop(x, [24, 64]))
case("pad_one", "u8", lambda x: F.pad(x, 3))
case("pad_two_fill", "u8", lambda x: F.pad(x, [2, 5], fill=77))
case("pad_four", "f32", lambda x: F.pad(x, [1, 2, 3, 4], fill=0.5))
case("pad_edge", "u8", lambda x: F.pad(x, [4, 2, 1, 3], padding_mode="edge"))
case("pad_reflect", "u8", lambda x: F.pad(x, [4, 2, 1, 3], padding_mode="reflect"))
case("pad_symmetric", "u8", lambda x: F.pad(x, [4, 2, 1, 3], padding_mode="symmetric"))
case("pad_edge_float_batch", "batchf", lambda x: F.pad(x, [2, 1], padding_mode="edge"))
case("pad_negative", "u8", lambda x: F.pad(x, [-2, 3, -4, -1]))
case("five_crop", "u8", lambda x: torch.stack(F.five_crop(x, [16, 20])))
case("ten_crop", "u8", lambda x: torch.stack(F.ten_crop(x, [15, 21])))
case("ten_crop_vertical", "f32", lambda x: torch.stack(F.ten_crop(x, [11, 9], vertical_flip=True)))

# Resize
case("resize_short_side_aa", "u8", lambda x: F.resize(x, [20], antialias=True), LEVEL)
case("resize_pair_aa", "u8", lambda x: F.resize(x, [13, 29], antialias=True), LEVEL)
case("resize_up_aa", "u8", lambda x: F.resize(x, [61, 90], antialias=True), LEVEL)
case("resize_mixed_aa", "u8tall", lambda x: F.resize(x, [17, 45], antialias=True), LEVEL)
case("resize_no_aa", "u8", lambda x: F.resize(x, [13, 29], antialias=False), LEVEL)
case("resize_bicubic_aa", "u8", lambda x: F.resize(x, [19, 27], M.BICUBIC, antialias=True), LEVEL)
case("resize_bicubic_up_aa", "u8", lambda x: F.resize(x, [50, 80], M.BICUBIC, antialias=True), LEVEL)
case("resize_bicubic_no_aa", "u8", lambda x: F.resize(x, [19, 27], M.BICUBIC, antialias=False), LEVEL)
case("resize_nearest", "u8", lambda x: F.resize(x, [19, 70], M.NEAREST))
case("resize_nearest_float", "f32", lambda x: F.resize(x, [40, 13], M.NEAREST))
case("resize_nearest_exact", "u8", lambda x: torch.nn.functional.interpolate(
    x[None].float(), size=[19, 70], mode="nearest-exact")[0].round().to(torch.uint8))
case("resize_max_size", "u8", lambda x: F.resize(x, [30], max_size=35, antialias=True), LEVEL)
case("resize_max_size_tall", "u8tall", lambda x: F.resize(x, [20], max_size=33, antialias=True), LEVEL)
case("resize_float_aa", "f32", lambda x: F.resize(x, [12, 17], antialias=True), FLOAT)
case("resize_float_bicubic_aa", "f32", lambda x: F.resize(x, [12, 50], M.BICUBIC, antialias=True), FLOAT)
case("resize_float_no_aa", "f32", lambda x: F.resize(x, [12, 50], antialias=False), FLOAT)
case("resize_batch8_aa", "batch8", lambda x: F.resize(x, [11], antialias=True), LEVEL)
case("resize_grey8_aa", "grey8", lambda x: F.resize(x, [9, 12], antialias=True), LEVEL)
case("resize_same_size", "u8", lambda x: F.resize(x, [37, 53], antialias=True))
case("resize_to_one", "u8", lambda x: F.resize(x, [1, 1], antialias=True), LEVEL)
case("resized_crop_aa", "u8", lambda x: F.resize(F.crop(x, 4, 7, 22, 33), [16, 16], antialias=True), LEVEL)

# Colour
case("grayscale", "u8", F.rgb_to_grayscale)
case("grayscale_three", "u8", lambda x: F.rgb_to_grayscale(x, 3))
case("grayscale_float", "f32", F.rgb_to_grayscale, FLOAT)
for factor in (0.0, 0.6, 1.7):
    case(f"brightness_{factor}", "u8", lambda x, f=factor: F.adjust_brightness(x, f))
    case(f"contrast_{factor}", "u8", lambda x, f=factor: F.adjust_contrast(x, f), LEVEL)
    case(f"saturation_{factor}", "u8", lambda x, f=factor: F.adjust_saturation(x, f))
case("brightness_float", "f32", lambda x: F.adjust_brightness(x, 1.3), FLOAT)
case("contrast_float", "f32", lambda x: F.adjust_contrast(x, 0.4), FLOAT)
case("contrast_grey", "grey8", lambda x: F.adjust_contrast(x, 1.4), LEVEL)
case("contrast_batch", "batch8", lambda x: F.adjust_contrast(x, 1.4), LEVEL)
case("saturation_float", "f32", lambda x: F.adjust_saturation(x, 1.8), FLOAT)
case("saturation_grey", "grey8", lambda x: F.adjust_saturation(x, 1.8))
for factor in (-0.5, -0.2, 0.1, 0.37):
    case(f"hue_{factor}", "u8", lambda x, f=factor: F.adjust_hue(x, f), LEVEL)
case("hue_float", "f32", lambda x: F.adjust_hue(x, 0.3), LOOSE)
case("hue_batch", "batch8", lambda x: F.adjust_hue(x, 0.25), LEVEL)
case("hue_grey", "grey8", lambda x: F.adjust_hue(x, 0.25))
case("gamma", "u8", lambda x: F.adjust_gamma(x, 0.7, 1.1), LEVEL)
case("gamma_float", "f32", lambda x: F.adjust_gamma(x, 2.2), FLOAT)
case("sharpness_0", "u8", lambda x: F.adjust_sharpness(x, 0.0), LEVEL)
case("sharpness_2", "u8", lambda x: F.adjust_sharpness(x, 2.0), LEVEL)
case("sharpness_float", "f32", lambda x: F.adjust_sharpness(x, 1.6), FLOAT)
case("sharpness_tiny", "u8", lambda x: F.adjust_sharpness(x[:, :2, :], 1.6))
case("invert", "u8", F.invert)
case("invert_float", "f32", F.invert, FLOAT)
case("posterize_3", "u8", lambda x: F.posterize(x, 3))
case("posterize_8", "u8", lambda x: F.posterize(x, 8))
case("posterize_0", "u8", lambda x: F.posterize(x, 0))
case("solarize", "u8", lambda x: F.solarize(x, 100))
case("solarize_float", "f32", lambda x: F.solarize(x, 0.5), FLOAT)
case("autocontrast", "dark8", F.autocontrast, LEVEL)
case("autocontrast_flat", "u8", lambda x: F.autocontrast(x[:, :2, :]))
case("autocontrast_float", "f32", lambda x: F.autocontrast(x * 0.5 + 0.2), FLOAT)
case("equalize", "dark8", F.equalize)
case("equalize_batch", "batch8", F.equalize)
case("equalize_flat", "u8", lambda x: F.equalize(x[:, :2, :]))

# Types
case("to_float", "u8", lambda x: F.convert_image_dtype(x, torch.float32), FLOAT)
case("to_float64", "u8", lambda x: F.convert_image_dtype(x, torch.float64), FLOAT)
case("float_to_u8", "f32", lambda x: F.convert_image_dtype(x, torch.uint8))
case("float_to_i16", "f32", lambda x: F.convert_image_dtype(x, torch.int16))
case("u8_to_i16", "u8", lambda x: F.convert_image_dtype(x, torch.int16))
case("i16_to_u8", "u8", lambda x: F.convert_image_dtype(F.convert_image_dtype(x, torch.int16), torch.uint8))
case("normalize", "f32", lambda x: F.normalize(x, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]), FLOAT)
case("normalize_one_mean", "batchf", lambda x: F.normalize(x, [0.5], [0.25]), FLOAT)

# Filters
case("blur_3", "u8", lambda x: F.gaussian_blur(x, 3), LEVEL)
case("blur_5_7", "u8", lambda x: F.gaussian_blur(x, [5, 7], [1.2, 0.4]), LEVEL)
case("blur_float", "f32", lambda x: F.gaussian_blur(x, [7, 3], [2.0, 0.9]), FLOAT)
case("blur_batch", "batch8", lambda x: F.gaussian_blur(x, 5, 1.5), LEVEL)

# Affine family
case("rotate_nearest", "u8", lambda x: F.rotate(x, 27.0), SAMPLED8)
case("rotate_bilinear", "u8", lambda x: F.rotate(x, 27.0, M.BILINEAR), LEVEL)
case("rotate_bilinear_fill", "u8", lambda x: F.rotate(x, -40.0, M.BILINEAR, fill=[10, 20, 30]), LEVEL)
case("rotate_nearest_fill_one", "u8", lambda x: F.rotate(x, -40.0, fill=[99]), SAMPLED8)
case("rotate_expand", "u8", lambda x: F.rotate(x, 33.0, M.BILINEAR, expand=True), LEVEL)
case("rotate_expand_90", "u8tall", lambda x: F.rotate(x, 90.0, expand=True), SAMPLED8)
case("rotate_center", "f32", lambda x: F.rotate(x, 60.0, M.BILINEAR, center=[4, 9]), LOOSE)
case("rotate_batch", "batchf", lambda x: F.rotate(x, 12.0, M.BILINEAR), LOOSE)
case("affine_all", "u8", lambda x: F.affine(x, 15.0, [4, -3], 1.2, [5.0, -8.0], M.BILINEAR), LEVEL)
case("affine_nearest", "u8", lambda x: F.affine(x, -30.0, [-5, 6], 0.8, [12.0, 0.0]), SAMPLED8)
case("affine_fill", "f32", lambda x: F.affine(x, 20.0, [0, 0], 0.7, [0.0, 0.0], M.BILINEAR, fill=[0.5]), LOOSE)
case("affine_shear_one", "f32", lambda x: F.affine(x, 0.0, [2, 1], 1.0, 10.0, M.BILINEAR), LOOSE)
START = [[0, 0], [52, 0], [52, 36], [0, 36]]
END = [[5, 3], [48, 6], [45, 33], [2, 30]]
case("perspective", "u8", lambda x: F.perspective(x, START, END, M.BILINEAR), LEVEL)
case("perspective_nearest_fill", "u8", lambda x: F.perspective(x, START, END, M.NEAREST, fill=[1, 2, 3]), PROJECTED8)

# Erasing
case("erase", "f32", lambda x: F.erase(x, 3, 4, 10, 12, torch.tensor([0.1, 0.2, 0.3]).view(3, 1, 1)))

# Random transforms, by seed
for s in range(4):
    case(f"random_resized_crop_{s}", "u8", lambda x: F.resize(
        F.crop(x, *T.RandomResizedCrop.get_params(x, (0.08, 1.0), (3 / 4, 4 / 3))), [24, 24], antialias=True), LEVEL, s)
case("random_resized_crop_fallback", "u8", lambda x: F.resize(
    F.crop(x, *T.RandomResizedCrop.get_params(x[:, :4, :], (1.0, 1.0), (3 / 4, 4 / 3))), [12, 12], antialias=True), LEVEL, 1)
case("random_crop", "u8", T.RandomCrop((20, 24)), seed=3)
case("random_crop_padding", "u8", T.RandomCrop(33, padding=4), seed=4)
case("random_crop_if_needed", "u8tall", T.RandomCrop(45, pad_if_needed=True, fill=9), seed=5)
case("random_crop_reflect", "u8", T.RandomCrop((37, 53), padding=[3, 2], padding_mode="reflect"), seed=6)
for s in (0, 1):
    case(f"random_hflip_{s}", "u8", T.RandomHorizontalFlip(), seed=s)
    case(f"random_vflip_{s}", "u8", T.RandomVerticalFlip(), seed=s + 4)
    case(f"random_grayscale_{s}", "u8", T.RandomGrayscale(0.5), seed=s)
case("random_invert", "u8", T.RandomInvert(0.6), seed=0)
case("random_posterize", "u8", T.RandomPosterize(2, 0.6), seed=0)
case("random_solarize", "u8", T.RandomSolarize(90, 0.6), seed=0)
case("random_sharpness", "u8", T.RandomAdjustSharpness(1.9, 0.6), LEVEL, 0)
case("random_autocontrast", "dark8", T.RandomAutocontrast(0.6), LEVEL, 0)
case("random_equalize", "dark8", T.RandomEqualize(0.6), seed=0)
for s in range(3):
    case(f"color_jitter_{s}", "u8", T.ColorJitter(0.4, 0.5, 0.3, 0.2), dict(atol=4.0, differ=0.02), s)
case("color_jitter_some", "f32", T.ColorJitter(brightness=(0.7, 0.9), saturation=0.5), FLOAT, 7)
case("random_rotation", "u8", T.RandomRotation(40), SAMPLED8, 1)
case("random_rotation_bilinear", "u8", T.RandomRotation((10, 50), M.BILINEAR, expand=True, fill=5), LEVEL, 2)
case("random_affine", "u8", T.RandomAffine(30, (0.1, 0.2), (0.8, 1.2), 10), SAMPLED8, 3)
case("random_affine_xy", "f32", T.RandomAffine((5, 20), shear=(-5, 5, -9, 9), interpolation=M.BILINEAR), LOOSE, 4)
case("random_perspective", "u8", T.RandomPerspective(0.4, p=1.0), LEVEL, 5)
case("random_blur", "u8", T.GaussianBlur(5, (0.3, 1.9)), LEVEL, 6)
case("random_erasing_value", "f32", T.RandomErasing(p=1.0, value=0.7), seed=1)
case("random_erasing_random", "f32", T.RandomErasing(p=1.0, value="random"), FLOAT, 2)
case("random_erasing_channels", "f32", T.RandomErasing(p=0.9, scale=(0.1, 0.2), value=[0.1, 0.2, 0.3]), seed=3)
case("random_erasing_not", "f32", T.RandomErasing(p=0.5), seed=0)
case("random_apply_yes", "u8", T.RandomApply([T.RandomCrop(20), T.RandomVerticalFlip()], p=0.9), seed=1)
case("random_apply_no", "u8", T.RandomApply([T.RandomCrop(20)], p=0.1), seed=1)
case("compose_training", "u8", lambda x: T.Compose([
    T.RandomCrop(32, padding=2), T.RandomHorizontalFlip(), T.ColorJitter(0.2, 0.2, 0.2, 0.1),
    T.ConvertImageDtype(torch.float32), T.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    T.RandomErasing(p=1.0)])(x), dict(atol=0.02, differ=1.0), 11)
case("preset_imagenet", "u8", lambda x: T.Compose([
    T.Resize(28, antialias=True), T.CenterCrop(24), T.ConvertImageDtype(torch.float32),
    T.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])])(x), dict(atol=0.02, differ=1.0))


def main():
    blob = bytearray()

    def put(t):
        t = t.detach().contiguous()
        raw = t.numpy().tobytes()
        entry = {"dtype": str(t.dtype).removeprefix("torch."), "shape": list(t.shape), "offset": len(blob), "bytes": len(raw)}
        blob.extend(raw)
        return entry

    index = {
        "oracle": f"torch {torch.__version__}, torchvision {torchvision.__version__}",
        "inputs": {name: put(t) for name, t in INPUTS.items()},
        "cases": [],
    }
    names = set()
    for name, source, fn, tolerance, seed in CASES:
        assert name not in names, name
        names.add(name)
        if seed is not None:
            torch.manual_seed(seed)
        output = fn(INPUTS[source].clone())
        index["cases"].append({"name": name, "input": source, "seed": seed, **tolerance, "output": put(output)})
    with open(os.path.join(HERE, "transforms.json"), "w") as f:
        json.dump(index, f, indent=1)
        f.write("\n")
    with open(os.path.join(HERE, "transforms.bin.gz"), "wb") as f:
        f.write(gzip.compress(bytes(blob), 9, mtime=0))
    print(len(CASES), "cases,", len(blob), "bytes")


if __name__ == "__main__":
    main()
