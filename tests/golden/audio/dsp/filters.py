"""Writes the oracle's filtered sounds (see recorder.py).

    /usr/bin/python3 tests/golden/audio/dsp/filters.py

The oracle sums in the waveform's type, the port always in double precision: single-precision cases of filters whose poles lie close to
the unit circle differ by the oracle's own rounding (LOW). The double-precision cases beside them hold the port to nine digits.
"""
import torch
from torchaudio import functional as F

from recorder import Recorder, sound

generator = torch.Generator().manual_seed(31)
stable = torch.tensor([[1.0, -0.4, 0.2, 0.05], [2.0, 0.3, -0.5, 0.1], [0.5, 0.1, 0.1, -0.05]])
record = Recorder("filters", {
    "mono": sound(32, 300),
    "stereo": sound(33, 2, 250),
    "three": sound(34, 2, 3, 120),
    "double": sound(35, 2, 150, dtype=torch.float64),
    "double3": sound(36, 2, 3, 60, dtype=torch.float64),
    "brief": sound(37, 1, 2),
    "a": stable[0].clone(), "b": torch.tensor([0.3, 0.2, -0.1, 0.4]),
    "aa": stable, "bb": torch.rand(3, 4, generator=generator) - 0.5,
    "a64": stable[0].double(), "b64": torch.tensor([0.3, 0.2, -0.1, 0.4]).double(),
    "aa64": stable.double(), "bb64": (torch.rand(3, 4, generator=generator) - 0.5).double(),
    "a_long": torch.cat([torch.ones(1), (torch.rand(14, generator=generator) - 0.5) * 0.1]),
    "b_long": torch.rand(15, generator=generator) - 0.5,
    "a_one": torch.tensor([2.0]), "b_one": torch.tensor([0.5]),
    "a_two": torch.tensor([1.0, -0.9]), "b_two": torch.tensor([0.1, 0.05]),
    "frequency": torch.tensor(900.0, dtype=torch.float64), "quality": torch.tensor(0.9, dtype=torch.float64),
    "gain": torch.tensor(4.0, dtype=torch.float64),
})
case = record.case
EXACT = {"rtol": 1e-9, "atol": 1e-10, "grad_rtol": 1e-8, "grad_atol": 1e-9}
LOW = {"rtol": 0, "atol": 2e-4, "grad_rtol": 0, "grad_atol": 5e-4}
ALL = "first a b"

case("lfilter", "mono a b", F.lfilter, ALL)
case("lfilter_unclamped", "mono a b", lambda x, a, b: F.lfilter(x * 4, a, b, clamp=False), ALL)
case("lfilter_clamped", "mono a b", lambda x, a, b: F.lfilter(x * 4, a, b), ALL)
case("lfilter_batch", "three a b", F.lfilter, ALL)
case("lfilter_double", "double a64 b64", F.lfilter, "first a64 b64", **EXACT)
case("lfilter_bank", "three aa bb", F.lfilter, "first aa bb")
case("lfilter_bank_double", "double3 aa64 bb64", lambda x, a, b: F.lfilter(x, a, b, clamp=False), "first aa64 bb64", **EXACT)
case("lfilter_bank_each", "stereo aa bb", lambda x, a, b: F.lfilter(x, a, b, batching=False), "first aa bb")
case("lfilter_bank_each_mono", "mono aa bb", lambda x, a, b: F.lfilter(x, a, b, batching=False))
case("lfilter_long", "stereo a_long b_long", F.lfilter, "first a_long b_long")
case("lfilter_one_tap", "stereo a_one b_one", F.lfilter, "first a_one b_one")
case("lfilter_two_taps", "stereo a_two b_two", F.lfilter, "first a_two b_two")
case("lfilter_shorter_than_taps", "brief a b", F.lfilter, ALL)
case("lfilter_only_coefficients", "mono a b", F.lfilter, "a b")
case("lfilter_only_sound", "stereo a b", F.lfilter, "first")
case("filtfilt", "stereo a b", F.filtfilt, ALL)
case("filtfilt_unclamped", "stereo a b", lambda x, a, b: F.filtfilt(x * 3, a, b, clamp=False), ALL)
case("filtfilt_bank_double", "double3 aa64 bb64", F.filtfilt, "first aa64 bb64", **EXACT)
case("biquad", "stereo", lambda x: F.biquad(x, 0.4, 0.2, 0.9, 1.0, 0.2, 0.6), "first")

