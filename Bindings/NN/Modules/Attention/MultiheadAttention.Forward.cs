using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>What the layer computes, the ordinary way and by libtorch's one operator for it.</summary>
public sealed partial class MultiheadAttention
{
    /// <summary>Attends.</summary>
    /// <param name="query">(L, N, embed_dim), (N, L, embed_dim) if <see cref="batch_first"/>, or (L, embed_dim) without a batch.</param>
    /// <param name="key">(S, N, kdim), or likewise.</param>
    /// <param name="value">(S, N, vdim), or likewise.</param>
    /// <param name="key_padding_mask">(N, S), or (S): booleans (true leaves a key out) or numbers to add; null for none.</param>
    /// <param name="need_weights">Whether the weights are a result too.</param>
    /// <param name="attn_mask">(L, S), or (N heads, L, S): booleans (true leaves a key out) or numbers to add; null for none.</param>
    /// <returns>
    /// The result, of the queries' shape, and the weights, (N, L, S) or (L, S): the mean over the heads; null if not asked for.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
    /// <exception cref="TorchNotImplementedException">The inputs are nested, and libtorch's operator for the whole layer cannot be used.</exception>
    public override Tuple<Tensor, Tensor> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask) =>
        forward(query, key, value, key_padding_mask, need_weights, attn_mask, average_attn_weights: true);

    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor, Tensor, bool, Tensor)"/>
    /// <param name="average_attn_weights">Whether the weights are the heads' mean, or else (N, heads, L, S) or (heads, L, S).</param>
#pragma warning disable CS1573 // The other parameters' words are inherited.
    public Tuple<Tensor, Tensor> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask, bool average_attn_weights)
#pragma warning restore CS1573
    {
        var batched = AttentionShapes.IsBatched(query, key, value, embed_dim, num_heads, batch_first);
        if (batched && TakesFastPath(query, key, value, key_padding_mask, attn_mask))
        {
            var (attended, itsWeights) = aten._native_multi_head_attention(
                query, key, value, embed_dim, num_heads, _in_proj_weight!, _in_proj_bias!, out_proj.weight, out_proj.bias!, key_padding_mask,
                need_weights, average_attn_weights, key_padding_mask is null ? null : 1);
            return Tuple.Create(attended, itsWeights);
        }

        if (query.is_nested)
        {
            throw new TorchNotImplementedException(
                "MultiheadAttention attends to nested tensors in evaluation only, to one tensor itself, without masks, dropout and gradients of it or of the"
                + " layer, with the batch first, biases and an even number of heads: call eval() and no_grad(), or pad the sequences with to_padded_tensor().");
        }

        using var scope = NewDisposeScope();
        var turned = batch_first && batched;
        if (turned)
        {
            (query, key, value) = functional.Alike(query, key, value, x => aten.transpose_int(x, 0, 1));
        }

        var (output, weights) = functional.multi_head_attention_forward(
            query, key, value, embed_dim, num_heads, _in_proj_weight, _in_proj_bias, _bias_k, _bias_v, add_zero_attn, dropout, out_proj.weight,
            out_proj.bias, training, key_padding_mask, need_weights, attn_mask, _in_proj_weight is null, _q_proj_weight, _k_proj_weight, _v_proj_weight,
            average_attn_weights: average_attn_weights);
        output = turned ? aten.transpose_int(output, 0, 1) : output;
        return Tuple.Create(output.MoveToOuterDisposeScope(), weights?.MoveToOuterDisposeScope()!);
    }

    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor, Tensor, bool, Tensor)"/>
    /// <remarks>Hooks run around it.</remarks>
    public new Tuple<Tensor, Tensor> call(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask!, need_weights, attn_mask!);

    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor, Tensor, bool, Tensor, bool)"/>
    /// <remarks>Hooks run around it.</remarks>
    public Tuple<Tensor, Tensor> call(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask, bool average_attn_weights) => HasHooks
        ? CallHooked(
            query, key, value, key_padding_mask!, need_weights, attn_mask!, (q, k, v, padding, need, mask) =>
                forward(q, k, v, padding, need, mask, average_attn_weights))
        : forward(query, key, value, key_padding_mask, need_weights, attn_mask, average_attn_weights);

    /// <summary>The parameters that libtorch's operator for the whole layer takes.</summary>
    internal IEnumerable<Tensor?> FastParameters => [_in_proj_weight, _in_proj_bias, out_proj.weight, out_proj.bias];

    /// <summary>Whether this layer can be computed by libtorch's operators for inference, as far as it depends on the layer.</summary>
    internal bool IsFastLayer => batch_first && _in_proj_weight is not null && _in_proj_bias is not null && num_heads % 2 == 0;

    // Python's conditions of 1.13; the padding has to be of booleans, because the operator takes it for such.
    private bool TakesFastPath(Tensor query, Tensor key, Tensor value, Tensor? padding, Tensor? mask) =>
        !training && IsFastLayer && mask is null && padding is null or { dtype: ScalarType.Bool } && _bias_k is null && !add_zero_attn && dropout == 0
        && !out_proj.HasHooks && !(query.is_nested && padding is not null) && ReferenceEquals(query, key) && ReferenceEquals(key, value) && query.dtype == _in_proj_weight!.dtype
        && FastPath.IsOpen(query, FastParameters);
}
