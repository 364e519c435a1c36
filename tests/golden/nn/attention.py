"""Attention of several heads, transformers. Several results become one vector.

Written to attention.json: /usr/bin/python3 attention.py
Cases with "fast" in their names run in evaluation and without gradients, where Python takes libtorch's operators for whole layers.
"""
import math

import torch
from torch import nn
from torch.nn import functional as F

from recorder import Recorder
from results import together

r = Recorder(__file__)
exact = {"rtol": 1e-9, "atol": 1e-10}
close = {"rtol": 1e-4, "atol": 1e-5}


def wide(*inputs):
    return [x.double() if x.is_floating_point() else x for x in inputs]


def with_masks(*names, **options):
    return lambda m, q, k, v, *masks: together(m(q, k, v, **dict(zip(names, masks)), **options))


def itself(*names, **options):
    return lambda m, x, *masks: together(m(x, x, x, **dict(zip(names, masks)), **options))


def fast(run):
    def quiet(*inputs):
        with torch.no_grad():
            return run(*inputs)
    return quiet


padding = torch.tensor([[False, False, True], [False, False, False]])
causal = torch.triu(torch.ones(3, 3, dtype=torch.bool), 1)
bias = nn.Transformer.generate_square_subsequent_mask(3)
heads = torch.tensor([[[(i + j + k) % 3 == 1 for k in range(3)] for j in range(3)] for i in range(4)])

attention = lambda **options: nn.MultiheadAttention(4, 2, **options)
r.case("attention", attention(), r.randn(3, 2, 4), r.randn(5, 2, 4), r.randn(5, 2, 4), run=with_masks())
r.case("attention_itself", attention(), r.randn(3, 2, 4), run=itself())
r.case("attention_key_is_value", attention(), r.randn(3, 2, 4), r.randn(5, 2, 4), run=lambda m, q, k: together(m(q, k, k)))
r.case("attention_no_weights", attention(), r.randn(3, 2, 4), run=itself(need_weights=False))
r.case("attention_each_head", attention(), r.randn(3, 2, 4), run=itself(average_attn_weights=False))
r.case("attention_no_bias", attention(bias=False), r.randn(3, 2, 4), run=itself())
r.case("attention_sizes", attention(kdim=3, vdim=5), r.randn(3, 2, 4), r.randn(4, 2, 3), r.randn(4, 2, 5), run=with_masks())
r.case("attention_sizes_no_bias", attention(kdim=3, vdim=4, bias=False), r.randn(3, 1, 4), r.randn(2, 1, 3), r.randn(2, 1, 4), run=with_masks())
r.case("attention_bias_kv", attention(add_bias_kv=True), r.randn(3, 2, 4), r.randn(5, 2, 4), r.randn(5, 2, 4), run=with_masks())
r.case("attention_zero", attention(add_zero_attn=True), r.randn(3, 2, 4), run=itself())
r.case("attention_all_added", attention(add_bias_kv=True, add_zero_attn=True, batch_first=True), r.randn(2, 3, 4), padding, causal,
       run=itself("key_padding_mask", "attn_mask"))
r.case("attention_padding", attention(), r.randn(3, 2, 4), padding, run=itself("key_padding_mask"))
r.case("attention_mask", attention(batch_first=True), r.randn(2, 3, 4), causal, run=itself("attn_mask"))
r.case("attention_mask_added", attention(), r.randn(3, 2, 4), bias, run=itself("attn_mask"), grad=[0])
r.case("attention_mask_numbers", attention(), r.randn(3, 2, 4), r.randn(3, 3), run=itself("attn_mask"))
r.case("attention_mask_heads", attention(), r.randn(3, 2, 4), heads, run=itself("attn_mask", average_attn_weights=False))
r.case("attention_both_masks", attention(), r.randn(3, 2, 4), padding, causal, run=itself("key_padding_mask", "attn_mask"))
r.case("attention_both_masks_added", attention(), r.randn(3, 2, 4), padding, bias, run=itself("key_padding_mask", "attn_mask"), grad=[0])
r.case("attention_alone", attention(), r.randn(3, 4), r.randn(2, 4), r.randn(2, 4), run=with_masks())
r.case("attention_alone_masked", attention(batch_first=True), r.randn(3, 4), torch.tensor([False, True, False]), causal,
       run=itself("key_padding_mask", "attn_mask"))
r.case("attention_dropout", attention(dropout=0.5), r.randn(3, 2, 4), run=itself(), seed=11)
r.case("attention_one", attention(), r.randn(1, 1, 4), run=itself())
r.case("attention_empty_batch", attention(), torch.zeros(3, 0, 4), run=itself())
r.case("attention_float64", attention().double(), *wide(r.randn(3, 2, 4), r.randn(4, 2, 4), r.randn(4, 2, 4)), run=with_masks(), **exact)
r.case("attention_sizes_float64", attention(kdim=3, vdim=2, add_bias_kv=True).double(), *wide(r.randn(2, 2, 4), r.randn(3, 2, 3), r.randn(3, 2, 2)),
       run=with_masks(), **exact)
