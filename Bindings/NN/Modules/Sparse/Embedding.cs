using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// A table of vectors, looked up by row number: (...) to (..., dimension). It starts standard normal. Python's <c>torch.nn.Embedding</c>.
/// </summary>
public sealed class Embedding : Module<Tensor, Tensor>
{
    private readonly EmbeddingOptions _options;
    private Parameter? _weight;

    internal Embedding(long num_embeddings, long embedding_dims, EmbeddingOptions options, Device? device, ScalarType? dtype)
        : base(nameof(Embedding))
    {
        _options = options.For(num_embeddings);
        weight = NewParameter([num_embeddings, embedding_dims], device, dtype);
        reset_parameters();
    }

    internal Embedding(Tensor embeddings, bool freeze, EmbeddingOptions options)
        : base(nameof(Embedding))
    {
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

    /// <summary>Looks up.</summary>
    public override Tensor forward(Tensor input) => functional.embedding(
        input, _weight!, _options.PaddingIdx, _options.MaxNorm, _options.NormType, _options.ScaleGradByFreq, _options.Sparse);

    /// <inheritdoc/>
    protected override string extra_repr() => _options.Describe(weight);
}
