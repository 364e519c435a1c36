using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// Bilinear map of two inputs: (..., in1_features) and (..., in2_features) to (..., out_features). Weights and bias start uniform within
/// 1 / sqrt(in1_features). Python's <c>torch.nn.Bilinear</c>.
/// </summary>
public class Bilinear : Module<Tensor, Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Bilinear))
    {
        this.in1_features = in1_features;
        this.in2_features = in2_features;
        this.out_features = out_features;
        weight = NewParameter([out_features, in1_features, in2_features], device, dtype);
        bias = hasBias ? NewParameter([out_features], device, dtype) : null;
        reset_parameters();
    }

    /// <summary>(out_features, in1_features, in2_features).</summary>
    public Parameter weight
    {
        get => Current(_weight!);
        set => SetParameter(ref _weight, value);
    }

    /// <summary>(out_features), or null.</summary>
    public Parameter? bias
    {
        get => Current(_bias);
        set => SetParameter(ref _bias, value);
    }

    /// <summary>The size of the last dimension of the first input.</summary>
    public long in1_features { get; set; }

    /// <summary>The size of the last dimension of the second input.</summary>
    public long in2_features { get; set; }

    /// <summary>The size of the last dimension of the result.</summary>
    public long out_features { get; set; }

    /// <summary>Draws weight and bias anew.</summary>
    public void reset_parameters()
    {
        var bound = 1 / Math.Sqrt(in1_features);
        init.uniform_(weight, -bound, bound);
        if (bias is { } shift)
        {
            init.uniform_(shift, -bound, bound);
        }
    }

    /// <summary>input1ᵀ weight input2 + bias.</summary>
    public override Tensor forward(Tensor input1, Tensor input2) => aten.bilinear(input1, input2, _weight!, _bias);

    /// <inheritdoc/>
    protected override string extra_repr() =>
        $"in1_features={in1_features}, in2_features={in2_features}, out_features={out_features}, bias={Repr.Bool(_bias is not null)}";
}
