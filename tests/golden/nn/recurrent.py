"""Recurrent layers and cells, packed and padded sequences. Several results become one vector: see results.py.

Written to recurrent.json: /usr/bin/python3 recurrent.py
"""
import torch
from torch import nn
from torch.nn.utils import rnn

from recorder import Recorder
from results import together

r = Recorder(__file__)
exact = {"rtol": 1e-10, "atol": 1e-11}


def plain(module, x, *state):
    return together(module(x, *state))


def lstm(module, x, h, c):
    return together(module(x, (h, c)))


def wide(*inputs):
    return [x.double() if x.is_floating_point() else x for x in inputs]


def packed(module, x, lengths, *state):
    sequences = rnn.pack_padded_sequence(x, lengths, batch_first=module.batch_first, enforce_sorted=False)
    state = state if len(state) < 2 else (state,)
    output, last = module(sequences, *state)
    return together(rnn.pad_packed_sequence(output, batch_first=module.batch_first)[0], last)


kinds = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}
for name, kind in kinds.items():
    run = lstm if name == "lstm" else plain
    states = 2 if name == "lstm" else 1
    r.case(name, kind(3, 2), r.randn(4, 2, 3), run=plain)
    r.case(f"{name}_state", kind(3, 2), r.randn(3, 2, 3), *(r.randn(1, 2, 2) for _ in range(states)), run=run)
    r.case(f"{name}_layers", kind(2, 3, num_layers=2, bidirectional=True), r.randn(3, 2, 2), *(r.randn(4, 2, 3) for _ in range(states)), run=run)
    r.case(f"{name}_batch_first", kind(3, 2, 2, batch_first=True, bias=False), r.randn(2, 4, 3), run=plain)
    r.case(f"{name}_alone", kind(3, 2, bidirectional=True), r.randn(5, 3), *(r.randn(2, 2) for _ in range(states)), run=run)
    r.case(f"{name}_alone_batch_first", kind(2, 2, batch_first=True), r.randn(3, 2), run=plain)
    r.case(f"{name}_one_element", kind(3, 2, 2), r.randn(1, 2, 3), run=plain)
    r.case(f"{name}_float64", kind(2, 3, 2, bidirectional=True).double(), *wide(r.randn(3, 2, 2)), run=plain, **exact)
    r.case(f"{name}_dropout", kind(2, 3, 3, dropout=0.4), r.randn(3, 2, 2), run=plain, seed=5)
    r.case(f"{name}_dropout_eval", kind(2, 3, 2, dropout=0.4), r.randn(3, 2, 2), run=plain, train=False)
    r.case(f"{name}_packed", kind(2, 3), r.randn(4, 3, 2), torch.tensor([2, 4, 1]), run=packed)
    r.case(f"{name}_packed_layers", kind(2, 2, 2, bidirectional=True, batch_first=True), r.randn(3, 4, 2), torch.tensor([3, 1, 4]),
           *(r.randn(4, 3, 2) for _ in range(states)), run=packed)
    r.case(f"{name}_packed_float64", kind(2, 2, bidirectional=True).double(), *wide(r.randn(3, 2, 2), torch.tensor([1, 3])), run=packed, **exact)

r.case("rnn_relu", nn.RNN(3, 2, nonlinearity="relu"), r.randn(4, 2, 3), run=plain)
r.case("rnn_relu_packed", nn.RNN(2, 3, 2, nonlinearity="relu"), r.randn(4, 2, 2), torch.tensor([4, 2]), run=packed)
r.case("lstm_projected", nn.LSTM(2, 4, proj_size=2), r.randn(3, 2, 2), r.randn(1, 2, 2), r.randn(1, 2, 4), run=lstm)
r.case("lstm_projected_layers", nn.LSTM(2, 3, 2, proj_size=2, bidirectional=True, batch_first=True), r.randn(2, 3, 2), run=plain)
r.case("lstm_projected_packed", nn.LSTM(2, 3, proj_size=1, bias=False), r.randn(3, 2, 2), torch.tensor([3, 2]), run=packed)

for name, kind in {"rnn_cell": nn.RNNCell, "gru_cell": nn.GRUCell}.items():
    r.case(name, kind(3, 2), r.randn(4, 3), r.randn(4, 2), run=plain)
    r.case(f"{name}_start", kind(3, 2, bias=False), r.randn(2, 3), run=plain)
    r.case(f"{name}_alone", kind(3, 2), r.randn(3), r.randn(2), run=plain)
    r.case(f"{name}_float64", kind(2, 3).double(), *wide(r.randn(2, 2), r.randn(2, 3)), run=plain, **exact)
    r.case(f"{name}_empty", kind(3, 2), torch.zeros(0, 3), run=plain)
