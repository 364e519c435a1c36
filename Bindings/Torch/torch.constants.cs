namespace TorchSharp;

public static partial class torch
{
    /// <summary>The ratio of a circle's circumference to its diameter (torch.pi).</summary>
    public const double pi = Math.PI;

    /// <summary>The base of natural logarithms (torch.e).</summary>
    public const double e = Math.E;

    /// <summary>Positive infinity (torch.inf).</summary>
    public const double inf = double.PositiveInfinity;

    /// <summary>What is not a number (torch.nan): a positive one, as in Python, which <c>copysign</c> shows; .NET's own is negative.</summary>
    public static readonly double nan = BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000);
}
