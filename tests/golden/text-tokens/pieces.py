"""Trains small SentencePiece models of every kind and writes what sentencepiece makes of the texts with them.

    /usr/bin/python3 tests/golden/text-tokens/pieces.py

Oracle: sentencepiece 0.1.97 (Debian 12's python3-sentencepiece). Writes models/*.model.gz and pieces.json.gz; equality is exact.
"""

import gzip
import io
import json
import pathlib

import sentencepiece

from texts import LINES, TEXTS

HERE = pathlib.Path(__file__).parent
SYMBOLS = dict(user_defined_symbols=["<sep>", "light", "▁the▁", "漢字"], control_symbols=["<mask>"])
PLAIN = dict(normalization_rule_name="identity")
MODELS = {
    "unigram": dict(model_type="unigram", vocab_size=300),
    "unigram-symbols": dict(model_type="unigram", vocab_size=300, pad_id=3, **SYMBOLS, **PLAIN),
    "unigram-bytes": dict(model_type="unigram", vocab_size=500, byte_fallback=True, character_coverage=0.98, **PLAIN),
    "unigram-suffix": dict(model_type="unigram", vocab_size=280, treat_whitespace_as_suffix=True, **PLAIN),
    "unigram-raw": dict(model_type="unigram", vocab_size=280, add_dummy_prefix=False, remove_extra_whitespaces=False, **PLAIN),
    "unigram-across": dict(model_type="unigram", vocab_size=300, split_by_whitespace=False, **PLAIN),
    "unigram-folded": dict(model_type="unigram", vocab_size=280, normalization_rule_name="nmt_nfkc_cf"),
    "bpe": dict(model_type="bpe", vocab_size=350, **PLAIN),
    "bpe-symbols": dict(model_type="bpe", vocab_size=350, unk_piece="[UNK]", unk_surface=" ?? ", **SYMBOLS, **PLAIN),
    "bpe-bytes": dict(
        model_type="bpe", vocab_size=600, byte_fallback=True, character_coverage=0.98, split_digits=True, add_dummy_prefix=False,
        remove_extra_whitespaces=False, allow_whitespace_only_pieces=True, user_defined_symbols=["<sep>"], **PLAIN),
    "char": dict(model_type="char", vocab_size=150, **SYMBOLS, **PLAIN),
    "word": dict(model_type="word", vocab_size=150, **PLAIN),
}


def train(options):
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(LINES * 3), model_writer=model, num_threads=1, minloglevel=2, hard_vocab_limit=False, **options)
    return model.getvalue()


def varint(value):
    return bytes([value]) if value < 128 else bytes([value & 127 | 128]) + varint(value >> 7)


def unused(model, every):
    """The model with every so-manieth piece of more than one character marked as unused, which sentencepiece's API does in memory only."""
    out, position, number = b"", 0, 0
    while position < len(model):
        start, field = position, model[position]
        length, shift = 0, 0
        while True:
            position += 1
            length |= (model[position] & 127) << shift
            shift += 7
            if model[position] < 128:
                break
        body = model[position + 1:position + 1 + length]
        position += 1 + length
        # A piece is field 1; its text comes first and its type, field 3, is left out where it is normal.
        if field == 0x0A and len(body) == 2 + body[1] + 5 and body[1] > 4:
            number += 1
            body += b"\x18\x05" if number % every == 0 else b""
        out += model[start:start + 1] + varint(len(body)) + body
    return out


def answers(model):
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    cases = []
    for text in TEXTS:
        pieces, ids = processor.encode(text, out_type=str), processor.encode(text)
        cases.append(dict(text=text, pieces=pieces, ids=ids, from_pieces=processor.decode(pieces), from_ids=processor.decode(ids)))
    size = processor.get_piece_size()
    # Every piece alone, all of them in a row, and bytes that are no characters.
    odd = [[i] for i in range(0, size, 7)] + [list(range(0, size, 3)), list(range(size))[::-1]]
    return dict(
        size=size, unk=processor.unk_id(), bos=processor.bos_id(), eos=processor.eos_id(), pad=processor.pad_id(),
        all_pieces=[processor.id_to_piece(i) for i in range(size)],
        numbers={piece: processor.piece_to_id(piece) for piece in ["<unk>", "<s>", "</s>", "a", "▁the", "<mask>", "<sep>", "nothing like it", ""]},
        cases=cases, decoded=[dict(ids=ids, text=processor.decode(ids)) for ids in odd])


def main():
    (HERE / "models").mkdir(exist_ok=True)
    found = {}
    models = {name: train(options) for name, options in MODELS.items()}
    models |= {"bpe-unused": unused(models["bpe"], 3), "unigram-unused": unused(models["unigram-symbols"], 3)}
    for name, model in models.items():
        (HERE / "models" / f"{name}.model.gz").write_bytes(gzip.compress(model, 9, mtime=0))
        found[name] = answers(model)
    text = json.dumps(dict(oracle=f"sentencepiece {sentencepiece.__version__}", models=found), ensure_ascii=True)
    (HERE / "pieces.json.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


main()