BIQUADS = {
    "lowpass": lambda x: F.lowpass_biquad(x, 8000, 1000.0),
    "highpass": lambda x: F.highpass_biquad(x, 8000, 500.0, 1.2),
    "allpass": lambda x: F.allpass_biquad(x, 8000, 1500.0),
    "bandpass": lambda x: F.bandpass_biquad(x, 8000, 1200.0),
    "bandpass_skirt": lambda x: F.bandpass_biquad(x, 8000, 1200.0, 2.0, const_skirt_gain=True),
    "bandreject": lambda x: F.bandreject_biquad(x, 8000, 1200.0),
    "band": lambda x: F.band_biquad(x, 8000, 1200.0),
    "band_noise": lambda x: F.band_biquad(x, 8000, 1200.0, 1.5, noise=True),
    "equalizer": lambda x: F.equalizer_biquad(x, 8000, 1000.0, 6.0),
    "treble": lambda x: F.treble_biquad(x, 16000, -6.0),
    "bass": lambda x: F.bass_biquad(x, 16000, 6.0),
    "deemph_44100": lambda x: F.deemph_biquad(x, 44100),
    "deemph_48000": lambda x: F.deemph_biquad(x, 48000),
    "riaa_44100": lambda x: F.riaa_biquad(x, 44100),
    "riaa_48000": lambda x: F.riaa_biquad(x, 48000),
    "riaa_88200": lambda x: F.riaa_biquad(x, 88200),
    "riaa_96000": lambda x: F.riaa_biquad(x, 96000),
}
for name, function in BIQUADS.items():
    low = name in ("bass", "treble") or name.startswith(("riaa", "deemph"))
    case(name, "mono", function, "first", **(LOW if low else {"atol": 1e-5, "grad_atol": 1e-4}))
    case(f"{name}_double", "double", function, **EXACT)
case("lowpass_settings", "double frequency quality", lambda x, f, q: F.lowpass_biquad(x, 8000, f, q), "first frequency quality", **EXACT)
case("equalizer_settings", "double frequency gain quality", lambda x, f, g, q: F.equalizer_biquad(x, 8000, f, g, q), "first frequency gain quality", **EXACT)
case("bass_settings", "double gain", lambda x, g: F.bass_biquad(x, 8000, g), "first gain", **EXACT)

case("gain", "stereo", F.gain, "first")
case("gain_down", "stereo", lambda x: F.gain(x, -7.5))
case("gain_none", "stereo", lambda x: F.gain(x, 0.0))
case("contrast", "stereo", F.contrast, "first")
case("contrast_least", "stereo", lambda x: F.contrast(x, 0.0))
case("dcshift", "stereo", lambda x: F.dcshift(x, 0.4), "first")
case("dcshift_up_limited", "stereo", lambda x: F.dcshift(x * 1, 0.5, 0.05), "first")
case("dcshift_down_limited", "stereo", lambda x: F.dcshift(x * 1, -0.5, 0.1), "first")
case("overdrive", "mono", F.overdrive, atol=1e-5)
case("overdrive_much", "three", lambda x: F.overdrive(x, 45.0, 70.0), atol=1e-5)
case("overdrive_double", "double", F.overdrive, **EXACT)
case("phaser", "stereo", lambda x: F.phaser(x, 8000), "first", atol=1e-5)
case("phaser_triangular", "three", lambda x: F.phaser(x, 16000, gain_in=0.6, gain_out=0.9, delay_ms=1.0, decay=0.45, mod_speed=1.7, sinusoidal=False), atol=1e-5)
case("phaser_double", "double", lambda x: F.phaser(x, 4000, mod_speed=2.0), "first", **EXACT)
for name, arguments in {
    "flanger": {},
    "flanger_regen": {"delay": 4.0, "depth": 3.0, "regen": 40.0, "speed": 2.0},
    "flanger_negative_regen": {"regen": -30.0, "width": 40.0, "phase": 80.0},
    "flanger_triangular": {"modulation": "triangular", "speed": 3.0},
    "flanger_quadratic": {"interpolation": "quadratic", "regen": 20.0, "speed": 5.0},
}.items():
    case(name, "three" if name == "flanger" else "stereo", lambda x, arguments=arguments: F.flanger(x, 8000, **arguments), atol=1e-5)
for seed in range(3):
    for density in ("TPDF", "RPDF", "GPDF"):
        case(f"dither_{density}_{seed}", "stereo", lambda x, density=density: F.dither(x.clone(), density), seed=seed, atol=4e-5)
case("dither_shaped", "stereo", lambda x: F.dither(x, noise_shaping=True), seed=4, atol=4e-5)
case("dither_shaped_rpdf", "stereo", lambda x: F.dither(x, "RPDF", noise_shaping=True), seed=5, atol=4e-5)
record.write()
