"""Writes the oracle's resampled sounds (see recorder.py).

    /usr/bin/python3 tests/golden/audio/dsp/resampling.py
"""
import torch
from torchaudio import functional as F
from torchaudio import transforms as T

from recorder import Recorder, sound

record = Recorder("resampling", {
    "mono": sound(11, 500),
    "stereo": sound(12, 2, 441),
    "batch": sound(13, 2, 3, 160),
    "double": sound(14, 1, 300, dtype=torch.float64),
    "one": sound(15, 1, 1),
})
case = record.case
KAISER = "kaiser_window"

case("resample_3_2", "mono", T.Resample(3, 2), "first")
case("resample_2_3", "mono", T.Resample(2, 3), "first")
case("resample_44100_16000", "stereo", T.Resample(44100, 16000), "first")
case("resample_8000_16000", "mono", T.Resample(8000, 16000))
case("resample_16000_8000", "batch", T.Resample(16000, 8000), "first")
case("resample_48000_44100", "stereo", T.Resample(48000, 44100))
case("resample_same", "mono", T.Resample(8000, 8000))
case("resample_one_sample", "one", T.Resample(2, 7))
case("resample_prime", "mono", T.Resample(101, 37))
case("resample_width_rolloff", "mono", T.Resample(4, 3, lowpass_filter_width=16, rolloff=0.9), "first")
case("resample_kaiser", "mono", T.Resample(3, 2, resampling_method=KAISER), "first")
case("resample_kaiser_beta", "stereo", T.Resample(2, 5, resampling_method=KAISER, lowpass_filter_width=12, beta=6.0))
case("resample_kaiser_best", "mono", T.Resample(5, 4, resampling_method=KAISER, lowpass_filter_width=64, rolloff=0.9475937167399596))
case("resample_double", "double", T.Resample(3, 2, dtype=torch.float64), "first", rtol=1e-10, atol=1e-11, grad_rtol=1e-10, grad_atol=1e-11)
# The oracle rounds the window's shape, beta, to single precision.
case("resample_kaiser_double", "double", T.Resample(3, 4, resampling_method=KAISER, dtype=torch.float64), rtol=1e-7, atol=1e-8)
# The function computes its kernel in single precision, whose sines and cosines differ from one build of libtorch to the next.
case("resample_functional", "mono", lambda x: F.resample(x, 3, 2), "first")
case("resample_functional_up", "batch", lambda x: F.resample(x, 16000, 44100), "first")
case("resample_functional_kaiser", "stereo", lambda x: F.resample(x, 5, 3, resampling_method=KAISER, beta=9.0), "first")
case("resample_functional_double", "double", lambda x: F.resample(x, 7, 5), "first", rtol=1e-10, atol=1e-11, grad_rtol=1e-10, grad_atol=1e-11)
for old, new, method in [(3, 2, "sinc_interpolation"), (441, 160, "sinc_interpolation"), (5, 4, KAISER)]:
    case(f"kernel_{old}_{new}_{method}", "mono", lambda x, old=old, new=new, method=method: T.Resample(old, new, resampling_method=method).kernel)
record.write()
