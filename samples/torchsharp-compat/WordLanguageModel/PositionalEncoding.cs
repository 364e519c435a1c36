using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace WordLanguageModel;

/// <summary>Adds waves of many lengths, by which the layers behind tell places apart.</summary>
internal sealed class PositionalEncoding : Module<Tensor, Tensor>
{
    private readonly Dropout dropout;
    private readonly Tensor pe;

    public PositionalEncoding(long dmodel, double dropout, int maxLen = 500)
        : base("PositionalEncoding")
    {
        this.dropout = Dropout(dropout);
        var pe = torch.zeros(new long[] { maxLen, dmodel });
        var position = torch.arange(0, maxLen, 1).unsqueeze(1);
        var divTerm = (torch.arange(0, dmodel, 2) * (-Math.Log(10000.0) / dmodel)).exp();
        pe[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2)] = (position * divTerm).sin();
        pe[TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2)] = (position * divTerm).cos();
        this.pe = pe.unsqueeze(0).transpose(0, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor t)
    {
        using var x = t + pe[TensorIndex.Slice(null, t.shape[0]), TensorIndex.Slice()];
        return dropout.call(x);
    }
}
