namespace Lightning;

/// <summary>A module that a <see cref="Fabric"/> has set up, whatever its inputs.</summary>
public interface IFabricModule
{
    /// <summary>The module as it was before.</summary>
    torch.nn.Module original { get; }

    /// <summary>What surrounds its passes.</summary>
    internal FabricForward Pass { get; }
}
