"""Python's side of the word vector benchmarks: torchtext's pure Python part (its native library is empty in Debian 12's
package, so placeholders stand in for it)."""

import logging
import os
import sys
import time
import types


def vectors_class():
    native = types.ModuleType("torchtext._torchtext")
    for name in "Vocab Vectors Regex RegexTokenizer SentencePiece GPT2BPEEncoder CLIPEncoder BERTEncoder".split():
        setattr(native, name, type(name, (), {}))
    for name in (
        "_build_vocab_from_text_file",
        "_build_vocab_from_text_file_using_python_tokenizer",
        "_load_vocab_from_file",
        "_load_token_and_vectors_from_file",
        "_load_sp_model_string",
    ):
        setattr(native, name, lambda *_: None)
    sys.modules.setdefault("torchtext._extension", types.ModuleType("torchtext._extension"))
    sys.modules.setdefault("torchtext._torchtext", native)
    import torchtext.vocab.vectors as module

    logging.disable(logging.WARNING)
    module.tqdm = lambda rows, **_: rows
    return module.Vectors


def read(iterations, path, forget):
    vectors = vectors_class()
    cache = path + ".python"
    start = time.perf_counter()
    for _ in range(iterations):
        kept = os.path.join(cache, os.path.basename(path) + ".pt")
        if forget and os.path.exists(kept):
            os.remove(kept)
        vectors(path, cache=cache)
    return time.perf_counter() - start


def parse(iterations, path):
    return read(iterations, path, forget=True)


def kept(iterations, path):
    read(1, path, forget=False)
    return read(iterations, path, forget=False)


CASES = {"vectors": parse, "vectors-kept": kept}
