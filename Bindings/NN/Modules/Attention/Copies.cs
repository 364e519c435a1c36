using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Copies of layers with values of their own, made without drawing: what Python's <c>deepcopy</c> does to a layer that is stacked.</summary>
internal static class Copies
{
    public static Parameter? Of(Parameter? parameter)
    {
        if (parameter is null)
        {
            return null;
        }

        using var guard = torch.no_grad();
        return new Parameter(aten.clone(parameter), parameter.requires_grad);
    }

    public static Linear Of(Linear layer) => new(Of(layer.weight)!, Of(layer.bias));

    public static LayerNorm Of(LayerNorm layer) =>
        new(layer.normalized_shape, layer.eps, layer.elementwise_affine, layer.bias is not null, layer.weight?.device, layer.weight?.dtype)
        {
            weight = Of(layer.weight),
            bias = Of(layer.bias),
        };

    public static Dropout Of(Dropout layer) => new(layer.p, layer.inplace);
}
