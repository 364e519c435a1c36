using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A linear layer that learns the size of its input from the first one. Python's <c>torch.nn.LazyLinear</c>.</summary>
public sealed class LazyLinear : Linear, ILazyModule
{
    internal LazyLinear(long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(out_features, hasBias, new UninitializedParameter(device, dtype), hasBias ? new UninitializedParameter(device, dtype) : null)
    {
    }

    internal override string TypeName => in_features == 0 ? nameof(LazyLinear) : base.TypeName.Replace("Lazy", "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public bool has_uninitialized_params() => ILazyModule.AnyOf(_weight, _bias);

    /// <inheritdoc/>
    public void initialize_parameters(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        in_features = input.size(-1);
        ((UninitializedParameter)_weight!).materialize([out_features, in_features]);
        (_bias as UninitializedParameter)?.materialize([out_features]);
        reset_parameters();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor)
    {
        if (in_features == 0)
        {
            if (has_uninitialized_params())
            {
                initialize_parameters(tensor);
            }

            in_features = _weight!.size(1);
        }

        return base.forward(tensor);
    }
}
