"""Writes the oracle's masked spectrograms: the draws are part of the case (see recorder.py).

    /usr/bin/python3 tests/golden/audio/dsp/masking.py
"""
import torch
from torchaudio import functional as F
from torchaudio import transforms as T

from recorder import Recorder

generator = torch.Generator().manual_seed(21)
record = Recorder("masking", {
    "batch": torch.rand(3, 2, 12, 17, generator=generator) + 0.5,
    "one": torch.rand(2, 12, 17, generator=generator) + 0.5,
    "double": torch.rand(2, 2, 9, 8, generator=generator, dtype=torch.float64) + 0.5,
})


def case(name, inputs, function, grad="", seed=0):
    record.case(name, inputs, function, grad, seed=seed, rtol=0, atol=0, grad_rtol=0, grad_atol=1e-6)


for seed in range(4):
    case(f"time_{seed}", "one", T.TimeMasking(9), "first", seed=seed)
    case(f"frequency_{seed}", "one", T.FrequencyMasking(7), "first", seed=seed)
    case(f"time_iid_{seed}", "batch", T.TimeMasking(11, iid_masks=True), "first" if seed == 0 else "", seed=seed)
    case(f"frequency_iid_{seed}", "batch", T.FrequencyMasking(8, iid_masks=True), seed=seed)
case("time_batch_shared", "batch", T.TimeMasking(9), seed=7)
case("time_iid_of_three_dimensions", "one", T.TimeMasking(9, iid_masks=True), seed=8)
case("time_p", "one", T.TimeMasking(16, p=0.3), seed=9)
case("time_iid_p", "batch", T.TimeMasking(16, iid_masks=True, p=0.2), seed=10)
case("time_p_zero", "one", T.TimeMasking(16, p=0.0), seed=11)
case("time_zero", "one", T.TimeMasking(0), seed=12)
case("time_wide", "one", T.TimeMasking(17), seed=13)
case("time_value", "one", lambda x: T.TimeMasking(9)(x, 3.25), seed=14)
case("frequency_iid_value_double", "double", lambda x: T.FrequencyMasking(6, iid_masks=True)(x, -1.0), seed=15)
case("time_iid_double", "double", T.TimeMasking(6, iid_masks=True), seed=16)
case("specaugment", "batch", lambda x: T.TimeMasking(5)(T.FrequencyMasking(4)(T.TimeMasking(5)(x))), "first", seed=17)
case("functional", "batch", lambda x: F.mask_along_axis(x, 6, 0.5, 1), seed=18)
case("functional_iid", "batch", lambda x: F.mask_along_axis_iid(x, 6, 0.5, 3, p=0.9), seed=19)
record.write()
