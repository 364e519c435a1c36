"""Writes the oracle's spectrograms, mel scales and what is computed of them (see recorder.py).

    /usr/bin/python3 tests/golden/audio/dsp/spectra.py
"""
import torch
from torchaudio import functional as F
from torchaudio import transforms as T

from recorder import Recorder, sound

power = (torch.rand(2, 2, 33, 14, generator=torch.Generator().manual_seed(3)) * 8) ** 2
power[0, 0, :, 3] = 0
record = Recorder("spectra", {
    "mono": sound(1, 1000),
    "stereo": sound(2, 2, 900),
    "batch": sound(4, 3, 2, 700),
    "double": sound(5, 2, 640, dtype=torch.float64),
    "short": sound(6, 1, 120),
    "power": power,
    "power3": power[0].clone(),
    "power2": power[0, 1].clone(),
    "power64": power[1, :1, :, :6].double(),
    "decibels": torch.linspace(-80, 40, 60).reshape(2, 30),
})
case = record.case

# Spectrogram
case("spectrogram", "mono", T.Spectrogram(), "first")
case("spectrogram_stereo", "stereo", T.Spectrogram(n_fft=128), "first")
case("spectrogram_batch", "batch", T.Spectrogram(n_fft=100, hop_length=33))
case("spectrogram_double", "double", lambda x: T.Spectrogram(n_fft=64).double()(x), "first", grad_rtol=1e-9, grad_atol=1e-10, rtol=1e-10, atol=1e-12)
case("spectrogram_float_window_double_sound", "double", T.Spectrogram(n_fft=64))
case("spectrogram_magnitude", "stereo", T.Spectrogram(n_fft=96, power=1.0), "first")
case("spectrogram_power_3", "mono", T.Spectrogram(n_fft=96, power=3.0), "first")
case("spectrogram_power_half", "mono", T.Spectrogram(n_fft=96, power=0.5))
case("spectrogram_complex", "stereo", T.Spectrogram(n_fft=96, power=None), "first")
case("spectrogram_win_hop", "mono", T.Spectrogram(n_fft=256, win_length=200, hop_length=80))
case("spectrogram_odd_n_fft", "mono", T.Spectrogram(n_fft=101, win_length=55, hop_length=17))
case("spectrogram_pad", "short", T.Spectrogram(n_fft=64, pad=50), "first")
case("spectrogram_normalized", "mono", T.Spectrogram(n_fft=128, normalized=True), "first")
case("spectrogram_window", "mono", T.Spectrogram(n_fft=128, normalized="window"))
case("spectrogram_frame_length", "mono", T.Spectrogram(n_fft=128, normalized="frame_length"))
case("spectrogram_not_centred", "mono", T.Spectrogram(n_fft=128, center=False), "first")
case("spectrogram_constant", "mono", T.Spectrogram(n_fft=128, pad_mode="constant"))
case("spectrogram_replicate", "mono", T.Spectrogram(n_fft=128, pad_mode="replicate"), "first")
case("spectrogram_circular", "mono", T.Spectrogram(n_fft=128, pad_mode="circular"))
case("spectrogram_twosided", "stereo", T.Spectrogram(n_fft=64, onesided=False))
case("spectrogram_hamming", "mono", T.Spectrogram(n_fft=128, window_fn=torch.hamming_window))
case("spectrogram_functional", "stereo", lambda x: F.spectrogram(x, 10, torch.hann_window(50), 64, 16, 50, 2.0, False), "first")

# And back
def back(**settings):
    forward = T.Spectrogram(power=None, **settings)
    settings.pop("pad_mode", None)
    return forward, T.InverseSpectrogram(**settings)


for name, source, length, settings in [
    ("inverse", "stereo", None, {"n_fft": 128}),
    ("inverse_length", "stereo", 900, {"n_fft": 128}),
    ("inverse_longer", "mono", 1100, {"n_fft": 64}),
    ("inverse_normalized", "mono", 1000, {"n_fft": 128, "normalized": True}),
    ("inverse_frame_length", "mono", 1000, {"n_fft": 128, "normalized": "frame_length"}),
    ("inverse_pad", "mono", 1000, {"n_fft": 128, "pad": 20}),
    ("inverse_twosided", "mono", 1000, {"n_fft": 64, "onesided": False}),
    ("inverse_batch", "batch", 700, {"n_fft": 64, "hop_length": 16}),
]:
    forward, inverse = back(**settings)
    case(name, source, lambda x, forward=forward, inverse=inverse, length=length: inverse(forward(x), length), "first",
         rtol=1e-5, atol=1e-5)

