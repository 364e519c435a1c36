using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// A transformer's encoder layer (Vaswani et al., 2017): self-attention, then a feed-forward part, each added to its input and normalized. Python's
/// <c>torch.nn.TransformerEncoderLayer</c>.
/// </summary>
/// <remarks>
/// In evaluation, without gradients, with the batch first, no attention mask and an even number of heads it is computed by libtorch's one operator
/// for it, as in Python.
/// </remarks>
public sealed class TransformerEncoderLayer : Module<Tensor, Tensor>, IModule<Tensor, Tensor?, Tensor>, IModule<Tensor, Tensor?, Tensor?, Tensor>
{
    private readonly TransformerSettings _settings;

    internal TransformerEncoderLayer(TransformerSettings settings)
        : this(
            settings, settings.NewAttention(), settings.NewInner(), settings.NewDropout(), settings.NewOuter(), settings.NewNorm(),
            settings.NewNorm(), settings.NewDropout(), settings.NewDropout())
    {
    }

    /// <summary>A copy with parameters of its own.</summary>
    internal TransformerEncoderLayer(TransformerEncoderLayer other)
        : this(
            other._settings, new MultiheadAttention(other.self_attn), Copies.Of(other.linear1), Copies.Of(other.dropout), Copies.Of(other.linear2),
            Copies.Of(other.norm1), Copies.Of(other.norm2), Copies.Of(other.dropout1), Copies.Of(other.dropout2)) =>
        train(other.training);

    private TransformerEncoderLayer(
        TransformerSettings settings, MultiheadAttention self_attn, Linear linear1, Dropout dropout, Linear linear2, LayerNorm norm1,
        LayerNorm norm2, Dropout dropout1, Dropout dropout2)
        : base(nameof(TransformerEncoderLayer))
    {
        _settings = settings;
        (this.self_attn, this.linear1, this.dropout, this.linear2) = (self_attn, linear1, dropout, linear2);
        (this.norm1, this.norm2, this.dropout1, this.dropout2) = (norm1, norm2, dropout1, dropout2);
        register_module(nameof(self_attn), self_attn);
        register_module(nameof(linear1), linear1);
        register_module(nameof(dropout), dropout);
        register_module(nameof(linear2), linear2);
        register_module(nameof(norm1), norm1);
        register_module(nameof(norm2), norm2);
        register_module(nameof(dropout1), dropout1);
        register_module(nameof(dropout2), dropout2);
    }

    /// <summary>The attention.</summary>
    public MultiheadAttention self_attn { get; }

    /// <summary>The feed-forward part's first map.</summary>
    public Linear linear1 { get; }

    /// <summary>The dropout inside the feed-forward part.</summary>
    public Dropout dropout { get; }

    /// <summary>The feed-forward part's second map.</summary>
    public Linear linear2 { get; }

    /// <summary>The attention's normalization.</summary>
    public LayerNorm norm1 { get; }

    /// <summary>The feed-forward part's normalization.</summary>
    public LayerNorm norm2 { get; }

    /// <summary>The dropout behind the attention.</summary>
    public Dropout dropout1 { get; }

    /// <summary>The dropout behind the feed-forward part.</summary>
    public Dropout dropout2 { get; }

    /// <summary>Whether the normalizations stand before attention and feed-forward part, and not behind them.</summary>
    public bool norm_first => _settings.NormFirst;

    /// <summary>Encodes without masks.</summary>
    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor)"/>
    public override Tensor forward(Tensor src) => forward(src, null, null);

    /// <summary>Encodes.</summary>
    /// <param name="src">(S, N, d_model), (N, S, d_model) if the batch is first, or (S, d_model) without a batch; or nested, in evaluation without gradients and masks.</param>
    /// <param name="src_mask">(S, S), or (N heads, S, S): booleans (true leaves a place out) or numbers to add; null for none.</param>
    /// <param name="src_key_padding_mask">(N, S), or (S): booleans (true leaves a place out) or numbers to add; null for none.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
    public Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        AttentionShapes.IsBatched(src, src, src, self_attn.embed_dim, self_attn.num_heads, self_attn.batch_first);
        if (src_mask is null && src.dim() == 3 && !(src.is_nested && src_key_padding_mask is not null) && src_key_padding_mask is null or { dtype: ScalarType.Bool } && TakesFastPath(src))
        {
            return Fast(src, src_key_padding_mask);
        }

        using var scope = NewDisposeScope();
        var attended = norm_first
            ? src + Attend(norm1.call(src), src_mask, src_key_padding_mask)
            : norm1.call(src + Attend(src, src_mask, src_key_padding_mask));
        var result = norm_first ? attended + Feed(norm2.call(attended)) : norm2.call(attended + Feed(attended));
        return result.MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor)"/>
    /// <remarks>Hooks run around it.</remarks>
    public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) =>
        HasHooks ? CallHooked(src, x => forward(x, src_mask, src_key_padding_mask)) : forward(src, src_mask, src_key_padding_mask);

    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor)"/>
    /// <remarks>Hooks run around it.</remarks>
    public Tensor call(Tensor src, Tensor? src_mask) => call(src, src_mask, null);

    /// <summary>Whether libtorch's operator may compute this layer for an input of three dimensions.</summary>
    internal bool TakesFastPath(Tensor src) =>
        !training && self_attn.IsFastLayer && _settings.Known is not null && norm1.eps == norm2.eps && src.dtype == linear1.weight.dtype
        && !modules().Any(module => module.HasHooks && module != this) && FastPath.IsOpen(src, FastParameters);

    /// <summary>The layer by libtorch's operator; the input may be a nested tensor.</summary>
    internal Tensor Fast(Tensor src, Tensor? padding) => aten._transformer_encoder_layer_fwd(
        src, self_attn.embed_dim, self_attn.num_heads, self_attn.in_proj_weight!, self_attn.in_proj_bias!, self_attn.out_proj.weight,
        self_attn.out_proj.bias!, _settings.Known == Activations.GELU, norm_first, norm1.eps, norm1.weight!, norm1.bias!, norm2.weight!, norm2.bias!,
        linear1.weight, linear1.bias!, linear2.weight, linear2.bias!, padding, padding is null ? null : 1);

    private IEnumerable<Tensor?> FastParameters =>
    [
        .. self_attn.FastParameters, norm1.weight, norm1.bias, norm2.weight, norm2.bias, linear1.weight, linear1.bias, linear2.weight, linear2.bias,
    ];

    private Tensor Attend(Tensor x, Tensor? mask, Tensor? padding) =>
        dropout1.call(self_attn.call(x, x, x, padding, need_weights: false, mask).Item1);

    private Tensor Feed(Tensor x) => dropout2.call(linear2.call(dropout.call(_settings.Activation(linear1.call(x)))));
}
