using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// A table of vectors, looked up in bags that become one vector each: (B, bag size), or (N) with offsets (B), to (B, dimension). It starts standard
/// normal. Python's <c>torch.nn.EmbeddingBag</c>.
/// </summary>
public sealed class EmbeddingBag : Module<Tensor, Tensor?, Tensor?, Tensor>, IModule<Tensor, Tensor, Tensor>
{
    private readonly EmbeddingOptions _options;
    private readonly EmbeddingBagMode _mode;
    private readonly bool _include_last_offset;
    private Parameter? _weight;

    internal EmbeddingBag(
        long num_embeddings,
        long embedding_dims,
        EmbeddingBagMode mode,
        bool include_last_offset,
        EmbeddingOptions options,
        Device? device,
        ScalarType? dtype)
        : base(nameof(EmbeddingBag))
    {
        _mode = mode;
        _include_last_offset = include_last_offset;
        _options = options.For(num_embeddings);
        weight = NewParameter([num_embeddings, embedding_dims], device, dtype);
        reset_parameters();
    }

    internal EmbeddingBag(Tensor embeddings, bool freeze, EmbeddingBagMode mode, bool include_last_offset, EmbeddingOptions options)
        : base(nameof(EmbeddingBag))
    {
        _mode = mode;
        _include_last_offset = include_last_offset;
        weight = EmbeddingOptions.Table(embeddings, freeze);
        _options = options.For(weight.size(0));
    }

    /// <summary>(rows, dimension).</summary>
    public Parameter weight
    {
        get => Current(_weight!);
        set => SetParameter(ref _weight, value);
    }

    /// <summary>Draws the table anew; the padding row becomes zeros.</summary>
    public void reset_parameters() => _options.Draw(weight);

    /// <summary>Looks bags up.</summary>
    /// <param name="input">Row numbers: (B, bag size), or (N) with offsets.</param>
    /// <param name="offsets">(B): where each bag starts; null for an input of two dimensions.</param>
    /// <param name="perSampleWeights">A factor for each row number, for sums only; or null.</param>
    public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => functional.embedding_bag(
        input,
        _weight!,
        offsets,
        _options.MaxNorm,
        _options.NormType,
        _options.ScaleGradByFreq,
        _mode,
        _options.Sparse,
        perSampleWeights,
        _include_last_offset,
        _options.PaddingIdx);

    /// <summary>Runs the hooks and looks bags up.</summary>
    /// <inheritdoc cref="forward"/>
    public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => base.call(input, offsets, perSampleWeights);

    /// <summary>Runs the hooks and looks bags up: an input of two dimensions, a bag a row.</summary>
    public Tensor call(Tensor input) => call(input, null, null);

    /// <summary>Runs the hooks and looks bags up: an input of one dimension, with offsets.</summary>
    public Tensor call(Tensor input, Tensor offsets) => call(input, offsets, null);

    /// <inheritdoc/>
    protected override string extra_repr() => _options.Describe(weight, _mode);
}
