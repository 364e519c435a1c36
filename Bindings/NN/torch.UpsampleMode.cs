namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <see cref="nn.functional.upsample"/> fills in.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest entry.</summary>
        Nearest = 0,

        /// <summary>Linearly, over one dimension.</summary>
        Linear = 1,

        /// <summary>Linearly, over two dimensions.</summary>
        Bilinear = 2,

        /// <summary>By cubic curves, over two dimensions.</summary>
        Bicubic = 3,

        /// <summary>Linearly, over three dimensions.</summary>
        Trilinear = 4,
    }
}
