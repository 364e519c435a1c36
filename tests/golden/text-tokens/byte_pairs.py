"""Learns small byte-pair vocabularies and writes what GPT-2's, CLIP's and the character tokenizer make of the texts with them.

    /usr/bin/python3 tests/golden/text-tokens/byte_pairs.py

Oracle: RE2 (Debian 12's libre2-9) for the words, and the definition of byte-pair encoding, written here as plainly as can be: torchtext's own native
tokenizers are not in Debian's package. Writes byte-pairs/ (vocabularies) and byte_pairs.json.gz; equality is exact.
"""

import collections
import gzip
import json
import pathlib
import re

import re2
from texts import LINES, TEXTS

HERE = pathlib.Path(__file__).parent
FILES = HERE / "byte-pairs"
ENDINGS = r"'s|'t|'re|'ve|'m|'ll|'d"
GPT2 = rf"({ENDINGS}| ?\pL+| ?\pN+| ?[^\s\v\pL\pN]+|[\s\v]+)"
CLIP = rf"(?i)(<\|startoftext\|>|<\|endoftext\|>|{ENDINGS}|[\pL]+|[\pN]|[^\s\pL\pN]+)"
SPECIAL = ["<|startoftext|>", "<|endoftext|>"]

visible = [*range(33, 127), *range(161, 173), *range(174, 256)]
hidden = [byte for byte in range(256) if byte not in visible]
ALPHABET = {byte: chr(byte) for byte in visible} | {byte: chr(256 + i) for i, byte in enumerate(hidden)}


def gpt2_words(text):
    """The matches, and white space before a word shortened by its last character, which a plain space gives to the word."""
    words, carried = [], ""
    matches = re2.find(GPT2, text)
    for i, match in enumerate(matches):
        if match.strip(" \t\n\v\f\r"):
            words.append(carried + match)
            carried = ""
        elif i == len(matches) - 1:
            words.append(match)
        else:
            words += [match[:-1]] if match[:-1] else []
            carried = " " if match[-1] == " " else ""
            words += [] if carried else [match[-1]]
    return words


def symbols_of(word):
    return [ALPHABET[byte] for byte in word.encode()]


def merge(symbols, ranks):
    symbols = list(symbols)
    while True:
        pairs = [pair for pair in zip(symbols, symbols[1:]) if pair in ranks]
        if not pairs:
            return symbols
        best = min(pairs, key=ranks.get)
        i, merged = 0, []
        while i < len(symbols):
            if tuple(symbols[i:i + 2]) == best:
                merged.append("".join(best))
                i += 2
            else:
                merged.append(symbols[i])
                i += 1
        symbols = merged


def learn(words, count):
    ranks = {}
    counts = collections.Counter(words)
    for rank in range(count):
        pairs = collections.Counter()
        for word, times in counts.items():
            symbols = merge(word, ranks)
            for pair in zip(symbols, symbols[1:]):
                pairs[pair] += times
        if not pairs:
            break
        ranks[min(pairs, key=lambda pair: (-pairs[pair], pair))] = rank
    return ranks


def ended(symbols, suffix):
    return tuple(symbols[:-1]) + (symbols[-1] + suffix,)


def save(name, vocabulary, ranks):
    FILES.mkdir(exist_ok=True)
    (FILES / f"{name}.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    (FILES / f"{name}.bpe").write_text("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in ranks), encoding="utf-8")


def gpt2():
    ranks = learn([tuple(symbols_of(word)) for line in LINES for word in gpt2_words(line)], 250)
    tokens = [*ALPHABET.values(), *map("".join, ranks), "<|endoftext|>"]
    vocabulary = {token: i for i, token in enumerate(dict.fromkeys(tokens))}
    save("gpt2", vocabulary, ranks)
    for text in TEXTS:
        tokens = [token for word in gpt2_words(text) for token in merge(symbols_of(word), ranks)]
        yield dict(text=text, tokens=tokens, ids=[vocabulary[token] for token in tokens])


def clip():
    ranks = learn([ended(symbols_of(word), "</w>") for line in LINES for word in re2.find(CLIP, line.lower())], 250)
    # The last line end of the file leaves an empty merge, which takes a number where the vocabulary is made from the merges.
    order = [ALPHABET[byte] for byte in visible + hidden]
    tokens = [*order, *(token + "</w>" for token in order), *map("".join, ranks)]
    made = {token: i for i, token in enumerate([*tokens, "", *SPECIAL])}
    given = {token: i for i, token in enumerate(dict.fromkeys([*tokens, *SPECIAL]))}
    save("clip", given, ranks)
    used = dict(list(ranks.items())[:max(len(given) - 514, 0)])
    for text in TEXTS:
        case = dict(text=text)
        for name, vocabulary, merges in [("made", made, ranks), ("given", given, used)]:
            case[name] = []
            for word in re2.find(CLIP, text.lower().strip()):
                tokens = [word] if word in SPECIAL else merge(ended(symbols_of(word), "</w>"), merges)
                case[name] += [[token, vocabulary[token]] for token in tokens]
        yield case


def characters():
    words = [word for line in LINES for word in line.split()]
    ranks = learn([ended(word, "</w>") for word in words], 200)
    tokens = ["<unk>", "<|x|>", *sorted({*"".join(words)}), *sorted({c + "</w>" for c in "".join(words)}), *map("".join, ranks)]
    vocabulary = {token: i for i, token in enumerate(dict.fromkeys(tokens))}
    save("characters", vocabulary, ranks)
    for text in [*TEXTS, "two <|x|> words\n<|x|>\nthree\n\nends here\n"]:
        case = dict(text=text)
        for name, suffix in [("suffix", "</w>"), ("plain", "")]:
            tokens = []
            for word in re.findall(r"\S+\n?", text):
                tokens += [word] if word == "<|x|>" else merge(ended(word, suffix), ranks)
            ids = [vocabulary.get(token, 0) for token in tokens]
            texts = [list(vocabulary)[i] for i in ids]
            case[name] = dict(tokens=tokens, ids=ids, text="".join(texts).replace(suffix, " ") if suffix else " ".join(texts))
        yield case


def main():
    text = json.dumps(dict(oracle="RE2 20220601", gpt2=list(gpt2()), clip=list(clip()), characters=list(characters())))
    (HERE / "byte_pairs.json.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


main()
