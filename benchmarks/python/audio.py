"""torchaudio's transforms, for peer.py: each case runs so often on a stereo sound of ten seconds and returns the seconds that it took.

torchaudio is imported when a case is asked for: the other cases run without it.
"""

import time

import torch

RATE, CD_RATE, SECONDS = 16000, 44100, 10


def timed(body, rate, iterations):
    torch.manual_seed(1)
    sound = (torch.rand(2, SECONDS * rate) - 0.5) * 2
    body(sound)
    start = time.perf_counter()
    for _ in range(iterations):
        body(sound)
    return time.perf_counter() - start


def mel(iterations):
    from torchaudio.transforms import MelSpectrogram

    return timed(MelSpectrogram(RATE), RATE, iterations)


def mfcc(iterations):
    from torchaudio.transforms import MFCC

    return timed(MFCC(RATE), RATE, iterations)


def resample(iterations):
    from torchaudio.transforms import Resample

    return timed(Resample(CD_RATE, RATE), CD_RATE, iterations)


def coefficients(requires_grad=False):
    return (torch.tensor([1, -1.6, 0.7], requires_grad=requires_grad),
            torch.tensor([0.02, 0.04, 0.02], requires_grad=requires_grad))


def filtered(iterations):
    from torchaudio.functional import lfilter

    a, b = coefficients()
    return timed(lambda sound: lfilter(sound, a, b), CD_RATE, iterations)


def filtered_gradient(iterations):
    from torchaudio.functional import lfilter

    a, b = coefficients(requires_grad=True)
    return timed(lambda sound: torch.autograd.grad(lfilter(sound, a, b).sum(), [a, b]), CD_RATE, iterations)


CASES = {
    "audio-mel": mel,
    "audio-mfcc": mfcc,
    "audio-resample": resample,
    "audio-lfilter": filtered,
    "audio-lfilter-gradient": filtered_gradient,
}
