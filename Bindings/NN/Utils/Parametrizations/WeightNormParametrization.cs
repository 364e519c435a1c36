using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>A weight from its length and direction; see <see cref="nn.utils.parametrizations.weight_norm"/>.</summary>
internal sealed class WeightNormParametrization(long dim)
    : nn.Module<Tensor, Tensor, Tensor>("_WeightNorm"), nn.utils.parametrize.IRightInverse<(Tensor, Tensor)>
{
    internal override string TypeName => GetName();

    public override Tensor forward(Tensor input1, Tensor input2) => aten._weight_norm(input2, input1, dim);

    public (Tensor, Tensor) right_inverse(Tensor value) => (aten.norm_except_dim(value, 2, dim), value);
}
