namespace Lightning;

/// <summary>"64-true": parameters, floating-point inputs, and tensors made inside the steps are of 64 bits.</summary>
public sealed class DoublePrecision : Precision
{
    /// <inheritdoc/>
    public override string name => "64-true";

    /// <inheritdoc/>
    public override torch.ScalarType? input_type => ScalarType.Float64;

    /// <inheritdoc/>
    public override void convert_module(LightningModule module) => module.to(ScalarType.Float64);

    /// <inheritdoc/>
    public override IDisposable forward_context() => new DefaultType(ScalarType.Float64);

    /// <summary>Sets the default type of new tensors while it lives.</summary>
    private sealed class DefaultType : IDisposable
    {
        private readonly torch.ScalarType _previous = torch.get_default_dtype();

        internal DefaultType(torch.ScalarType type) => torch.set_default_dtype(type);

        public void Dispose() => torch.set_default_dtype(_previous);
    }
}