r.case("attention_fast", attention(batch_first=True), r.randn(2, 3, 4), run=fast(itself()), train=False)
r.case("attention_fast_each_head", attention(batch_first=True), r.randn(2, 3, 4), run=fast(itself(average_attn_weights=False)), train=False)
r.case("attention_fast_no_weights", attention(batch_first=True), r.randn(2, 3, 4), run=fast(itself(need_weights=False)), train=False)
r.case("attention_fast_padding", attention(batch_first=True), r.randn(2, 3, 4), padding, run=fast(itself("key_padding_mask")), train=False)
r.case("attention_fast_float64", attention(batch_first=True).double(), *wide(r.randn(2, 3, 4)), run=fast(itself()), train=False, **exact)


def functional(query, key, value, weight, bias, out, out_bias):
    return together(F.multi_head_attention_forward(query, key, value, 4, 2, weight, bias, None, None, False, 0.0, out, out_bias))


def separate(query, key, value, q, k, v, bias, bias_k, bias_v, out):
    return together(F.multi_head_attention_forward(
        query, key, value, 4, 2, None, bias, bias_k, bias_v, True, 0.0, out, None, need_weights=False, use_separate_proj_weight=True,
        q_proj_weight=q, k_proj_weight=k, v_proj_weight=v))


def fixed(query, weight, out, k, v):
    return together(F.multi_head_attention_forward(
        query, query, query, 4, 2, weight, None, None, None, False, 0.0, out, None, static_k=k, static_v=v, average_attn_weights=False))


weights = lambda: (r.randn(12, 4), r.randn(12), r.randn(4, 4), r.randn(4))
# The gradient of the keys' bias is zero but for rounding.
r.case("multi_head_attention_forward", functional, r.randn(3, 2, 4), r.randn(2, 2, 4), r.randn(2, 2, 4), *weights(), **close)
r.case("multi_head_attention_forward_float64", functional, *wide(r.randn(3, 2, 4), r.randn(2, 2, 4), r.randn(2, 2, 4), *weights()), **exact)
r.case("multi_head_attention_forward_separate", separate, r.randn(3, 2, 4), r.randn(2, 2, 3), r.randn(2, 2, 5), r.randn(4, 4), r.randn(4, 3),
       r.randn(4, 5), r.randn(12), r.randn(1, 1, 4), r.randn(1, 1, 4), r.randn(4, 4))
r.case("multi_head_attention_forward_static", fixed, r.randn(2, 2, 4), r.randn(12, 4), r.randn(4, 4), r.randn(4, 3, 2), r.randn(4, 3, 2))

# What Python 2's scaled_dot_product_attention is defined as; Python 1.13 has no function of that name.
def dot_product(query, key, value, mask=None, scale=None):
    scores = query @ key.transpose(-2, -1) * (1 / math.sqrt(query.shape[-1]) if scale is None else scale)
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf) if mask.dtype == torch.bool else scores + mask
    return torch.softmax(scores, -1) @ value


for suffix, change, tolerance in (("", lambda *x: x, {}), ("_float64", wide, exact)):
    r.case(f"dot_product{suffix}", dot_product, *change(r.randn(2, 3, 4), r.randn(2, 5, 4), r.randn(2, 5, 3)), **tolerance)
    r.case(f"dot_product_mask{suffix}", dot_product, *change(r.randn(2, 2, 3, 4), r.randn(2, 2, 3, 4), r.randn(2, 2, 3, 4), ~causal), **tolerance)
    r.case(f"dot_product_bias{suffix}", dot_product, *change(r.randn(2, 3, 4), r.randn(2, 3, 4), r.randn(2, 3, 4), bias), grad=[0, 1, 2], **tolerance)
    r.case(f"dot_product_scale{suffix}", lambda q, k, v: dot_product(q, k, v, scale=0.3), *change(r.randn(1, 2, 3, 4), r.randn(1, 2, 3, 4), r.randn(1, 2, 3, 4)),
           **tolerance)
    r.case(f"dot_product_shared_heads{suffix}", lambda q, k, v: dot_product(q, k.repeat_interleave(2, 1), v.repeat_interleave(2, 1)),
           *change(r.randn(1, 4, 3, 2), r.randn(1, 2, 3, 2), r.randn(1, 2, 3, 2)), **tolerance)