# Mel scale
case("mel_scale", "power", T.MelScale(n_mels=8, n_stft=33), "first")
case("mel_scale_3d", "power3", T.MelScale(n_mels=8, n_stft=33, sample_rate=8000))
case("mel_scale_2d", "power2", T.MelScale(n_mels=8, n_stft=33, f_min=100.0, f_max=3000.0))
case("mel_scale_slaney", "power", T.MelScale(n_mels=8, n_stft=33, norm="slaney", mel_scale="slaney"), "first")
case("mel_scale_slaney_norm", "power2", T.MelScale(n_mels=8, n_stft=33, norm="slaney"))
case("mel_scale_slaney_scale", "power2", T.MelScale(n_mels=8, n_stft=33, mel_scale="slaney"))
for name, arguments in {
    "fbanks_defaults": (201, 0.0, 8000.0, 128, 16000),
    "fbanks_range": (129, 60.0, 7600.0, 40, 22050),
    "fbanks_odd_rate": (65, 0.0, 5512.0, 20, 11025),
    "fbanks_slaney": (201, 20.0, 8000.0, 40, 16000, "slaney", "slaney"),
    "fbanks_slaney_norm": (129, 0.0, 4000.0, 23, 8000, "slaney", "htk"),
    "fbanks_slaney_scale": (129, 0.0, 4000.0, 23, 8000, None, "slaney"),
}.items():
    case(name, "mono", lambda x, arguments=arguments: F.melscale_fbanks(*arguments))
case("linear_fbanks", "mono", lambda x: F.linear_fbanks(65, 0.0, 8000.0, 20, 16000))
case("linear_fbanks_range", "mono", lambda x: F.linear_fbanks(101, 300.0, 3400.0, 12, 8000))
case("mel_spectrogram", "mono", T.MelSpectrogram(), "first")
case("mel_spectrogram_8k", "batch", T.MelSpectrogram(sample_rate=8000, n_fft=128, n_mels=20), "first")
case("mel_spectrogram_range", "stereo", T.MelSpectrogram(n_fft=256, hop_length=100, f_min=80.0, f_max=7000.0, n_mels=16, norm="slaney", mel_scale="slaney"), "first")
case("mel_spectrogram_magnitude", "stereo", T.MelSpectrogram(n_fft=128, n_mels=16, power=1.0, pad=8, normalized=True))
case("mel_spectrogram_not_centred", "stereo", T.MelSpectrogram(n_fft=128, n_mels=16, center=False, pad_mode="constant"))
case("mel_spectrogram_double", "double", lambda x: T.MelSpectrogram(n_fft=64, n_mels=10).double()(x), "first", rtol=1e-9, atol=1e-10, grad_rtol=1e-9, grad_atol=1e-10)

# Decibels
case("to_db", "power", T.AmplitudeToDB(), "first")
case("to_db_magnitude", "power", T.AmplitudeToDB("magnitude"), "first")
case("to_db_top_4d", "power", T.AmplitudeToDB(top_db=30.0), "first")
case("to_db_top_3d", "power3", T.AmplitudeToDB(top_db=30.0), "first")
case("to_db_top_2d", "power2", T.AmplitudeToDB("magnitude", top_db=40.0))
case("to_db_top_zero", "power2", T.AmplitudeToDB(top_db=0.0))
case("to_db_double", "power64", T.AmplitudeToDB(top_db=25.0), "first", rtol=1e-12, atol=1e-13, grad_rtol=1e-10, grad_atol=1e-12)
case("to_db_functional", "power3", lambda x: F.amplitude_to_DB(x, 20.0, 1e-3, 0.5, 35.0), "first")
case("from_db_power", "decibels", lambda x: F.DB_to_amplitude(x, 1.0, 1.0), "first")
case("from_db_magnitude", "decibels", lambda x: F.DB_to_amplitude(x, 0.7, 0.5), "first")

for name, module in {
    "Spectrogram": T.Spectrogram(n_fft=128),
    "InverseSpectrogram": T.InverseSpectrogram(n_fft=128),
    "MelScale": T.MelScale(n_mels=20, n_stft=65),
    "MelSpectrogram": T.MelSpectrogram(n_fft=128, n_mels=20),
    "AmplitudeToDB": T.AmplitudeToDB(),
    "Resample": T.Resample(3, 2),
    "Resample_same": T.Resample(3, 3),
    "TimeMasking": T.TimeMasking(3),
    "MFCC": T.MFCC(n_mfcc=13, melkwargs={"n_fft": 128, "n_mels": 20}),
    "LFCC": T.LFCC(n_lfcc=13, n_filter=20, speckwargs={"n_fft": 128}),
    "GriffinLim": T.GriffinLim(n_fft=128),
    "TimeStretch": T.TimeStretch(n_freq=65),
    "InverseMelScale": T.InverseMelScale(65, 20),
    "SpectralCentroid": T.SpectralCentroid(8000, n_fft=128),
    "Vol": T.Vol(2.0),
    "Fade": T.Fade(3, 4),
    "MuLawEncoding": T.MuLawEncoding(),
    "ComputeDeltas": T.ComputeDeltas(),
    "SlidingWindowCmn": T.SlidingWindowCmn(),
    "Loudness": T.Loudness(8000),
}.items():
    record.state(name, module)

record.write()
