namespace TorchSharp;

/// <summary>Sets of options for printing tensors (the profile of torch.set_printoptions).</summary>
public enum PrintOptionsProfile
{
    /// <summary>Four digits, at most a thousand elements, three at each edge of what is summarized.</summary>
    @default,

    /// <summary>Two digits and two elements at each edge.</summary>
    @short,

    /// <summary>Four digits and every element.</summary>
    full,
}
