using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit.Traced;

/// <summary>A Transformer encoder over words with learned places, whose number is read from the input, and a padding mask.</summary>
internal sealed class SentenceEncoder : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding words = nn.Embedding(60, 16);
    private readonly Parameter places = nn.Parameter(randn(1, 24, 16));
    private readonly TransformerEncoder encoder = nn.TransformerEncoder(
        nn.TransformerEncoderLayer(16, 4, 32, 0.1, nn.Activations.GELU, batch_first: true), 2, nn.LayerNorm([16L]));

    private readonly Linear head = nn.Linear(16, 3);

    public SentenceEncoder()
        : base(nameof(SentenceEncoder)) => RegisterComponents();

    public override Tensor forward(Tensor input1, Tensor input2)
    {
        var x = words.call(input1) * Math.Sqrt(16) + places.narrow(1, 0, input1.shape[1]);
        x = encoder.call(x, null!, input2);
        return head.call(x.masked_fill(input2.unsqueeze(2), 0).mean([1L]));
    }
}
