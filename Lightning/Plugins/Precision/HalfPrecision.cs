namespace Lightning.Plugins;

/// <summary>"bf16-true" and "16-true": parameters, floating-point inputs, and tensors made inside the steps are of 16 bits, and so are the gradients.</summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.precision.HalfPrecision</c>. Half the memory of "32-true"; small updates are lost in the rounding.</remarks>
public sealed class HalfPrecision : Precision
{
    private readonly torch.ScalarType _type;

    /// <summary>Makes the precision.</summary>
    /// <param name="precision">"bf16-true" or "16-true" (the default).</param>
    /// <exception cref="MisconfigurationException">It is another.</exception>
    public HalfPrecision(string precision = "16-true")
    {
        _type = precision switch
        {
            "bf16-true" => ScalarType.BFloat16,
            "16-true" => ScalarType.Float16,
            _ => throw new MisconfigurationException($"HalfPrecision(\"{precision}\") is unknown; use \"bf16-true\" or \"16-true\"."),
        };
        name = precision;
    }

    /// <inheritdoc/>
    public override string name { get; }

    /// <inheritdoc/>
    public override torch.ScalarType? input_type => _type;

    /// <inheritdoc/>
    public override void convert_module(torch.nn.Module module) => module.to(_type);

    /// <inheritdoc/>
    public override T convert_output<T>(T data) => FloatConversion.To(data, torch.get_default_dtype());

    /// <inheritdoc/>
    public override IDisposable forward_context() => new DefaultType(_type);
}
