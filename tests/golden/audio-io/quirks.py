"""WAV files with unusual headers, byte by byte; make.py writes them and asks the oracle what they hold."""
import struct

SAMPLES = struct.pack("<8h", *range(1000, 9000, 1000))
GUID = bytes.fromhex("000000001000800000aa00389b71")


def wav(data, tag=1, channels=1, rate=8000, bits=16, stated=None, riff=None, align=None, tail=b"", before=b"", between=b"", behind=b"", magic=b"RIFF"):
    align = channels * bits // 8 if align is None else align
    form = struct.pack("<HHIIHH", tag, channels, rate, rate * align, align, bits) + tail
    body = b"WAVE" + before + b"fmt " + struct.pack("<I", len(form)) + form + between
    body += b"data" + struct.pack("<I", len(data) if stated is None else stated) + data + behind
    return magic + struct.pack("<I", len(body) if riff is None else riff) + body


def extension(valid, mask, code, length=22):
    return struct.pack("<HHIH", length, valid, mask, code) + GUID


def files():
    """Name to content and the backend that is the oracle."""
    unknown = 0xFFFFFFFF
    long_sizes = b"ds64" + struct.pack("<IQQQI", 28, 100, len(SAMPLES), 8, 0)
    return {
        "quirk_length_unknown.wav": (wav(SAMPLES, stated=unknown, riff=unknown), "sox_io"),
        "quirk_length_too_long.wav": (wav(SAMPLES, stated=1000), "sox_io"),
        "quirk_length_too_short.wav": (wav(SAMPLES, stated=8), "sox_io"),
        "quirk_length_odd.wav": (wav(SAMPLES + b"\x01", stated=17), "sox_io"),
        "quirk_length_cut_in_sample.wav": (wav(SAMPLES + b"\x01", stated=18), "sox_io"),
        "quirk_riff_length_zero.wav": (wav(SAMPLES, riff=0), "sox_io"),
        "quirk_no_frames.wav": (wav(b""), "sox_io"),
        "quirk_length_zero_then_bytes.wav": (wav(SAMPLES, stated=0), "sox_io"),
        "quirk_chunks.wav": (wav(SAMPLES, before=b"LIST\x05\0\0\0INFOx\0", between=b"junk\x03\0\0\0abc\0"), "sox_io"),
        "quirk_chunk_behind.wav": (wav(SAMPLES, behind=b"LIST\x04\0\0\0INFO"), "sox_io"),
        "quirk_align_zero.wav": (wav(SAMPLES, align=0), "sox_io"),
        "quirk_align_wrong.wav": (wav(SAMPLES, align=3), "sox_io"),
        "quirk_12_bits.wav": (wav(SAMPLES, bits=12, align=2), "soundfile"),
        "quirk_20_bits.wav": (wav(b"\x10\x02\x03" * 8, bits=20, align=3), "soundfile"),
        "quirk_24_bits_padded.wav": (wav(b"\0\1\2\3" * 8, bits=24, align=4), "sox_io"),
        "quirk_extensible_16.wav": (wav(SAMPLES, tag=0xFFFE, tail=extension(16, 4, 1)), "sox_io"),
        "quirk_extensible_20_in_24.wav": (wav(b"\x10\2\3" * 8, tag=0xFFFE, bits=24, tail=extension(20, 4, 1)), "sox_io"),
        "quirk_extensible_24_in_32.wav": (wav(b"\0\1\2\3" * 8, tag=0xFFFE, bits=32, tail=extension(24, 4, 1)), "soundfile"),
        "quirk_extensible_float.wav": (wav(struct.pack("<3f", 0.25, -0.5, 1.5), tag=0xFFFE, bits=32, tail=extension(32, 4, 3)), "soundfile"),
        "quirk_extensible_ulaw.wav": (wav(bytes(range(256)), tag=0xFFFE, bits=8, tail=extension(8, 4, 7)), "sox_io"),
        "quirk_ulaw_all.wav": (wav(bytes(range(256)), tag=7, bits=8), "sox_io"),
        "quirk_alaw_all.wav": (wav(bytes(range(256)), tag=6, bits=8), "sox_io"),
        "quirk_float_beyond.wav": (wav(struct.pack("<5f", 0.1, 1.5, -2, float("inf"), float("nan")), tag=3, bits=32), "soundfile"),
        "quirk_rf64.wav": (wav(SAMPLES, before=long_sizes, stated=unknown, riff=unknown, magic=b"RF64"), "sox_io"),
        "quirk_bw64.wav": (wav(SAMPLES, before=long_sizes, stated=unknown, riff=unknown, magic=b"BW64"), "sox_io"),
    }
