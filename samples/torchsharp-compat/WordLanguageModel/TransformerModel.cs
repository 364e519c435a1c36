using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace WordLanguageModel;

/// <summary>Words' embeddings and positions through encoder layers: (length, N) words to (length, N, words) scores of what follows each.</summary>
internal sealed class TransformerModel : Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder transformer_encoder;
    private readonly PositionalEncoding pos_encoder;
    private readonly Embedding encoder;
    private readonly Linear decoder;
    private readonly long ninputs;

    public TransformerModel(long ntokens, long ninputs, long nheads, long nhidden, long nlayers, double dropout)
        : base("Transformer")
    {
        this.ninputs = ninputs;
        pos_encoder = new PositionalEncoding(ninputs, dropout);
        var encoder_layer = TransformerEncoderLayer(ninputs, nheads, nhidden, dropout);
        transformer_encoder = TransformerEncoder(encoder_layer, nlayers);
        encoder = Embedding(ntokens, ninputs);
        decoder = Linear(ninputs, ntokens);
        InitWeights();
        RegisterComponents();
    }

    /// <summary>Minus infinity where a word may not look: at those behind it.</summary>
    public static Tensor GenerateSquareSubsequentMask(long size, Device device)
    {
        using var scope = NewDisposeScope();
        var mask = torch.ones(size, size).eq(1).triu().transpose(0, 1);
        return mask.to_type(ScalarType.Float32)
            .masked_fill(mask.eq(0), float.NegativeInfinity)
            .masked_fill(mask.eq(1), 0.0f)
            .to(device)
            .MoveToOuterDisposeScope();
    }

    public override Tensor forward(Tensor t, Tensor mask)
    {
        var src = pos_encoder.call(encoder.call(t) * Math.Sqrt(ninputs));
        var enc = transformer_encoder.call(src, mask);
        return decoder.call(enc);
    }

    private void InitWeights()
    {
        const double initrange = 0.1;
        init.uniform_(encoder.weight!, -initrange, initrange);
        init.zeros_(decoder.bias!);
        init.uniform_(decoder.weight!, -initrange, initrange);
    }
}
