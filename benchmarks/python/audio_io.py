"""Python's side of the sound file benchmarks: torchaudio's two backends."""

import os
import time


def load(backend):
    def case(iterations, path):
        import torchaudio

        torchaudio.set_audio_backend(backend)
        files = sorted(os.path.join(path, name) for name in os.listdir(path)) if os.path.isdir(path) else [path]
        start = time.perf_counter()
        for _ in range(iterations):
            for file in files:
                torchaudio.load(file)
        return time.perf_counter() - start

    return case


CASES = {"sound-load-sox_io": load("sox_io"), "sound-load-soundfile": load("soundfile")}
