using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Normalizes over the last dimensions. Python's <c>torch.nn.LayerNorm</c>.</summary>
public class LayerNorm : Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        this.normalized_shape = normalized_shape;
        this.eps = eps;
        this.elementwise_affine = elementwise_affine;
        weight = elementwise_affine ? NewParameter(normalized_shape, device, dtype) : null;
        this.bias = elementwise_affine && bias ? NewParameter(normalized_shape, device, dtype) : null;
        reset_parameters();
    }

    /// <summary>The scale, of the normalized shape, 1 at the start; or null.</summary>
    public Parameter? weight
    {
        get => Current(_weight);
        set => SetParameter(ref _weight, value);
    }

    /// <summary>The shift, of the normalized shape, 0 at the start; or null.</summary>
    public Parameter? bias
    {
        get => Current(_bias);
        set => SetParameter(ref _bias, value);
    }

    /// <summary>The shape of the dimensions normalized over.</summary>
    public long[] normalized_shape { get; set; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether there is a scale.</summary>
    public bool elementwise_affine { get; set; }

    /// <summary>Sets scale and shift to 1 and 0.</summary>
    public void reset_parameters()
    {
        if (weight is { } scale)
        {
            init.ones_(scale);
        }

        if (bias is { } shift)
        {
            init.zeros_(shift);
        }
    }

    /// <summary>Normalizes.</summary>
    public override Tensor forward(Tensor tensor) => aten.layer_norm(tensor, normalized_shape, _weight, _bias, eps, true);

    /// <inheritdoc/>
    protected override string extra_repr() =>
        $"{Repr.Tuple(normalized_shape)}, eps={Repr.Float(eps)}, elementwise_affine={Repr.Bool(elementwise_affine)}";
}
