"""torchaudio's side of the benchmarks of sound.

Reads lines "<case> <iterations>", runs the case that often on a stereo sound of ten seconds, and answers with one line: the seconds
that it took. It runs on as many threads as OMP_NUM_THREADS says, as our side does.
"""

import sys
import time

import torch
import torchaudio

RATE, CD_RATE, SECONDS = 16000, 44100, 10


def timed(body, rate, iterations):
    torch.manual_seed(1)
    sound = (torch.rand(2, SECONDS * rate) - 0.5) * 2
    body(sound)
    start = time.perf_counter()
    for _ in range(iterations):
        body(sound)
    return time.perf_counter() - start


def filter_coefficients(requires_grad):
    return (torch.tensor([1, -1.6, 0.7], requires_grad=requires_grad),
            torch.tensor([0.02, 0.04, 0.02], requires_grad=requires_grad))


def lfilter(iterations):
    a, b = filter_coefficients(False)
    return timed(lambda sound: torchaudio.functional.lfilter(sound, a, b), CD_RATE, iterations)


def lfilter_gradient(iterations):
    a, b = filter_coefficients(True)
    return timed(lambda sound: torch.autograd.grad(torchaudio.functional.lfilter(sound, a, b).sum(), [a, b]), CD_RATE, iterations)


CASES = {
    "mel": lambda iterations: timed(torchaudio.transforms.MelSpectrogram(RATE), RATE, iterations),
    "mfcc": lambda iterations: timed(torchaudio.transforms.MFCC(RATE), RATE, iterations),
    "resample": lambda iterations: timed(torchaudio.transforms.Resample(CD_RATE, RATE), CD_RATE, iterations),
    "lfilter": lfilter,
    "lfilter-gradient": lfilter_gradient,
}

for line in sys.stdin:
    name, iterations = line.split()[:2]
    print(CASES[name](int(iterations)), flush=True)
