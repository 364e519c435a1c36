"""Writes the sound files and reference values of the sound file tests.

Run with Debian 12's Python (torch 1.13.1, torchaudio 0.13.1 with its backends sox_io and soundfile, soundfile 0.12.1 on libsndfile 1.2.0;
packages python3-torchaudio, python3-soundfile, libsox-fmt-base):

    python3 tests/golden/audio-io/make.py

files/        small sound files, written by soundfile, or byte by byte here (quirks.py)
cases.json    loads: what torchaudio.load gives for a file and arguments; infos: what torchaudio.info says; saves: what torchaudio.save stores for
              a signal and arguments, as integers or floating-point numbers; each with the backend that is the oracle
values.bin.gz the numbers, raw, little-endian

The oracle is sox_io, except: floating-point WAV files, which sox_io clips and rounds to 32-bit integers on the way (soundfile keeps the values);
32-bit WAV files, whose halves of the last float32 bit sox_io rounds up (soundfile rounds to even, as every conversion to float32 does);
MP3, whose leading silence sox_io counts and libsndfile leaves out; and what sox_io does not know.
"""
import gzip
import json
import math
import os
import shutil
import warnings

import numpy
import soundfile
import torch
import torchaudio
from torchaudio.backend import soundfile_backend, sox_io_backend

import quirks

warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
FILES = os.path.join(HERE, "files")
BACKENDS = {"sox_io": sox_io_backend, "soundfile": soundfile_backend}
RATE = 8000
values = bytearray()


def put(tensor):
    """Appends a tensor's numbers and says where they are."""
    array = tensor.contiguous().numpy()
    entry = {"dtype": str(tensor.dtype)[6:], "shape": list(tensor.shape), "offset": len(values), "bytes": array.nbytes}
    values.extend(array.tobytes())
    return entry