encoder_layer = lambda **options: nn.TransformerEncoderLayer(4, 2, 6, **{"dropout": 0.0, **options})
masked = lambda *names: lambda m, x, *masks: m(x, **dict(zip(names, masks)))
r.case("encoder_layer", encoder_layer(), r.randn(3, 2, 4), **close)
r.case("encoder_layer_norm_first", encoder_layer(norm_first=True, activation="gelu", layer_norm_eps=1e-3), r.randn(3, 2, 4), **close)
r.case("encoder_layer_function", encoder_layer(activation=torch.tanh, batch_first=True), r.randn(2, 3, 4), **close)
r.case("encoder_layer_masks", encoder_layer(batch_first=True), r.randn(2, 3, 4), causal, padding, run=masked("src_mask", "src_key_padding_mask"), **close)
r.case("encoder_layer_alone", encoder_layer(), r.randn(3, 4), bias, run=masked("src_mask"), grad=[0], **close)
r.case("encoder_layer_dropout", encoder_layer(dropout=0.4), r.randn(3, 2, 4), seed=3, **close)
r.case("encoder_layer_float64", encoder_layer(batch_first=True).double(), *wide(r.randn(2, 3, 4)), **exact)
r.case("encoder_layer_eval", encoder_layer(dropout=0.3), r.randn(3, 2, 4), train=False, **close)
r.case("encoder_layer_fast", encoder_layer(batch_first=True), r.randn(2, 3, 4), run=fast(masked()), train=False, **close)
r.case("encoder_layer_fast_norm_first", encoder_layer(batch_first=True, norm_first=True, activation="gelu"), r.randn(2, 3, 4), run=fast(masked()),
       train=False, **close)
r.case("encoder_layer_fast_padding", encoder_layer(batch_first=True), r.randn(2, 3, 4), padding, run=fast(masked("src_key_padding_mask")),
       train=False, **close)

stack = lambda **options: nn.TransformerEncoder(
    encoder_layer(batch_first=True, **{k: v for k, v in options.items() if k != "norm"}), 2, nn.LayerNorm(4) if options.get("norm") else None)
r.case("encoder", stack(), r.randn(2, 3, 4), **close)
r.case("encoder_norm", stack(norm=True), r.randn(2, 3, 4), causal, padding, run=masked("mask", "src_key_padding_mask"), **close)
r.case("encoder_float64", stack(norm=True).double(), *wide(r.randn(2, 3, 4)), **exact)
r.case("encoder_fast", stack(), r.randn(2, 3, 4), run=fast(masked()), train=False, **close)
r.case("encoder_fast_padding", stack(norm=True), r.randn(2, 3, 4), padding, run=fast(masked("src_key_padding_mask")), train=False, **close)
r.case("encoder_fast_gap", stack(), r.randn(2, 3, 4), torch.tensor([[False, True, False], [False, False, False]]),
       run=fast(masked("src_key_padding_mask")), train=False, **close)
# Python 1.13 cuts the result off at the longest sequence; later ones keep the input's length, as we do.
whole_length = lambda y, x: F.pad(y, (0, 0, 0, x.shape[1] - y.shape[1]))
r.case("encoder_fast_cut", stack(), r.randn(2, 3, 4), torch.tensor([[False, False, True], [False, True, True]]),
       run=fast(lambda m, x, p: whole_length(m(x, src_key_padding_mask=p), x)), train=False, **close)

decoder_layer = lambda **options: nn.TransformerDecoderLayer(4, 2, 6, **{"dropout": 0.0, **options})
r.case("decoder_layer", decoder_layer(), r.randn(3, 2, 4), r.randn(5, 2, 4), **close)
r.case("decoder_layer_norm_first", decoder_layer(norm_first=True, activation="gelu", batch_first=True), r.randn(2, 3, 4), r.randn(2, 3, 4), causal, causal,
       padding, padding, run=lambda m, *x: m(*x), **close)
r.case("decoder_layer_dropout", decoder_layer(dropout=0.4), r.randn(3, 2, 4), r.randn(2, 2, 4), seed=3, **close)
r.case("decoder_layer_float64", decoder_layer().double(), *wide(r.randn(3, 2, 4), r.randn(2, 2, 4)), **exact)
r.case("decoder", nn.TransformerDecoder(decoder_layer(), 2, nn.LayerNorm(4)), r.randn(3, 2, 4), r.randn(5, 2, 4), bias,
       run=lambda m, t, s, mask: m(t, s, tgt_mask=mask), grad=[0, 1], **close)

whole = lambda **options: nn.Transformer(4, 2, 1, 2, 6, **{"dropout": 0.0, **options})
r.case("transformer", whole(), r.randn(5, 2, 4), r.randn(3, 2, 4), **close)
r.case("transformer_masks", whole(batch_first=True, norm_first=True, activation="gelu"), r.randn(2, 3, 4), r.randn(2, 3, 4), causal, causal, causal, padding,
       padding, padding, run=lambda m, *x: m(*x), **close)
r.case("transformer_alone", whole(), r.randn(5, 4), r.randn(3, 4), bias, run=lambda m, s, t, mask: m(s, t, tgt_mask=mask), grad=[0, 1], **close)
r.case("transformer_float64", whole().double(), *wide(r.randn(3, 2, 4), r.randn(2, 2, 4)), **exact)
r.case("transformer_fast", whole(batch_first=True), r.randn(2, 3, 4), r.randn(2, 2, 4), padding,
       run=fast(lambda m, s, t, p: m(s, t, src_key_padding_mask=p, memory_key_padding_mask=p)), train=False, **close)
r.case("generate_square_subsequent_mask", lambda x: x + nn.Transformer.generate_square_subsequent_mask(3), r.randn(3, 3), grad=[])
r.write()
