namespace TorchSharp;

/// <summary>How values that meet at one place are joined (the <c>reduce</c> of torch.index_reduce).</summary>
public enum Reduce
{
    /// <summary>Their product.</summary>
    prod,

    /// <summary>Their mean.</summary>
    mean,

    /// <summary>The greatest.</summary>
    amax,

    /// <summary>The least.</summary>
    amin,
}
