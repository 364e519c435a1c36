namespace TorchSharp;

/// <summary>What operators without a deterministic algorithm do (torch.set_deterministic_debug_mode).</summary>
public enum DebugMode
{
    /// <summary>Nothing in particular.</summary>
    @default,

    /// <summary>They warn.</summary>
    warn,

    /// <summary>They fail.</summary>
    error,
}