def signal(frames, channels, seed):
    """Tones and noise, up to full scale in both directions."""
    draws = numpy.random.default_rng(seed)
    time = numpy.arange(frames)[:, None] / RATE
    tones = 0.5 * numpy.sin(2 * math.pi * (200 + 170 * numpy.arange(channels)) * time)
    sound = tones + draws.uniform(-0.5, 0.5, (frames, channels))
    sound[frames // 2], sound[frames // 3] = 1, -1
    return sound


def oracle(name, subtype):
    if subtype in ("FLOAT", "DOUBLE", "PCM_32", "IMA_ADPCM") or name.endswith(".mp3") or name.split(".")[-1] in ("aiff", "au", "caf", "w64", "ogg", "opus"):
        return "soundfile"
    return "sox_io"


def write_files():
    """Every format with the encodings that matter."""
    plan = []
    for subtype in ("PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE", "ULAW", "ALAW"):
        plan += [(f"wav_{subtype.lower()}_{channels}.wav", "WAV", subtype, channels) for channels in (1, 2)]
    plan += [("wav_pcm_16_6.wav", "WAV", "PCM_16", 6), ("wavex_pcm_24_3.wav", "WAVEX", "PCM_24", 3), ("rf64.wav", "RF64", "PCM_16", 2)]
    for subtype in ("PCM_S8", "PCM_16", "PCM_24"):
        plan += [(f"flac_{subtype.lower()}_{channels}.flac", "FLAC", subtype, channels) for channels in (1, 2)]
    plan += [("flac_5.flac", "FLAC", "PCM_16", 5)]
    plan += [(f"{kind}.aiff".replace("aiff.", ""), "AIFF", subtype, 2) for kind, subtype in
             (("aiff_8", "PCM_S8"), ("aiff_16", "PCM_16"), ("aiff_24", "PCM_24"), ("aiff_float", "FLOAT"))]
    plan += [("au_16.au", "AU", "PCM_16", 1), ("au_ulaw.au", "AU", "ULAW", 2), ("caf_24.caf", "CAF", "PCM_24", 2), ("w64_16.w64", "W64", "PCM_16", 2)]
    plan += [("sphere_16.sph", "NIST", "PCM_16", 1), ("ogg_1.ogg", "OGG", "VORBIS", 1), ("ogg_2.ogg", "OGG", "VORBIS", 2)]
    plan += [("opus_1.opus", "OGG", "OPUS", 1), ("mp3_1.mp3", "MP3", "MPEG_LAYER_III", 1), ("mp3_2.mp3", "MP3", "MPEG_LAYER_III", 2)]
    plan += [("wav_ima.wav", "WAV", "IMA_ADPCM", 1)]
    for seed, (name, kind, subtype, channels) in enumerate(plan):
        frames = 2000 if subtype in ("VORBIS", "OPUS", "MPEG_LAYER_III") else 150
        soundfile.write(os.path.join(FILES, name), signal(frames, channels, seed), RATE, subtype=subtype, format=kind)
    return [(name, oracle(name, subtype)) for name, _, subtype, _ in plan]


def load_cases(files):
    """Each file whole, its raw values where it is WAV, and parts of it in both orders."""
    cases = []
    for name, backend in files:
        path = os.path.join(FILES, name)
        wav = name.endswith(".wav")
        parts = [{}, {"frame_offset": 37, "num_frames": 60, "channels_first": False}, {"frame_offset": 100, "num_frames": 5000}]
        parts += [{"frame_offset": 9999}] if name in ("wav_pcm_16_2.wav", "flac_pcm_16_2.flac") else []
        parts += [{"normalize": False}, {"normalize": False, "frame_offset": 3, "num_frames": 7}] if wav else []
        for arguments in parts:
            by = backend
            if arguments.get("normalize") is False and by == "soundfile" and not any(part in name for part in ("float", "double", "pcm_32")):
                continue
            try:
                sound, rate = BACKENDS[by].load(path, **arguments)
            except Exception as error:
                print("left out:", name, by, arguments, str(error).splitlines()[0][:90])
                continue
            cases.append({"file": name, "oracle": by, "arguments": arguments, "rate": rate, "sound": put(sound)})
    return cases


def info_cases(files):
    cases = []
    for name, backend in files:
        about = BACKENDS[backend].info(os.path.join(FILES, name))
        cases.append({"file": name, "oracle": backend, "rate": about.sample_rate, "frames": about.num_frames, "channels": about.num_channels,
                      "bits": about.bits_per_sample, "encoding": about.encoding})
    return cases


def quirk_cases():
    """Files with odd headers: what sox_io or soundfile make of them."""
    loads = []
    for name, (content, backend) in quirks.files().items():
        path = os.path.join(FILES, name)
        with open(path, "wb") as file:
            file.write(content)
        for arguments in ({}, {"normalize": False}):
            if backend == "soundfile" and arguments:
                continue
            sound, rate = BACKENDS[backend].load(path, **arguments)
            loads.append({"file": name, "oracle": backend, "arguments": arguments, "rate": rate, "sound": put(sound)})
    return loads


def sources():
    """Signals to save: halves of the last bit, full scale and beyond, and whole ranges of integers."""
    half = 0.5 / 32768
    hard = [0.1, -0.5, 0.99999, 1.0, 1.5, -1.0, -2.0, half, 3 * half, -half, -3 * half, -half * 1.00001, 0.0, 1e-9, -1e-9, 2 ** -31, 0.999999999]
    ramp = torch.linspace(-1, 1, 301, dtype=torch.float64)
    exact = torch.cat([torch.tensor(hard, dtype=torch.float64), ramp])
    real = torch.stack([exact, exact.flip(0)])
    codes = torch.arange(-32768, 32768, 127)
    return {
        "float32": real.float(),
        "int16": torch.stack([codes, codes.flip(0)]).short(),
        "int32": torch.stack([codes * 65536 + 40000, codes * 65536 + 127]).clamp(-2 ** 31, 2 ** 31 - 1).int(),
        "uint8": torch.arange(256).reshape(2, 128).byte(),
    }


def save_cases():
    """What is stored for a signal: as integers of the file's bits, or as numbers."""
    wanted = [({}, "sox_io")]
    wanted += [({"encoding": encoding, "bits_per_sample": bits}, "sox_io") for encoding, bits in (
        ("PCM_S", None), ("PCM_S", 16), ("PCM_S", 24), ("PCM_S", 32), ("PCM_U", None), ("PCM_U", 8), ("ULAW", None), ("ALAW", None),
        (None, 8), (None, 16), (None, 24), (None, 32))]
    cases = []
    for name, source in sources().items():
        entry = put(source)
        for arguments, backend in wanted + [({"encoding": "PCM_F", "bits_per_sample": bits}, "soundfile") for bits in (None, 32, 64)]:
            if name != "float32" and arguments.get("encoding") == "PCM_F":
                continue
            by = "soundfile" if name == "float32" and not arguments else backend
            cases.append(save_case("wav", name, entry, source, arguments, by))
        for bits in (8, 16, 24, None):
            cases.append(save_case("flac", name, entry, source, {"bits_per_sample": bits}, "sox_io"))
        for ending in ("w64", "aiff"):
            if name == "int16":
                cases.append({**save_case("wav", name, entry, source, {}, "sox_io"), "ending": ending})
    return cases


def save_case(ending, name, entry, source, arguments, backend):
    path = os.path.join("/tmp", f"torchlight_save.{ending}")
    BACKENDS[backend].save(path, source, RATE, **arguments)
    about = soundfile.info(path)
    integers = about.subtype.startswith("PCM")
    stored, _ = soundfile.read(path, dtype="int32" if integers else "float64", always_2d=True)
    if integers:
        stored = stored >> {"PCM_U8": 24, "PCM_S8": 24, "PCM_16": 16, "PCM_24": 8, "PCM_32": 0}[about.subtype]
    os.remove(path)
    return {"source": name, "signal": entry, "ending": ending, "oracle": backend, "arguments": arguments, "subtype": about.subtype,
            "stored": put(torch.from_numpy(stored.copy()))}


def main():
    shutil.rmtree(FILES, ignore_errors=True)
    os.makedirs(FILES)
    torch.manual_seed(0)
    files = write_files()
    index = {"torchaudio": torchaudio.__version__, "soundfile": soundfile.__libsndfile_version__, "infos": info_cases(files)}
    index["loads"] = load_cases(files) + quirk_cases()
    index["saves"] = save_cases()
    with open(os.path.join(HERE, "cases.json"), "w") as file:
        lines = [f'  "{key}": {json.dumps(index[key])}' for key in ("torchaudio", "soundfile")]
        lines += [f'  "{key}": [\n' + ",\n".join("    " + json.dumps(case) for case in index[key]) + "\n  ]" for key in ("infos", "loads", "saves")]
        file.write("{\n" + ",\n".join(lines) + "\n}\n")
    with gzip.GzipFile(os.path.join(HERE, "values.bin.gz"), "wb", compresslevel=9, mtime=0) as file:
        file.write(bytes(values))
    print({key: len(index[key]) for key in ("infos", "loads", "saves")}, len(values))


if __name__ == "__main__":
    main()
