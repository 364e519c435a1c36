namespace TorchSharp;

public static partial class torch
{
    /// <summary>What <see cref="nn.functional.grid_sample"/> reads outside its input.</summary>
    public enum GridSamplePaddingMode
    {
        /// <summary>Zero; the default.</summary>
        Zeros = 0,

        /// <summary>The input mirrored at its border.</summary>
        Reflection = 1,

        /// <summary>The border's entry.</summary>
        Border = 2,
    }
}
