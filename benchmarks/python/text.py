"""Python's side of the tokenizers' benchmarks.

sentencepiece is the library itself, on all threads that OMP_NUM_THREADS allows. torchtext's own GPT-2 tokenizer is native code that Debian's package
lacks: what stands here for it is the definition in plain Python over the `regex` module, with words remembered. It is the weakest of peers.
"""

import functools
import json
import os
import time

_loaded = {}


def texts(folder):
    names = ["tinyshakespeare.txt", os.path.join("wikitext-2", "valid.txt"), os.path.join("wikitext-2", "test.txt")]
    return [line for name in names for line in open(os.path.join(folder, "text", name), encoding="utf-8").read().split("\n")]


class GPT2:
    def __init__(self, folder):
        import regex

        folder = os.path.join(folder, "tokenizers")
        self.encoder = json.load(open(os.path.join(folder, "gpt2_bpe_encoder.json"), encoding="utf-8"))
        lines = open(os.path.join(folder, "gpt2_bpe_vocab.bpe"), encoding="utf-8").read().split("\n")[1:-1]
        self.ranks = {tuple(line.split()): rank for rank, line in enumerate(lines)}
        self.words = regex.compile(r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")
        visible = [*range(33, 127), *range(161, 173), *range(174, 256)]
        hidden = [byte for byte in range(256) if byte not in visible]
        self.alphabet = {byte: chr(byte) for byte in visible} | {byte: chr(256 + i) for i, byte in enumerate(hidden)}
        self.ids = functools.lru_cache(1 << 16)(self.ids_of)

    def ids_of(self, word):
        symbols = [self.alphabet[byte] for byte in word.encode()]
        while len(symbols) > 1:
            best = min(zip(symbols, symbols[1:]), key=lambda pair: self.ranks.get(pair, len(self.ranks)))
            if best not in self.ranks:
                break
            merged, i = [], 0
            while i < len(symbols):
                fits = i + 1 < len(symbols) and (symbols[i], symbols[i + 1]) == best
                merged.append(symbols[i] + symbols[i + 1] if fits else symbols[i])
                i += 2 if fits else 1
            symbols = merged
        return [self.encoder[symbol] for symbol in symbols]

    def encode(self, text):
        return [number for word in self.words.findall(text) for number in self.ids(word)]


def timed(encode, batch):
    start = time.perf_counter()
    encode(batch)
    return time.perf_counter() - start


def loaded(name, make, folder):
    if name not in _loaded:
        _loaded[name] = make(folder)
    return _loaded[name]


def gpt2(iterations, folder):
    tokenizer, batch = loaded("gpt2", GPT2, folder), loaded("texts", texts, folder)
    return sum(timed(lambda lines: [tokenizer.encode(line) for line in lines], batch) for _ in range(iterations))


def gpt2_cold(iterations, folder):
    batch = loaded("texts", texts, folder)
    seconds = 0.0
    for _ in range(iterations):
        tokenizer = GPT2(folder)
        seconds += timed(lambda lines: [tokenizer.encode(line) for line in lines], batch)
    return seconds


def sentencepiece(iterations, folder):
    def make(place):
        import sentencepiece as library

        return library.SentencePieceProcessor(
            model_file=os.path.join(place, "tokenizers", "t5_tokenizer_base.model"), num_threads=int(os.environ["OMP_NUM_THREADS"]))

    model, batch = loaded("sentencepiece", make, folder), loaded("texts", texts, folder)
    return sum(timed(model.encode, batch) for _ in range(iterations))


CASES = {"gpt2": gpt2, "gpt2-cold": gpt2_cold, "sentencepiece": sentencepiece}
