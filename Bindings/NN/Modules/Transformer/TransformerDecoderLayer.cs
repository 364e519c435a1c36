using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// A transformer's decoder layer (Vaswani et al., 2017): self-attention, attention to the encoder's result, then a feed-forward part, each added to
/// its input and normalized. Python's <c>torch.nn.TransformerDecoderLayer</c>.
/// </summary>
public sealed class TransformerDecoderLayer : Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>, IModule<Tensor, Tensor, Tensor>
{
    private readonly TransformerSettings _settings;

    internal TransformerDecoderLayer(TransformerSettings settings)
        : base(nameof(TransformerDecoderLayer))
    {
        _settings = settings;
        self_attn = Add(nameof(self_attn), settings.NewAttention());
        multihead_attn = Add(nameof(multihead_attn), settings.NewAttention());
        linear1 = Add(nameof(linear1), settings.NewInner());
        dropout = Add(nameof(dropout), settings.NewDropout());
        linear2 = Add(nameof(linear2), settings.NewOuter());
        norm1 = Add(nameof(norm1), settings.NewNorm());
        norm2 = Add(nameof(norm2), settings.NewNorm());
        norm3 = Add(nameof(norm3), settings.NewNorm());
        dropout1 = Add(nameof(dropout1), settings.NewDropout());
        dropout2 = Add(nameof(dropout2), settings.NewDropout());
        dropout3 = Add(nameof(dropout3), settings.NewDropout());
    }

    /// <summary>A copy with parameters of its own.</summary>
    internal TransformerDecoderLayer(TransformerDecoderLayer other)
        : base(nameof(TransformerDecoderLayer))
    {
        _settings = other._settings;
        self_attn = Add(nameof(self_attn), new MultiheadAttention(other.self_attn));
        multihead_attn = Add(nameof(multihead_attn), new MultiheadAttention(other.multihead_attn));
        linear1 = Add(nameof(linear1), Copies.Of(other.linear1));
        dropout = Add(nameof(dropout), Copies.Of(other.dropout));
        linear2 = Add(nameof(linear2), Copies.Of(other.linear2));
        norm1 = Add(nameof(norm1), Copies.Of(other.norm1));
        norm2 = Add(nameof(norm2), Copies.Of(other.norm2));
        norm3 = Add(nameof(norm3), Copies.Of(other.norm3));
        dropout1 = Add(nameof(dropout1), Copies.Of(other.dropout1));
        dropout2 = Add(nameof(dropout2), Copies.Of(other.dropout2));
        dropout3 = Add(nameof(dropout3), Copies.Of(other.dropout3));
        train(other.training);
    }

    /// <summary>The attention among the targets.</summary>
    public MultiheadAttention self_attn { get; }

    /// <summary>The attention to the encoder's result.</summary>
    public MultiheadAttention multihead_attn { get; }

    /// <summary>The feed-forward part's first map.</summary>
    public Linear linear1 { get; }

    /// <summary>The dropout inside the feed-forward part.</summary>
    public Dropout dropout { get; }

    /// <summary>The feed-forward part's second map.</summary>
    public Linear linear2 { get; }

    /// <summary>The normalization of the attention among the targets.</summary>
    public LayerNorm norm1 { get; }

    /// <summary>The normalization of the attention to the encoder's result.</summary>
    public LayerNorm norm2 { get; }

    /// <summary>The feed-forward part's normalization.</summary>
    public LayerNorm norm3 { get; }

    /// <summary>The dropout behind the attention among the targets.</summary>
    public Dropout dropout1 { get; }

    /// <summary>The dropout behind the attention to the encoder's result.</summary>
    public Dropout dropout2 { get; }

    /// <summary>The dropout behind the feed-forward part.</summary>
    public Dropout dropout3 { get; }

    /// <summary>Whether the normalizations stand before attention and feed-forward part, and not behind them.</summary>
    public bool norm_first => _settings.NormFirst;

    /// <summary>Decodes.</summary>
    /// <param name="tgt">(T, N, d_model), (N, T, d_model) if the batch is first, or (T, d_model) without a batch.</param>
    /// <param name="memory">The encoder's result: (S, N, d_model), or likewise.</param>
    /// <param name="tgt_mask">(T, T), or (N heads, T, T): booleans (true leaves a place out) or numbers to add; null for none.</param>
    /// <param name="memory_mask">(T, S), or (N heads, T, S); null for none.</param>
    /// <param name="tgt_key_padding_mask">(N, T), or (T); null for none.</param>
    /// <param name="memory_key_padding_mask">(N, S), or (S); null for none.</param>
    /// <returns>The targets' shape.</returns>
    /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
    public override Tensor forward(
        Tensor tgt, Tensor memory, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
        Tensor? memory_key_padding_mask = null)
    {
        using var scope = NewDisposeScope();
        var x = tgt;
        x = Added(x, norm1, y => dropout1.call(Attention(self_attn, y, y, tgt_mask, tgt_key_padding_mask)));
        x = Added(x, norm2, y => dropout2.call(Attention(multihead_attn, y, memory, memory_mask, memory_key_padding_mask)));
        x = Added(x, norm3, y => dropout3.call(linear2.call(dropout.call(_settings.Activation(linear1.call(y))))));
        return x.MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward"/>
    /// <remarks>Hooks run around it.</remarks>
    public new Tensor call(
        Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
        Tensor? memory_key_padding_mask = null) =>
        base.call(tgt, memory, tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);

    /// <summary>Decodes without masks.</summary>
    /// <inheritdoc cref="call(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)"/>
    public Tensor call(Tensor tgt, Tensor memory) => call(tgt, memory, null);

    private Tensor Added(Tensor x, LayerNorm norm, Func<Tensor, Tensor> part) => norm_first ? x + part(norm.call(x)) : norm.call(x + part(x));

    private static Tensor Attention(MultiheadAttention attention, Tensor query, Tensor key, Tensor? mask, Tensor? padding) =>
        attention.call(query, key, key, padding, need_weights: false, mask).Item1;

    private TModule Add<TModule>(string name, TModule module)
        where TModule : Module
    {
        register_module(name, module);
        return module;
    }
}