r.case("rnn_cell_relu", nn.RNNCell(3, 2, nonlinearity="relu"), r.randn(4, 3), r.randn(4, 2), run=plain)
r.case("lstm_cell", nn.LSTMCell(3, 2), r.randn(4, 3), r.randn(4, 2), r.randn(4, 2), run=lstm)
r.case("lstm_cell_start", nn.LSTMCell(3, 2, bias=False), r.randn(2, 3), run=plain)
r.case("lstm_cell_alone", nn.LSTMCell(3, 2), r.randn(3), r.randn(2), r.randn(2), run=lstm)
r.case("lstm_cell_float64", nn.LSTMCell(2, 3).double(), *wide(r.randn(2, 2), r.randn(2, 3), r.randn(2, 3)), run=lstm, **exact)
r.case("lstm_cell_empty", nn.LSTMCell(3, 2), torch.zeros(0, 3), run=plain)

lengths = torch.tensor([2, 4, 1])
ordered = torch.tensor([4, 3, 1])
for suffix, change in (("", lambda *x: x), ("_float64", wide)):
    r.case(f"pack_padded_sequence{suffix}", lambda x, n: rnn.pack_padded_sequence(x, n).data, *change(r.randn(4, 3, 2), ordered))
    r.case(f"pack_padded_sequence_unsorted{suffix}", lambda x, n: rnn.pack_padded_sequence(x, n, enforce_sorted=False).data,
           *change(r.randn(4, 3, 2), lengths))
    r.case(f"pad_packed_sequence{suffix}", lambda x, n: rnn.pad_packed_sequence(
        rnn.pack_padded_sequence(x, n, batch_first=True, enforce_sorted=False), batch_first=True, padding_value=-1.5, total_length=6)[0],
        *change(r.randn(3, 4, 2), lengths))
    r.case(f"pad_sequence{suffix}", lambda a, b, c: rnn.pad_sequence([a, b, c]), *change(r.randn(2, 3), r.randn(4, 3), r.randn(1, 3)))
    r.case(f"pad_sequence_batch_first{suffix}", lambda a, b: rnn.pad_sequence([a, b], batch_first=True, padding_value=7.25),
           *change(r.randn(2), r.randn(5)))
    r.case(f"unpad_sequence{suffix}", lambda x, n: together(rnn.unpad_sequence(x, n, batch_first=True)), *change(r.randn(3, 4, 2), lengths))
    r.case(f"pack_sequence{suffix}", lambda a, b: rnn.pack_sequence([a, b], enforce_sorted=False).data, *change(r.randn(2, 3), r.randn(3, 3)))
    r.case(f"unpack_sequence{suffix}", lambda a, b: together(rnn.unpack_sequence(rnn.pack_sequence([a, b], enforce_sorted=False))),
           *change(r.randn(2, 3), r.randn(3, 3)))
r.case("pack_padded_sequence_batch_sizes", lambda x, n: rnn.pack_padded_sequence(x, n, enforce_sorted=False).batch_sizes, r.randn(4, 3, 1), lengths)
r.case("pack_padded_sequence_order", lambda x, n: together(
    rnn.pack_padded_sequence(x, n, enforce_sorted=False).sorted_indices, rnn.pack_padded_sequence(x, n, enforce_sorted=False).unsorted_indices),
    r.randn(4, 3, 1), lengths)
r.case("pad_packed_sequence_lengths", lambda x, n: rnn.pad_packed_sequence(rnn.pack_padded_sequence(x, n, enforce_sorted=False))[1],
       r.randn(4, 3, 1), lengths)
r.case("pad_sequence_int64", lambda a, b: rnn.pad_sequence([a, b], padding_value=-1), torch.tensor([1, 2, 3]), torch.tensor([4]))
r.case("invert_permutation", rnn.invert_permutation, torch.tensor([2, 0, 3, 1]))
r.case("lstm_weight_norm", nn.utils.weight_norm(nn.LSTM(3, 2), "weight_hh_l0"), r.randn(4, 2, 3), run=plain)
r.case("gru_weight_norm_packed", nn.utils.weight_norm(nn.GRU(2, 3), "weight_ih_l0"), r.randn(4, 2, 2), torch.tensor([2, 4]), run=packed)
r.case("lstm_cell_weight_norm", nn.utils.weight_norm(nn.LSTMCell(3, 2), "weight_ih"), r.randn(4, 3), run=plain)
r.write()
