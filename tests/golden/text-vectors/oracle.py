"""torchtext's pure Python part: its native library is empty in Debian 12's package, so placeholders stand in for it."""

import sys
import types

import torch  # noqa: F401  (has to come first)


def load():
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
    sys.modules["torchtext._extension"] = types.ModuleType("torchtext._extension")
    sys.modules["torchtext._torchtext"] = native
    import torchtext

    return torchtext
