namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <see cref="nn.functional.grid_sample"/> reads between entries.</summary>
    public enum GridSampleMode
    {
        /// <summary>The nearest entry.</summary>
        Nearest = 0,

        /// <summary>Linearly; the default.</summary>
        Bilinear = 1,

        /// <summary>By cubic curves, for four-dimensional inputs.</summary>
        Bicubic = 2,
    }
}
