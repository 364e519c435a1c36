namespace Lightning.Plugins;

/// <summary>"64-true": parameters, floating-point inputs, and tensors made inside the steps are of 64 bits.</summary>
public sealed class DoublePrecision : Precision
{
    /// <inheritdoc/>
    public override string name => "64-true";

    /// <inheritdoc/>
    public override torch.ScalarType? input_type => ScalarType.Float64;

    /// <inheritdoc/>
    public override void convert_module(torch.nn.Module module) => module.to(ScalarType.Float64);

    /// <inheritdoc/>
    public override T convert_output<T>(T data) => FloatConversion.To(data, torch.get_default_dtype());

    /// <inheritdoc/>
    public override IDisposable forward_context() => new DefaultType(ScalarType.Float64);
}
