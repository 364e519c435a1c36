namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <see cref="nn.functional.interpolate"/> and the image transforms fill in.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest entry, as OpenCV (and older versions) choose it.</summary>
        Nearest = 0,

        /// <summary>Linearly, over one dimension.</summary>
        Linear = 1,

        /// <summary>Linearly, over two dimensions.</summary>
        Bilinear = 2,

        /// <summary>By cubic curves, over two dimensions.</summary>
        Bicubic = 3,

        /// <summary>Linearly, over three dimensions.</summary>
        Trilinear = 4,

        /// <summary>The mean over the area.</summary>
        Area = 5,

        /// <summary>The nearest entry, as Pillow and scikit-image choose it.</summary>
        NearestExact = 6,
    }
}
