"""What recurrent layers, attention and transformers draw from seed 0, where the generator stands after it, and what they print.

Written to recurrent_starts.json, in the form of starts.json: /usr/bin/python3 recurrent_starts.py
"""
import json
import pathlib

import torch
from torch import nn

from recorder import json_number

layers = {
    "RNN": lambda: nn.RNN(3, 2), "RNNReLU": lambda: nn.RNN(2, 3, 2, nonlinearity="relu", bias=False, batch_first=True),
    "LSTM": lambda: nn.LSTM(2, 3, num_layers=2, dropout=0.5, bidirectional=True), "LSTMProjected": lambda: nn.LSTM(2, 4, proj_size=2),
    "GRU": lambda: nn.GRU(3, 2, batch_first=True, bidirectional=True), "RNNCell": lambda: nn.RNNCell(3, 2),
    "RNNCellReLU": lambda: nn.RNNCell(3, 2, bias=False, nonlinearity="relu"), "LSTMCell": lambda: nn.LSTMCell(2, 3), "GRUCell": lambda: nn.GRUCell(2, 3),
    "MultiheadAttention": lambda: nn.MultiheadAttention(4, 2, add_bias_kv=True),
    "MultiheadAttentionSizes": lambda: nn.MultiheadAttention(4, 2, bias=False, kdim=3, vdim=5),
    "TransformerEncoderLayer": lambda: nn.TransformerEncoderLayer(4, 2, 6), "TransformerDecoderLayer": lambda: nn.TransformerDecoderLayer(4, 2, 6, 0.25),
    "TransformerEncoder": lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6), 2, nn.LayerNorm(4)),
    "TransformerDecoder": lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6), 2),
    "Transformer": lambda: nn.Transformer(4, 2, 1, 1, 6),
}


def numbers(tensor, count=8):
    return [json_number(float(str(v))) for v in tensor.detach().float().reshape(-1)[:count].numpy()]


starts = []
for name, make in layers.items():
    torch.manual_seed(0)
    module = make()
    starts.append({"name": name, "print": str(module), "next": torch.rand(1).item(),
                   "state": {k: {"shape": list(v.shape), "first": numbers(v)} for k, v in module.state_dict().items()}})
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({"layers": starts}, indent=0, separators=(",", ":")) + "\n")
