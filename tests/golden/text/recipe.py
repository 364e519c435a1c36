"""The pure-Python part of torchtext 0.14.1 (Debian 12's python3-torchtext), whose native library is an empty file.

`from recipe import torchtext`: stand-ins take the places of the native modules. The one for Vocab states the rule that the native class follows.
"""
import sys
import types

import torch


class Vocab:
    """torchtext's native vocabulary as its documentation tells it: tokens by index, each once; unknown ones get the default index or raise."""

    def __init__(self, tokens, default_index=None):
        if len(set(tokens)) != len(tokens):
            raise RuntimeError("duplicate")
        self.itos = list(tokens)
        self.default_index_ = default_index

    def __len__(self):
        return len(self.itos)

    def __contains__(self, token):
        return token in self.itos

    def __getitem__(self, token):
        if token in self.itos:
            return self.itos.index(token)
        if self.default_index_ is None:
            raise RuntimeError("unknown")
        return self.default_index_

    def set_default_index(self, index):
        self.default_index_ = index

    def get_default_index(self):
        return self.default_index_

    def insert_token(self, token, index):
        if not 0 <= index <= len(self.itos) or token in self.itos:
            raise RuntimeError("insert")
        self.itos.insert(index, token)

    def append_token(self, token):
        self.insert_token(token, len(self.itos))

    def lookup_token(self, index):
        if not 0 <= index < len(self.itos):
            raise RuntimeError("range")
        return self.itos[index]

    def lookup_tokens(self, indices):
        return [self.lookup_token(index) for index in indices]

    def lookup_indices(self, tokens):
        return [self[token] for token in tokens]

    def get_stoi(self):
        return {token: index for index, token in enumerate(self.itos)}

    def get_itos(self):
        return list(self.itos)


native = types.ModuleType("torchtext._torchtext")
for name in ("Vectors", "Regex", "RegexTokenizer", "SentencePiece", "GPT2BPEEncoder", "CLIPEncoder", "BERTEncoder"):
    setattr(native, name, type(name, (), {}))
for name in ("_build_vocab_from_text_file", "_build_vocab_from_text_file_using_python_tokenizer", "_load_vocab_from_file",
             "_load_token_and_vectors_from_file", "_load_sp_model_string"):
    setattr(native, name, lambda *arguments: None)
native.Vocab = Vocab
sys.modules["torchtext._torchtext"] = native
sys.modules["torchtext._extension"] = types.ModuleType("torchtext._extension")

import torchtext  # noqa: E402
