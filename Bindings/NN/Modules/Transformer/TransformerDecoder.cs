using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Decoder layers on each other. Python's <c>torch.nn.TransformerDecoder</c>.</summary>
public sealed class TransformerDecoder : Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>
{
    internal TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers, LayerNorm? norm)
        : base(nameof(TransformerDecoder))
    {
        ArgumentNullException.ThrowIfNull(decoder_layer);
        ArgumentOutOfRangeException.ThrowIfNegative(num_layers);
        layers = new ModuleList<TransformerDecoderLayer>(
            [.. Enumerable.Range(0, checked((int)num_layers)).Select(_ => new TransformerDecoderLayer(decoder_layer))]);
        (this.norm, this.num_layers) = (norm, num_layers);
        register_module(nameof(layers), layers);
        register_module(nameof(norm), norm);
    }

    /// <summary>The layers, from the targets on.</summary>
    public ModuleList<TransformerDecoderLayer> layers { get; }

    /// <summary>The normalization behind the last layer, or null.</summary>
    public LayerNorm? norm { get; }

    /// <summary>The number of layers.</summary>
    public long num_layers { get; }

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
        Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
        Tensor? memory_key_padding_mask = null)
    {
        ArgumentNullException.ThrowIfNull(tgt);
        using var scope = NewDisposeScope();
        var output = tgt;
        foreach (var layer in layers)
        {
            output = layer.call(output, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        }

        output = norm is null ? output : norm.call(output);
        return (ReferenceEquals(output, tgt) ? functional.Again(tgt) : output).MoveToOuterDisposeScope();
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
}
