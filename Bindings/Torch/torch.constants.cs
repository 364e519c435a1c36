namespace TorchSharp;

public static partial class torch
{
    /// <summary>The ratio of a circle's circumference to its diameter (torch.pi).</summary>
    public const double pi = Math.PI;

    /// <summary>The base of natural logarithms (torch.e).</summary>
    public const double e = Math.E;

    /// <summary>Positive infinity (torch.inf).</summary>
    public const double inf = double.PositiveInfinity;

    /// <summary>What is not a number (torch.nan).</summary>
    public const double nan = double.NaN;
}
