"""Writes the oracle's cepstral features, phases, stretched and shaped sounds (see recorder.py).

    /usr/bin/python3 tests/golden/audio/dsp/features.py
"""
import torch
from torchaudio import functional as F
from torchaudio import transforms as T

from recorder import Recorder, sound

generator = torch.Generator().manual_seed(41)
spectrum = torch.stft(sound(42, 2, 600), 64, 16, window=torch.hann_window(64), return_complex=True)
tone = torch.sin(torch.arange(4000) * (2 * torch.pi * 440 / 8000)) * 0.8 + sound(43, 4000) * 0.05
record = Recorder("features", {
    "mono": sound(44, 900),
    "stereo": sound(45, 2, 700),
    "batch": sound(46, 2, 2, 600),
    "double": sound(47, 1, 500, dtype=torch.float64),
    "codes": torch.randint(0, 256, (2, 40), generator=generator),
    "codes_float": torch.arange(64, dtype=torch.float32),
    "features": torch.randn(2, 5, 30, generator=generator),
    "features64": torch.randn(3, 12, generator=generator, dtype=torch.float64),
    "frames": torch.randn(2, 40, 6, generator=generator) + 1,
    "frames2": torch.randn(25, 4, generator=generator) + 1,
    "frames64": torch.randn(1, 20, 3, generator=generator, dtype=torch.float64) + 1,
    "spectrum": spectrum,
    "spectrum128": spectrum[:1, :, :12].to(torch.complex128),
    "magnitudes": spectrum.abs().pow(2),
    "tone": torch.stack([tone, tone.flip(0)]),
    "mels": torch.rand(1, 6, 5, generator=generator) * 3 + 0.5,
    "long": sound(49, 2, 1, 6000),
    "long64": sound(50, 5, 2000, dtype=torch.float64),
    "half": sound(48, 60).half(),
})
case = record.case
DB = {"atol": 2e-6, "grad_rtol": 1e-3, "grad_atol": 1e-4}  # a logarithm magnifies what is small

# Cepstra
small = {"n_fft": 128, "n_mels": 20}
case("mfcc", "stereo", T.MFCC(melkwargs={"n_mels": 40}), "first", **DB)
case("mfcc_few", "batch", T.MFCC(sample_rate=8000, n_mfcc=13, melkwargs=small), "first", **DB)
case("mfcc_log", "stereo", T.MFCC(sample_rate=8000, n_mfcc=13, log_mels=True, melkwargs=small), "first", **DB)
case("mfcc_no_norm", "stereo", T.MFCC(sample_rate=8000, n_mfcc=10, norm=None, melkwargs={**small, "hop_length": 50, "f_min": 50.0, "mel_scale": "slaney"}), **DB)
case("mfcc_double", "double", lambda x: T.MFCC(8000, 8, melkwargs={"n_fft": 64, "n_mels": 10}).double()(x), "first", rtol=1e-9, atol=1e-10, grad_rtol=1e-8, grad_atol=1e-9)
case("lfcc", "mono", T.LFCC(n_filter=40), "first", **DB)
case("lfcc_log", "stereo", T.LFCC(sample_rate=8000, n_filter=24, f_min=100.0, f_max=3500.0, n_lfcc=12, log_lf=True, speckwargs={"n_fft": 128, "hop_length": 40}), **DB)
case("dct", "mono", lambda x: F.create_dct(13, 40, "ortho"))
case("dct_no_norm", "mono", lambda x: F.create_dct(7, 23, None))

