using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// A transformer (Vaswani et al., 2017): an encoder for the source and a decoder for the target. Weights start as Glorot's uniform ones. Python's
/// <c>torch.nn.Transformer</c>.
/// </summary>
public sealed class Transformer : Module<Tensor, Tensor, Tensor>
{
    internal Transformer(
        TransformerSettings settings, long num_encoder_layers, long num_decoder_layers, Module<Tensor, Tensor, Tensor, Tensor>? custom_encoder,
        Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>? custom_decoder)
        : base(nameof(Transformer))
    {
        (d_model, nhead, batch_first) = (settings.Width, settings.Heads, settings.BatchFirst);
        encoder = custom_encoder ?? NewEncoder(settings, num_encoder_layers);
        decoder = custom_decoder ?? NewDecoder(settings, num_decoder_layers);
        register_module(nameof(encoder), encoder);
        register_module(nameof(decoder), decoder);
        reset_parameters();
    }

    /// <summary>What encodes the source.</summary>
    public Module<Tensor, Tensor, Tensor, Tensor> encoder { get; }

    /// <summary>What decodes the target beside the encoded source.</summary>
    public Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor> decoder { get; }

    /// <summary>The number of features of source and target.</summary>
    public long d_model { get; }

    /// <summary>The number of attention heads.</summary>
    public long nhead { get; }

    /// <summary>Whether the batch is the first dimension.</summary>
    public bool batch_first { get; }

    /// <summary>
    /// A mask that lets a place see itself and earlier ones: minus infinity above the diagonal, zero elsewhere. Python's
    /// <c>generate_square_subsequent_mask</c>.
    /// </summary>
    /// <param name="sz">The number of places.</param>
    /// <param name="device">Where the mask is; default the CPU.</param>
    /// <param name="dtype">The mask's type; default the default type.</param>
    /// <returns>(sz, sz).</returns>
    public static Tensor generate_square_subsequent_mask(long sz, Device? device = null, ScalarType? dtype = null)
    {
        using var full = aten.full([sz, sz], double.NegativeInfinity, dtype ?? get_default_dtype(), null, device);
        return aten.triu(full, 1);
    }

    /// <summary>Draws all weights anew as Glorot's uniform ones.</summary>
    public void reset_parameters()
    {
        foreach (var parameter in parameters().Where(parameter => parameter.dim() > 1))
        {
            init.xavier_uniform_(parameter);
        }
    }

    /// <summary>Encodes and decodes without masks.</summary>
    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)"/>
    public override Tensor forward(Tensor src, Tensor tgt) => forward(src, tgt, null);

    /// <summary>Encodes and decodes.</summary>
    /// <param name="src">(S, N, d_model), (N, S, d_model) if the batch is first, or (S, d_model) without a batch.</param>
    /// <param name="tgt">(T, N, d_model), or likewise.</param>
    /// <param name="src_mask">(S, S), or (N heads, S, S): booleans (true leaves a place out) or numbers to add; null for none.</param>
    /// <param name="tgt_mask">(T, T), or (N heads, T, T); null for none.</param>
    /// <param name="memory_mask">(T, S), or (N heads, T, S); null for none.</param>
    /// <param name="src_key_padding_mask">(N, S), or (S); null for none.</param>
    /// <param name="tgt_key_padding_mask">(N, T), or (T); null for none.</param>
    /// <param name="memory_key_padding_mask">(N, S), or (S); null for none.</param>
    /// <returns>The target's shape.</returns>
    /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
    public Tensor forward(
        Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null,
        Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        ThrowUnlessFit(src, tgt);
        using var memory = encoder.call(src, src_mask!, src_key_padding_mask!);
        return decoder.call(tgt, memory, tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);
    }

    /// <inheritdoc cref="forward(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)"/>
    /// <remarks>Hooks run around it.</remarks>
    public Tensor call(
        Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null,
        Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) => HasHooks
        ? CallHooked(src, tgt, (source, target) => forward(
            source, target, src_mask, tgt_mask, memory_mask, src_key_padding_mask, tgt_key_padding_mask, memory_key_padding_mask))
        : forward(src, tgt, src_mask, tgt_mask, memory_mask, src_key_padding_mask, tgt_key_padding_mask, memory_key_padding_mask);

    private void ThrowUnlessFit(Tensor src, Tensor tgt)
    {
        ArgumentNullException.ThrowIfNull(src);
        ArgumentNullException.ThrowIfNull(tgt);
        var batch = batch_first ? 0 : 1;
        var dimensions = src.dim();
        if (dimensions is not (2 or 3) || tgt.dim() != dimensions || src.size(-1) != d_model || tgt.size(-1) != d_model
            || (dimensions == 3 && src.size(batch) != tgt.size(batch)))
        {
            var shape = batch_first ? $"(N, length, {d_model})" : $"(length, N, {d_model})";
            throw new ArgumentException(
                $"A transformer takes source and target {shape}, or both without N, not {Repr.Shape(src)} and {Repr.Shape(tgt)}.", nameof(src));
        }
    }

    private static TransformerEncoder NewEncoder(TransformerSettings settings, long layers)
    {
        using var layer = new TransformerEncoderLayer(settings);
        return new TransformerEncoder(layer, layers, settings.NewNorm(), enable_nested_tensor: true);
    }

    private static TransformerDecoder NewDecoder(TransformerSettings settings, long layers)
    {
        using var layer = new TransformerDecoderLayer(settings);
        return new TransformerDecoder(layer, layers, settings.NewNorm());
    }
}
