using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Encoder layers on each other. Python's <c>torch.nn.TransformerEncoder</c>.</summary>
/// <remarks>
/// Where every layer can be computed by libtorch's operator for it, and a padding mask of booleans leaves out the ends of sequences only, the padding
/// is taken out and not computed at all, as in Python: what stands in its place in the result is the normalization of zeros, or zeros.
/// </remarks>
public sealed partial class TransformerEncoder : Module<Tensor, Tensor, Tensor, Tensor>, IModule<Tensor, Tensor?, Tensor>, IModule<Tensor, Tensor>
{
    internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers, LayerNorm? norm, bool enable_nested_tensor)
        : base(nameof(TransformerEncoder))
    {
        ArgumentNullException.ThrowIfNull(encoder_layer);
        ArgumentOutOfRangeException.ThrowIfNegative(num_layers);
        layers = new ModuleList<TransformerEncoderLayer>(
            [.. Enumerable.Range(0, checked((int)num_layers)).Select(_ => new TransformerEncoderLayer(encoder_layer))]);
        (this.norm, this.num_layers, this.enable_nested_tensor) = (norm, num_layers, enable_nested_tensor);
        register_module(nameof(layers), layers);
        register_module(nameof(norm), norm);
    }

    /// <summary>The layers, from the input on.</summary>
    public ModuleList<TransformerEncoderLayer> layers { get; }

    /// <summary>The normalization behind the last layer, or null.</summary>
    public LayerNorm? norm { get; }

    /// <summary>The number of layers.</summary>
    public long num_layers { get; }

    /// <summary>Whether padding may be taken out.</summary>
    public bool enable_nested_tensor { get; set; }

    /// <summary>Encodes.</summary>
    /// <param name="src">(S, N, d_model), (N, S, d_model) if the batch is first, or (S, d_model) without a batch; or nested, in evaluation without gradients and masks.</param>
    /// <param name="src_mask">(S, S), or (N heads, S, S): booleans (true leaves a place out) or numbers to add; null for none.</param>
    /// <param name="src_key_padding_mask">(N, S), or (S): booleans (true leaves a place out) or numbers to add; null for none.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        ArgumentNullException.ThrowIfNull(src);
        using var scope = NewDisposeScope();
        var output = src_mask is null && src_key_padding_mask is not null && TakesPaddingOut(src, src_key_padding_mask)
            ? WithoutPadding(src, src_key_padding_mask)
            : Layered(src, src_mask, src_key_padding_mask);
        output = norm is null ? output : norm.call(output);
        return (ReferenceEquals(output, src) ? functional.Again(src) : output).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor)"/>
    /// <remarks>Hooks run around it.</remarks>
    public new Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) => base.call(src, src_mask!, src_key_padding_mask!);

    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor)"/>
    /// <remarks>Hooks run around it.</remarks>
    public Tensor call(Tensor src, Tensor? src_mask) => call(src, src_mask, null);

    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor)"/>
    /// <remarks>Hooks run around it.</remarks>
    public Tensor call(Tensor src) => call(src, null, null);

    private Tensor Layered(Tensor src, Tensor? mask, Tensor? padding)
    {
        var output = src;
        foreach (var layer in layers)
        {
            output = layer.call(output, mask, padding);
        }

        return output;
    }

    private bool TakesPaddingOut(Tensor src, Tensor padding)
    {
        if (!enable_nested_tensor || src.is_nested || src.dim() != 3 || padding.dtype != ScalarType.Bool || layers.Count == 0 || layers[0].norm_first
            || !layers.All(layer => !layer.HasHooks && layer.TakesFastPath(src)))
        {
            return false;
        }

        AttentionShapes.ThrowUnlessMask(padding, "src_key_padding_mask", [src.size(0), src.size(1)]);
        using var there = aten.logical_not(padding);
        return aten._nested_tensor_from_mask_left_aligned(src, there);
    }

    private Tensor WithoutPadding(Tensor src, Tensor padding)
    {
        var output = aten._nested_tensor_from_mask(src, aten.logical_not(padding), false);
        foreach (var layer in layers)
        {
            output = layer.Fast(output, null);
        }

        // Python 1.13 pads to the longest sequence that is left, later ones to the input's length, which is what a caller goes on with.
        return aten.to_padded_tensor(output, 0, src.shape);
    }
}
