namespace Lightning.Plugins;

/// <summary>"32-true": parameters and inputs stay as they are.</summary>
public sealed class SinglePrecision : Precision
{
    /// <inheritdoc/>
    public override string name => "32-true";
}