# Features over time
case("deltas", "features", T.ComputeDeltas(), "first")
case("deltas_wide", "features", T.ComputeDeltas(win_length=9), "first")
case("deltas_even", "features", T.ComputeDeltas(win_length=4))
case("deltas_constant", "features", T.ComputeDeltas(mode="constant"))
case("deltas_reflect_double", "features64", T.ComputeDeltas(win_length=7, mode="reflect"), "first", rtol=1e-10, atol=1e-12)
case("deltas_twice", "features", lambda x: F.compute_deltas(F.compute_deltas(x, 3), 3))
case("cmn", "frames", T.SlidingWindowCmn(10, 5), "first")
case("cmn_defaults", "frames2", T.SlidingWindowCmn(), "first")
case("cmn_centred", "frames", T.SlidingWindowCmn(9, 5, center=True), "first")
case("cmn_variance", "frames", T.SlidingWindowCmn(12, 8, norm_vars=True))
case("cmn_centred_variance_double", "frames64", T.SlidingWindowCmn(8, 4, center=True, norm_vars=True), rtol=1e-9, atol=1e-11)
case("cmn_one_frame", "frames2", lambda x: F.sliding_window_cmn(x, 1, 1, True, True))
case("centroid", "stereo", T.SpectralCentroid(8000, n_fft=128), "first")
case("centroid_pad", "mono", T.SpectralCentroid(16000, n_fft=200, hop_length=60, pad=20))

# Phases
case("vocoder_faster", "spectrum", lambda x: T.TimeStretch(16, 33)(x, 1.3), "first")
case("vocoder_slower", "spectrum", T.TimeStretch(16, 33, fixed_rate=0.8))
case("vocoder_same", "spectrum", T.TimeStretch(16, 33, fixed_rate=1.0))
case("vocoder_double", "spectrum128", lambda x: T.TimeStretch(16, 33, 2.1).double()(x), "first", rtol=1e-8, atol=1e-9, grad_rtol=1e-8, grad_atol=1e-9)
case("griffin_lim_fixed", "magnitudes", T.GriffinLim(64, 5, hop_length=16, rand_init=False))
case("griffin_lim_no_momentum", "magnitudes", T.GriffinLim(64, 3, hop_length=16, rand_init=False, momentum=0.0, length=600), "first")
case("griffin_lim_random", "magnitudes", T.GriffinLim(64, 3, hop_length=16), seed=1)
case("griffin_lim_power_1", "magnitudes", T.GriffinLim(64, 2, hop_length=16, power=1.0, momentum=0.5), seed=2)
case("inverse_mel", "mels", T.InverseMelScale(17, 6, 8000, max_iter=300), seed=3)
case("inverse_mel_slaney", "mels", T.InverseMelScale(17, 6, 8000, max_iter=50, norm="slaney", mel_scale="slaney"), seed=4)
case("pitch", "tone", lambda x: F.detect_pitch_frequency(x, 8000))
case("pitch_settings", "tone", lambda x: F.detect_pitch_frequency(x[0], 8000, frame_time=0.02, win_length=5, freq_low=100, freq_high=2000))

quiet = torch.tensor([1.0, 0.0001, 0.1]).repeat_interleave(2000)
case("loudness", "long", T.Loudness(4000), "first")
case("loudness_gated", "long", lambda x: F.loudness(x[0] * quiet, 4000))
case("loudness_five", "long64", lambda x: F.loudness(x, 4000), rtol=1e-7, atol=0)

# Samples
case("mu_law", "stereo", T.MuLawEncoding())
case("mu_law_few", "double", lambda x: F.mu_law_encoding(x, 16))
case("mu_law_back", "codes", T.MuLawDecoding())
case("mu_law_back_float", "codes_float", T.MuLawDecoding(64), "first")
case("vol", "stereo", T.Vol(2.5), "first")
case("vol_power", "stereo", T.Vol(1.7, "power"), "first")
case("vol_db", "stereo", T.Vol(-6.0, "db"))
case("gain_half", "half", lambda x: F.gain(x, -3.0), rtol=2e-3, atol=1e-3)
for shape in ("linear", "exponential", "logarithmic", "quarter_sine", "half_sine"):
    case(f"fade_{shape}", "stereo", T.Fade(200, 350, shape), "first")
case("fade_none", "stereo", T.Fade())
case("fade_overlapping_double", "double", T.Fade(400, 300, "half_sine"))
record.write()
