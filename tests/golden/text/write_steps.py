"""Writes steps.json: vocabularies, transforms, n-grams, BLEU and streams of torchtext 0.14.1 on torch 1.13.1.

Run with Debian 12's python3-torch and python3-torchtext: /usr/bin/python3 write_steps.py
Each case: its name, the function, its input and arguments, and what came out, or "error".
"""
import json
import os
import random

import torch
from recipe import Vocab as Rules
from recipe import torchtext
from collections import OrderedDict
from torchtext import functional as F
from torchtext import transforms as T
from torchtext.data import functional as D
from torchtext.data import utils as U
from torchtext.data.metrics import bleu_score
from torchtext.vocab import build_vocab_from_iterator, vocab

cases = []
dice = random.Random(20240401)


def plain(value):
    if isinstance(value, torch.Tensor):
        return {"dtype": str(value.dtype)[6:], "shape": list(value.shape), "values": value.flatten().tolist()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return value


def add(function, run, **arguments):
    try:
        output = plain(run())
    except Exception:
        output = "error"
    number = sum(case["function"] == function for case in cases)
    cases.append({"name": f"{function}_{number}", "function": function, "arguments": arguments, "output": output})


# Words of many scripts; the last ones order differently by UTF-16 units than by code points.
words = ["the", "cat", "The", "a", "Ä", "ä", "z", "é", "e\u0301", "日本", "ǆ", "ß", "ss", "I", "i", "İ", "1", "10", "9", "-", "<unk>", "",
         " ", "\ue000", "\uff5e", "\ufffd", "\U0001f600", "\U00010000", "\ud7ff", "\U0010ffff", "x\U0001f600", "x\uff5e", "x"]


def sentence(most=8):
    return [dice.choice(words) for _ in range(dice.randrange(most + 1))]


for seed in range(12):
    texts = [sentence(12) for _ in range(dice.randrange(1, 9))]
    arguments = dict(
        min_freq=dice.choice([1, 1, 2, 3]),
        specials=dice.choice([None, ["<unk>"], ["<pad>", "<unk>", "the"]]),
        special_first=dice.choice([True, False]),
        max_tokens=dice.choice([None, 4, 7, 12]),
    )
    add("build_vocab_from_iterator", lambda: build_vocab_from_iterator(texts, **arguments).get_itos(), iterator=texts, **arguments)
add("build_vocab_from_iterator", lambda: build_vocab_from_iterator([["a"]], specials=["x", "y"], max_tokens=2).get_itos(),
    iterator=[["a"]], specials=["x", "y"], max_tokens=2, min_freq=1, special_first=True)
add("build_vocab_from_iterator", lambda: build_vocab_from_iterator([words]).get_itos(),
    iterator=[words], specials=None, max_tokens=None, min_freq=1, special_first=True)

for pairs, arguments in [
    ([["b", 3], ["a", 5], ["c", 1]], dict(min_freq=1, specials=None, special_first=True)),
    ([["b", 3], ["a", 5], ["c", 1]], dict(min_freq=3, specials=["<unk>"], special_first=True)),
    ([["b", 3], ["a", 5], ["c", 1]], dict(min_freq=2, specials=["<unk>", "<pad>"], special_first=False)),
    ([["b", 3], ["a", 5], ["c", 1]], dict(min_freq=1, specials=["c", "b"], special_first=True)),
    ([["b", 3], ["a", 5], ["c", 1]], dict(min_freq=9, specials=["c"], special_first=False)),
    ([["b", 3], ["a", 5]], dict(min_freq=1, specials=["x", "x"], special_first=True)),
    ([], dict(min_freq=1, specials=None, special_first=True)),
    ([["b", 0], ["a", -1]], dict(min_freq=0, specials=None, special_first=True)),
]:
    add("vocab", lambda: vocab(OrderedDict(pairs), **arguments).get_itos(), ordered_dict=pairs, **arguments)

# A life of a vocabulary: each step with what it answers.
for seed in range(8):
    start = dice.sample(words, 6)
    steps = []
    life = torchtext.vocab.Vocab(Rules(start, None))
    for _ in range(25):
        kind = dice.choice(["insert_token", "append_token", "set_default_index", "get", "contains", "lookup_token", "lookup_tokens",
                            "lookup_indices", "call"])
        token, index = dice.choice(words), dice.randrange(-1, 9)
        tokens, indices = [dice.choice(words) for _ in range(3)], [dice.randrange(-1, 9) for _ in range(2)]
        default = dice.choice([None, 0, 3, 77, -5])
        act = {
            "insert_token": (lambda: life.insert_token(token, index), [token, index]),
            "append_token": (lambda: life.append_token(token), [token]),
            "set_default_index": (lambda: life.set_default_index(default), [default]),
            "get": (lambda: life[token], [token]),
            "contains": (lambda: token in life, [token]),
            "lookup_token": (lambda: life.lookup_token(index), [index]),
            "lookup_tokens": (lambda: life.lookup_tokens(indices), [indices]),
            "lookup_indices": (lambda: life.lookup_indices(tokens), [tokens]),
            "call": (lambda: life(tokens), [tokens]),
        }[kind]
        try:
            answer = act[0]()
        except RuntimeError:
            answer = "error"
        steps.append([kind, act[1], answer, len(life), life.get_default_index()])
    add("life", lambda: life.get_itos(), tokens=start, steps=steps)

ids = [[2, 1, 0], [5], [], [7, 7, 7, 7]]
for input, arguments in [
    ([1, 2, 3], dict(padding_value=None)), ([], dict(padding_value=None)), ([1, 2], dict(padding_value=9)),
    ([[1, 2], [3, 4]], dict(padding_value=None)), ([[1, 2], [3]], dict(padding_value=None)), (ids, dict(padding_value=0)),
    (ids, dict(padding_value=-1)), ([[], []], dict(padding_value=None)), ([[], []], dict(padding_value=3)),
]:
    add("to_tensor", lambda: F.to_tensor(input, **arguments), input=input, **arguments)
for input in [[1, 2, 3], [], ["a", "b"], ids, [["a", "b", "c"], ["d"], []]]:
    for most in [0, 2, 10]:
        add("truncate", lambda: F.truncate(input, most), input=input, max_seq_len=most)
for input, token in [([1, 2], 0), ([], 5), (["a"], "<s>"), (ids, 9), ([["a"], [], ["b", "c"]], "</s>")]:
    for begin in [True, False]:
        add("add_token", lambda: F.add_token(input, token, begin), input=input, token_id=token, begin=begin)
for input in [["1", "20", "-3"], [" 4 ", "+5", "1_000", "007"], ["٣٤", "５", "𝟗"], ["x"], ["1__0"], ["_1"], ["1_"], [""], ["- 1"], ["1.0"],
              ["\u00a07\u0085"], ["7\u001c"], ["\u20037\t"], ["9223372036854775807", "-9223372036854775808"], [["1"], [], ["2", "3"]]]:
    add("str_to_int", lambda: F.str_to_int(input), input=input)
for names, sort, labels in [(["b", "a", "c"], False, ["a", "b", "c", "c"]), (["b", "a", "c"], True, ["a", "b", "c"]),
                            (["\U0001f600", "\uff5e", "z"], True, ["z", "\uff5e", "\U0001f600"]), (["a", "a"], False, ["a"]),
                            ([], False, ["a"]), (["a"], False, ["b"])]:
    def label():
        transform = T.LabelToIndex.__new__(T.LabelToIndex)
        torch.nn.Module.__init__(transform)
        if not names:
            raise AssertionError
        transform._label_vocab = torchtext.vocab.Vocab(Rules(sorted(names) if sort else names, None))
        return transform(labels)
    add("label_to_index", label, label_names=names, sort_names=sort, labels=labels)
for shape, length, value in [([3], 5, 0), ([5], 3, 1), ([2, 3], 4, -1), ([2, 2, 2], 3, 7), ([0], 2, 4), ([2, 0], 2, 4)]:
    tensor = torch.arange(torch.Size(shape).numel()).reshape(shape)
    add("pad", lambda: T.PadTransform(length, value)(tensor), shape=shape, max_length=length, pad_value=value)
for seed in range(14):
    texts, length = dice.choice([(1, 1), (2, 7), (5, 20), (3, 64)])
    tokens = [[dice.randrange(2, 30) if place > 0 else 1 for place in range(length)] for _ in range(texts)]
    for row in tokens:
        for place in range(dice.randrange(length), length):
            row[place] = 0 if dice.random() < 0.5 else row[place]
    share, bos = dice.choice([0.15, 0.5, 1.0, 0.0]), dice.choice([True, False])

    def masked():
        torch.manual_seed(seed)
        return T.MaskTransform(30, 29, 1, 0, mask_bos=bos, mask_prob=share)(torch.tensor(tokens))
    add("mask", masked, tokens=tokens, seed=seed, mask_bos=bos, mask_prob=share)
torch.manual_seed(3)

for tokens in [[], ["one"], ["here", "we", "are"], ["a", "b", "a", "b", "c"]]:
    for most in [0, 1, 2, 4]:
        add("ngrams_iterator", lambda: list(U.ngrams_iterator(tokens, most)), token_list=tokens, ngrams=most)
for a, b in [(0, 0), (1, 0), (0, 1), (5, 9), (65535, 0), (65535, 65535), (12345, 54321), (70000, 70001), (70000, 3), (3, 1 << 20),
             ((1 << 31) - 1, (1 << 31) - 1), ((1 << 31) - 1, 1)]:
    add("interleave_keys", lambda: U.interleave_keys(a, b), a=a, b=b)
for dtype in ["uint8", "int8", "int16", "int32", "int64", "float16", "float32", "float64", "bfloat16", "complex64", "complex128", "bool"]:
    add("dtype_to_attr", lambda: U.dtype_to_attr(getattr(torch, dtype)), dtype=dtype)
for seed in [0, 1, -7, 12345, 2**32, 2**63 - 1, -(2**63)]:
    def shuffled():
        random.seed(seed)
        shuffler = U.RandomShuffler()
        return [shuffler(list(range(30))), shuffler(list(range(3))), shuffler([]), shuffler(list(range(700)))]
    add("random_shuffler", shuffled, seed=seed)
random.seed(99)
state = U.RandomShuffler().random_state[1]
add("random_shuffler_state", lambda: U.RandomShuffler(random_state=(3, state, None))(list(range(20))), state=list(state))

small = ["a", "b", "c", "d", "e"]


def corpus(pairs, longest):
    def text():
        return [dice.choice(small) for _ in range(dice.randrange(longest + 1))]
    return [text() for _ in range(pairs)], [[text() for _ in range(dice.randrange(1, 4))] for _ in range(pairs)]


def bleu(candidates, references, **arguments):
    add("bleu_score", lambda: bleu_score(candidates, references, **arguments), candidate_corpus=candidates, references_corpus=references, **arguments)


for seed in range(14):
    bleu(*corpus(dice.randrange(1, 8), 20))
for most, weights in [(1, [1.0]), (2, [0.5, 0.5]), (3, [0.2, 0.3, 0.5]), (5, [0.2] * 5), (4, [0.0, 0.0, 0.0, 1.0])]:
    bleu(*corpus(6, 30), max_n=most, weights=weights)
bleu([["a", "b", "c", "d"]], [[["a", "b", "c", "d"]]])
bleu([["a", "b", "c", "d", "e"]], [[["a", "b", "c", "d"], ["a", "b", "c", "d", "e", "a"]]])
bleu([["a", "b", "c", "d"]], [[["a", "b", "c", "d", "e", "a", "b", "c"], ["a", "a"]]])
bleu([[]], [[["a"]]])
bleu([["a"]], [[[]]])
bleu([["a"]], [[["a"]], [["b"]]])
bleu([["a"]], [[["a"]]], max_n=2, weights=[1.0])

for line in ["a b  c", "", "  x\ty\n", "a\u00a0b\u2003c\u3000d", "a\u001cb\u001fc\u0085d", "a\u200bb", "日本 語"]:
    add("simple_space_split", lambda: list(D.simple_space_split([line])), lines=[line])
for patterns, lines in [([["S", "s"], ["\\s+", " "]], ["Sentencepiece encode  aS  pieces", "exampleS to   try!"]),
                        ([["[aeiou]", "<>"], ["<>n", "$"]], ["banana", ""]), ([], ["same"])]:
    add("custom_replace", lambda: list(D.custom_replace([tuple(p) for p in patterns])(lines)), replace_pattern=patterns, lines=lines)
for removed in [None, ["b"], ["a", "b", "c"]]:
    texts = [["a", "b"], [], ["c", "b", "a"]]
    add("numericalize", lambda: [list(ids) for ids in D.numericalize_tokens_from_iterator({"a": 4, "b": 0, "c": 2}, texts, removed)],
        texts=texts, removed_tokens=removed)
for line in ["Hello, World 42!", "#REDIRECT [[x]]", "see #redirect", "<page>x</page>", "a <ref name=x>b</ref> c", "a &lt;b&gt; c", "&amp;lt;x",
             "[http://x.org Some Link] tail", "[[image:x.jpg|thumb|left|100px|A caption]]", "[[category:Birds of prey|*]]", "[[fr:Oiseau]] bird",
             "[[Target page|shown text]] and [[plain]]", "{{template|a=b}} after {table} end", "caf&eacute; tea", "  spaces   everywhere  ",
             "Ünïcödé ǅ Ⅷ text", "1984", "x1y2", "a\n b", "a\nb", "a \nb", "a\n\n b", "a\n1", "\n \n a\n", "!!!", "", "[[A|b]] [[C]]|thumb|right|20px",
             "line\r\nend", "a&b;c &d e;f", "😀 smile 😀", "a-\n-b", "a\n-\n-b", "[[image:a[b]|c]]", "{{a}} {b} {{c", "]]a[[", "|۱۲px |12px"]:
    add("filter_wikipedia_xml", lambda: list(D.filter_wikipedia_xml([line])), lines=[line])

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "steps.json")
with open(path, "w", encoding="ascii") as file:
    file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
print(len(cases), "cases,", os.path.getsize(path), "bytes")
