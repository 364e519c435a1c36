using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// Affine map of the last dimension: (..., in_features) to (..., out_features). Weights and bias start uniform within 1 / sqrt(in_features). Python's
/// <c>torch.nn.Linear</c>.
/// </summary>
public class Linear : Module<Tensor, Tensor>
{
    private protected Parameter? _weight;
    private protected Parameter? _bias;

    internal Linear(long in_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Linear))
    {
        this.in_features = in_features;
        this.out_features = out_features;
        weight = NewParameter([out_features, in_features], device, dtype);
        bias = hasBias ? NewParameter([out_features], device, dtype) : null;
        reset_parameters();
    }

    private protected Linear(long out_features, bool hasBias, UninitializedParameter weight, UninitializedParameter? bias)
        : base(nameof(Linear))
    {
        this.out_features = out_features;
        this.weight = weight;
        this.bias = hasBias ? bias : null;
    }

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        ArgumentNullException.ThrowIfNull(weight);
        in_features = weight.size(1);
        out_features = weight.size(0);
        this.weight = weight;
        this.bias = bias;
    }

    /// <summary>(out_features, in_features).</summary>
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

    /// <summary>The size of the last dimension of the input.</summary>
    public long in_features { get; set; }

    /// <summary>The size of the last dimension of the result.</summary>
    public long out_features { get; set; }

    /// <summary>Draws weight and bias anew.</summary>
    public void reset_parameters()
    {
        init.kaiming_uniform_(weight, Math.Sqrt(5));
        init.UniformBias(weight, bias);
    }

    /// <summary>input weightᵀ + bias.</summary>
    public override Tensor forward(Tensor tensor) => aten.linear(tensor, _weight!, _bias);

    /// <inheritdoc/>
    protected override string extra_repr() => $"in_features={in_features}, out_features={out_features}, bias={Repr.Bool(_bias is not null)}";
}
