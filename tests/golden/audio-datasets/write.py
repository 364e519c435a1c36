"""Writes datasets.json: small trees of files, and what torchaudio's data sets make of them.

Run: /usr/bin/python3 tests/golden/audio-datasets/write.py
Oracle: torchaudio 0.13.1 (SPEECHCOMMANDS, YESNO). The files themselves are in the JSON, so that the port reads the same.
"""

import base64
import io
import json
import os
import pathlib
import random
import tempfile
import wave

import torchaudio

DRAW = random.Random(5)


def sound(rate, frames):
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"".join(DRAW.randint(-32768, 32767).to_bytes(2, "little", signed=True) for _ in range(frames)))
    return data.getvalue()


def speech_files():
    base = "SpeechCommands/speech_commands_v0.02/"
    names = [
        "yes/0a7c2a8d_nohash_0.wav",
        "yes/0a7c2a8d_nohash_1.wav",
        "yes/ffd2ba2f_nohash_12.wav",
        "yes/B0_nohash_2.wav",
        "yes/b0_nohash_2.wav.wav",
        "yes/not_an_utterance.wav",
        "yes/0a7c2a8d_nohash_3.txt",
        "yes-no/0a7c2a8d_nohash_0.wav",
        "Up/0a7c2a8d_nohash_0.wav",
        "up/0a7c2a8d_nohash_0.wav",
        "up/deep/0a7c2a8d_nohash_9.wav",
        "_background_noise_/hum_nohash_0.wav",
        "_background_noise_/pink_noise.wav",
        "stray_nohash_0.wav",
    ]
    files = {base + name: sound(16000, DRAW.randint(1, 20)) for name in names}
    files[base + "validation_list.txt"] = b"yes/ffd2ba2f_nohash_12.wav\nup/0a7c2a8d_nohash_0.wav\n"
    files[base + "testing_list.txt"] = b"Up/0a7c2a8d_nohash_0.wav\r\n  yes/0a7c2a8d_nohash_1.wav  \n"
    files[base + "README.md"] = b"about"
    old = "SpeechCommands/speech_commands_v0.01/"
    files[old + "go/1_nohash_0.wav"] = sound(16000, 3)
    files["Other/my.set/go/2_nohash_7.wav"] = sound(16000, 3)
    return files


def yesno_files():
    names = ["0_0_0_0_1_1_1_1", "1_1_1_1_1_1_1_1", "0_0_1_0_0_0_1_0", "1_0"]
    files = {f"waves_yesno/{name}.wav": sound(8000, DRAW.randint(1, 20)) for name in names}
    files["waves_yesno/README"] = b"about"
    files["waves_yesno/deeper/0_1.wav"] = sound(8000, 2)
    files["elsewhere/1_1.wav"] = sound(8000, 2)
    return files


def put(root, files):
    for name, content in files.items():
        path = pathlib.Path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def speech(root, name, **arguments):
    data = torchaudio.datasets.SPEECHCOMMANDS(root, **arguments)
    samples = []
    for index in range(len(data)):
        path, rate, label, speaker, number = data.get_metadata(index)
        waveform, *rest = data[index]
        assert rest == [rate, label, speaker, number]
        samples.append(dict(path=path, rate=rate, label=label, speaker=speaker, number=number, waveform=waveform.tolist()))
    return dict(name=name, arguments=arguments, samples=samples)


def yesno(root, name, **arguments):
    data = torchaudio.datasets.YESNO(root, **arguments)
    samples = [dict(rate=rate, labels=labels, waveform=waveform.tolist()) for waveform, rate, labels in (data[i] for i in range(len(data)))]
    return dict(name=name, arguments=arguments, samples=samples)


def main():
    result = dict(oracle=f"torchaudio {torchaudio.__version__}")
    with tempfile.TemporaryDirectory() as root:
        files = speech_files()
        put(root, files)
        result["speech"] = dict(
            files={name: base64.b64encode(content).decode() for name, content in files.items()},
            cases=[
                speech(root, "all"),
                speech(root, "training", subset="training"),
                speech(root, "validation", subset="validation"),
                speech(root, "testing", subset="testing"),
                speech(root, "version 1", url="speech_commands_v0.01"),
                speech(root, "own archive", url="http://127.0.0.1/data/my.set.tar.gz", folder_in_archive="Other"),
            ],
        )
    with tempfile.TemporaryDirectory() as root:
        files = yesno_files()
        put(root, files)
        result["yesno"] = dict(
            files={name: base64.b64encode(content).decode() for name, content in files.items()},
            cases=[yesno(root, "all"), yesno(root, "another folder", folder_in_archive="elsewhere")],
        )
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "datasets.json"), "w") as out:
        json.dump(result, out, indent=1)
        out.write("\n")


main()
