using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Layers in a row as in <see cref="Sequential"/>, which disposes what passes between the blocks of a residual network.</summary>
internal sealed class ResidualStage(params nn.Module<Tensor, Tensor>[] layers) : Sequential(layers), IResidualPart
{
    public bool KeepsNothing
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (!LayerChain.KeepsNothing(this[i]))
                {
                    return false;
                }
            }
            return true;
        }
    }

    public override Tensor forward(Tensor tensor)
    {
        var chain = LayerChain.From(tensor);
        for (var i = 0; i < Count; i++)
        {
            chain = chain.Then(this[i]);
        }
        return chain.Value;
    }
}
