namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quotient is rounded (the <c>rounding_mode</c> of torch.div).</summary>
    public enum RoundingMode
    {
        /// <summary>Not at all: true division.</summary>
        None,

        /// <summary>Towards zero, as C# divides integers.</summary>
        trunc,

        /// <summary>Downwards, as Python divides integers.</summary>
        floor,
    }
}
